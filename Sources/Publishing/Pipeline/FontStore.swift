// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Intake
import TextShaping
import WorkspaceFiles

/// The fonts of the program and of a workspace, and the shaper that uses them, each loaded when it is first needed.
///
/// A shaper stays on one thread, and so does its store; the files are shared.
final class FontStore {
    private let program: ProgramFiles
    private let workspace: String
    let files: FontFiles
    private var workspaceFonts: WorkspaceFonts?
    private var loadedShaper: TextShaper?
    /// The font files used so far, and the warnings about them.
    private var used: (files: [FontFile], diagnostics: [Diagnostic]) = ([], [])

    init(program: ProgramFiles, workspace: String, files: FontFiles = FontFiles()) {
        self.program = program
        self.workspace = workspace
        self.files = files
    }

    /// The shaper with the program's fonts and the workspace's.
    ///
    /// - Throws: a ``FontError`` if there are no fonts.
    func shaper() throws(FontError) -> TextShaper {
        if let loadedShaper { return loadedShaper }
        let fonts: WorkspaceFonts
        if let workspaceFonts {
            fonts = workspaceFonts
        } else {
            fonts = try files.fonts(ofWorkspace: workspace)
        }
        let shaper = try TextShaper(configurationFile: program.fontConfiguration, fonts: fonts.fonts)
        workspaceFonts = fonts
        loadedShaper = shaper
        return shaper
    }

    /// What is wrong in the workspace's folder `fonts`.
    var problems: [Diagnostic] { (workspaceFonts?.diagnostics ?? []) + (loadedShaper?.diagnostics ?? []) }

    /// Warnings of the fonts used so far that are not those the program was tested with.
    ///
    /// Files are digested only if there are others than at the last call.
    var unfamiliarFonts: [Diagnostic] {
        let used = loadedShaper?.fontFiles ?? []
        if used != self.used.files {
            self.used = (used, KnownFonts(list: program.fontDigests).changed(among: used, digest: files.digest))
        }
        return self.used.diagnostics
    }

    /// The number of words and parts of words in the shaper's cache.
    var wordCount: Int { loadedShaper?.wordCount ?? 0 }

    /// Drops the shaper with its cache of words. Glyphs of another shaper cannot be mixed with it.
    func dropShaper() {
        loadedShaper = nil
        used = ([], [])
    }

    /// Drops everything, so that the fonts are read again.
    func drop() {
        dropShaper()
        workspaceFonts = nil
        files.drop()
    }
}
