// SPDX-License-Identifier: Apache-2.0

import Publishing
import TestSupport
import Testing

/// What has errors is never set in pages, whichever command is asked; the errors are reported.
struct UnsoundModelTests {
    /// A table kind of rows without columns, which no page can show.
    private func workspace(_ columns: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.write(
            "title: Indicators\nrows: indicators\nbands: [unit]\n\(columns)",
            to: "round/layouts/tables/indicators-six-columns.yaml"
        )
        return folder
    }

    private static let file = "layouts/tables/indicators-six-columns.yaml"

    @Test(arguments: [
        ("", "error: `columns` is missing in a kind of table\n  --> \(file)"),
        ("columns: []\n", "error: a table has at least one column\n  --> \(file):4:1 (columns)"),
        ("colums: []\n", "error: unknown key `colums` in a kind of table\n  --> \(file):4:1 (colums)"),
        ("columns:\n", "error: `columns` is empty\n  --> \(file):4:1 (columns)"),
        ("columns: 4\n", "error: `columns` must be a list, not a text\n  --> \(file):4:10 (columns)"),
    ])
    func `a kind of table without columns is an error of each command`(columns: String, report: String) throws {
        let folder = try workspace(columns)
        let check = try Command.cleardays("check", "round", in: folder.path)
        #expect(check.status == 1)
        #expect(check.errors == "")
        #expect(check.output.hasPrefix("\(Self.file): 1 error\n\n\(report)"), "\(check.output)")
        let render = try Command.cleardays("render", "round", in: folder.path)
        #expect(render.status == 1)
        #expect(check.output.hasPrefix(render.errors))
        let circulate = try Command.cleardays(
            "circulate",
            "round",
            "--paper",
            "cabinet",
            "--as",
            "version 1",
            in: folder.path
        )
        #expect(circulate.status == 1)
        #expect(check.output.hasPrefix(circulate.errors))
        let watch = try Command.cleardays("watch", "round", "--once", in: folder.path)
        #expect(watch.status == 1)
        #expect(try folder.text(of: "out/cabinet.problems.txt").contains(report), "\(watch.errors)")
        #expect(try folder.names(in: "out").filter { $0.hasSuffix(".pdf") } == [])
    }

    @Test func `a comparison with a draft sets nothing either`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        let circulate = try Command.cleardays(
            "circulate",
            "round",
            "--paper",
            "cabinet",
            "--as",
            "version 1",
            in: folder.path
        )
        #expect(circulate.status == 0)
        try folder.write("title: Indicators\nrows: indicators\nbands: [unit]\n", to: "round/\(Self.file)")
        let diff = try Command.cleardays("diff", "round", "--paper", "cabinet", "--proof", in: folder.path)
        #expect(diff.status == 1)
        #expect(diff.output == "")
        #expect(
            diff.errors.hasPrefix(
                "\(Self.file): 1 error\n\nerror: `columns` is missing in a kind of table\n  --> \(Self.file)"
            )
        )
    }

    @Test(arguments: [
        (
            "page: [\n",
            "error: a value is missing here, or a `]` or `}` that closes what is open\n  --> layouts/themes/mine.yaml:2:1\n"
        ),
        ("body\n", "error: a theme must be a group of keys, not a text\n  --> layouts/themes/mine.yaml:1:1\n"),
        ("bdoy: {}\n", "error: unknown key `bdoy` in a theme\n  --> layouts/themes/mine.yaml:1:1 (bdoy)\n"),
    ])
    func `a theme that is asked for and has a mistake names the mistake`(theme: String, report: String) throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.write(theme, to: "round/layouts/themes/mine.yaml")
        let render = try Command.cleardays("render", "round", "--theme", "mine", in: folder.path)
        #expect(render.status == 1)
        #expect(render.errors.contains(report), "\(render.errors)")
        #expect(try folder.names() == ["round"])
        let watch = try Command.cleardays("watch", "round", "--theme", "mine", "--once", in: folder.path)
        #expect(watch.status == 1)
        #expect(try folder.text(of: "out/cabinet.problems.txt").contains(report))
        // As the council's own theme it is known as well.
        try folder.edit("round/council.yaml", "theme: accessible", "theme: mine")
        let check = try Command.cleardays("check", "round", in: folder.path)
        #expect(check.status == 1)
        #expect(check.output.contains(report))
        #expect(!check.output.contains("unknown theme"))
    }
}
