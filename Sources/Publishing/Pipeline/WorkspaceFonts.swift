// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits
import TextShaping
import WorkspaceFiles

/// The fonts in a workspace's folder `fonts/`, as they were when they were read.
///
/// They go through the guard that every file of the workspace goes through, and from there into memory: no library opens a path in the
/// workspace.
struct WorkspaceFonts {
    fileprivate static let folder = "fonts"

    private(set) var fonts: [InMemoryFont] = []
    /// Files that are no fonts, and what cannot be read.
    private(set) var diagnostics: [Diagnostic] = []

    /// Reads every file in the folder and in the folders below it.
    ///
    /// - Throws: a ``FontError`` where there is no memory for them.
    init(in workspace: DiskFiles) throws(FontError) {
        let paths: [String]
        do {
            paths = try workspace.tree(in: Self.folder).filter { $0.value != .folder }.keys.sorted()
        } catch {
            if !error.isMissing { refuse(Self.folder, error) }
            return
        }
        if paths.count > Limits.mostFonts {
            diagnostics.report(.tooManyFonts, at: SourceLocation(in: SourceFile(Self.folder, subject: .workspace)))
            return
        }
        var size = 0
        for path in paths {
            let bytes: [UInt8]
            do {
                guard let read = try workspace.bytes(of: path) else { continue }
                bytes = read
            } catch {
                refuse(path, error)
                continue
            }
            size += bytes.count
            if size > Limits.largestFonts {
                diagnostics.report(.fontsTooLarge, at: SourceLocation(in: SourceFile(path, subject: .workspace)))
                return
            }
            fonts.append(try InMemoryFont(name: path, bytes: bytes))
        }
    }

    private mutating func refuse(_ path: String, _ error: FileError) {
        diagnostics.report(.unreadable(error), at: SourceLocation(in: SourceFile(path, subject: .workspace)))
    }
}

extension TextShaper {
    /// A warning for every file in `fonts/` that is none.
    var diagnostics: [Diagnostic] {
        filesWithoutFont.map { name in
            Diagnostic(.unreadFont, at: SourceLocation(in: SourceFile(name, subject: .workspace)))
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var unreadFont: Self {
        Self(.unreadFont, "the file is not a font, and is not read", hint: "keep only font files in `fonts`")
    }

    fileprivate static var tooManyFonts: Self {
        Self(
            .tooManyEntries,
            "there are more than \(Limits.mostFonts) files in `\(WorkspaceFonts.folder)`",
            hint: "keep only the fonts that papers are set in"
        )
    }

    fileprivate static var fontsTooLarge: Self {
        Self(
            .fileTooLarge,
            "the files in `\(WorkspaceFonts.folder)` come to more than \(Limits.largestFonts >> 20) MB",
            hint: "keep only the fonts that papers are set in"
        )
    }

    fileprivate static func unreadable(_ error: FileError) -> Self {
        Self(
            .unreadableFile,
            "cannot \(error.operation): \(error.reason)",
            hint: error.hint.map { DiagnosticText(own: $0) }
        )
    }
}
