// SPDX-License-Identifier: Apache-2.0

import Composition
import Geometry
import PDFExport
import PaperTree
import Publishing
import TestSupport
import TextShaping
import Typesetting
import WorkspaceFiles

/// What is slow to make and the same for every input.
package final class FuzzSession {
    private var usedShaper: (shaper: TextShaper, uses: Int)?
    private var keptStarter: FileSnapshot?
    private var keptPainting: PaintedPaper?
    private var keptScratch: TemporaryFolder?
    private var keptLayouts: TemporaryFolder?

    package init() {}

    /// A shaper with the program's fonts. It keeps every word that it has shaped, and is made anew from time to time.
    func shaper() throws -> TextShaper {
        if let used = usedShaper, used.uses < 500 {
            usedShaper = (used.shaper, used.uses + 1)
            return used.shaper
        }
        let shaper = try Repository.shaper()
        usedShaper = (shaper, 0)
        return shaper
    }

    /// The workspace that a new one begins from.
    func starter() throws -> FileSnapshot {
        if let keptStarter { return keptStarter }
        let starter = try FileSnapshot(of: DiskFiles(root: Repository.program.starter))
        keptStarter = starter
        return starter
    }

    /// The program's layouts that the starter uses; the others would take most of the time of a run.
    static let layouts = [
        "cabinet.yaml", "directorate-return.yaml", "tables/exceptions-three-columns.yaml",
        "tables/indicators-six-columns.yaml", "tables/outcomes.yaml", "themes/accessible.yaml", "words.yaml",
    ]

    /// A folder of ``layouts``, in place of the program's.
    func layouts() throws -> String {
        if let keptLayouts { return keptLayouts.path }
        let folder = try TemporaryFolder()
        let program = DiskFiles(root: Repository.program.layouts)
        for path in Self.layouts { try folder.write(try program.bytes(of: path) ?? [], to: path) }
        keptLayouts = folder
        return folder.path
    }

    /// A folder for what is only read from disk.
    func scratch() throws -> TemporaryFolder {
        if let keptScratch { return keptScratch }
        let scratch = try TemporaryFolder()
        keptScratch = scratch
        return scratch
    }

    /// A small paper as Cairo has painted it: a heading, a link, a table over two pages.
    func painting() throws -> PaintedPaper {
        if let keptPainting { return keptPainting }
        var build = PaperBuilder()
        let link = Link(id: build.node(), target: .address("https://a.example/"), [.text("link")])
        let blocks = [
            build.heading("Heading"), Block(id: build.node(), .paragraph(Paragraph([.text("To a "), .link(link)]))),
            build.table(
                columns: 2,
                header: [build.row("Action", "Due", kind: .header)],
                rows: (1...6).map { build.row("Row \($0)", "May") }
            ),
        ]
        let shaper = try Repository.shaper()
        let painting = try paint(tag(typeset(build.paper(blocks), theme: .plain(), shaper: shaper)), shaper: shaper)
        keptPainting = painting
        return painting
    }
}

extension FileSnapshot {
    /// Every file of a folder on disk.
    init(of disk: DiskFiles) throws {
        self.init()
        for (path, entry) in try disk.tree() where entry != .folder {
            if let bytes = try disk.bytes(of: path) { self[path] = .bytes(bytes) }
        }
    }

    /// The bytes of a file, or none if it is not there.
    func contents(of path: String) -> [UInt8] { if case .bytes(let bytes) = self[path] { bytes } else { [] } }
}
