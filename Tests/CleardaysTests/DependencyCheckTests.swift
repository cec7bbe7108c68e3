// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

/// `tools/check-dependencies` on small trees of sources.
struct DependencyCheckTests {
    private let document = """
        | target | imports |
        | `Press` | – |
        | `Paper` | – |
        | `Typesetting` | – |
        <!-- tools/check-dependencies --write: begin -->
        <!-- tools/check-dependencies --write: end -->

        """

    private func check(_ sources: [String: String], _ options: String...) throws -> (TemporaryFolder, Command.Outcome) {
        let folder = try TemporaryFolder(["ARCHITECTURE.md": document])
        for (file, text) in sources { try folder.write(text, to: "Sources/" + file) }
        let tool = Repository.folder + "/tools/check-dependencies"
        return (folder, try Command.run(tool, ["--root", folder.path] + options))
    }

    private func problems(_ sources: [String: String]) throws -> String { try check(sources, "--write").1.errors }

    @Test func `folders that depend one way pass, and the arrows are written`() throws {
        let sources = [
            "Press/Ink/Ink.swift": "struct Ink {}", "Press/Plates/Plate.swift": "struct Plate { var ink: Ink }",
        ]
        let (folder, outcome) = try check(sources, "--write")
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        #expect(try folder.text(of: "ARCHITECTURE.md").contains("- `Press/Plates` → `Ink`\n"))
        let stale = try check(sources).1
        #expect(stale.status == 1)
        #expect(stale.errors == "ARCHITECTURE.md is not current: run tools/check-dependencies --write\n")
    }

    @Test func `folders that depend on one another fail, with the places`() throws {
        let expected = """
            Press: Ink, Plates depend on one another:
              Ink → Plates: Ink.swift:2 names Plate
              Plates → Ink: Plate.swift:1 names Ink

            """
        #expect(
            try problems([
                "Press/Ink/Ink.swift": "struct Ink {\n    var plate: Plate\n}",
                "Press/Plates/Plate.swift": "struct Plate { var ink: Ink }",
            ]) == expected
        )
    }

    @Test func `a folder that names a file beside it which names the folder fails`() throws {
        let errors = try problems([
            "Press/Ink/Ink.swift": "struct Ink { var press: Press }",
            "Press/Press.swift": "struct Press { var ink: Ink }",
        ])
        #expect(errors.hasPrefix("Press: Ink, Press.swift depend on one another:\n"))
    }

    @Test func `an arrow against the declared order of a target fails`() throws {
        var sources = [
            "Boxes": "struct Box { var item: FlowItem }", "Paragraphs": "", "Tables": "", "Figures": "",
            "Flow": "struct FlowItem {}", "Pagination": "",
        ]
        sources = Dictionary(uniqueKeysWithValues: sources.map { ("Typesetting/\($0)/File.swift", $1) })
        #expect(try problems(sources) == "Typesetting: Boxes → Flow runs backwards: File.swift:1 names FlowItem\n")
    }

    @Test(arguments: [
        "// Plate", "/* Plate /* nested */ Plate */", #"let name = "Plate \"Plate""#,
        "let name = \"\"\"\n    Plate\n    \"\"\"",
        ##"let name = #"Plate \(Plate)"#"##, "enum Kinds { struct Plate {}; var plate: Plate }",
        "let plate = Other.Plate()",
        "private struct Plate {}\nprivate let plate = Plate()",
    ])
    func `a name that is not the type is passed over`(code: String) throws {
        let sources = [
            "Press/Ink/Ink.swift": "struct Ink {}\n" + code,
            "Press/Plates/Plate.swift": "struct Plate { var ink: Ink }",
        ]
        #expect(try problems(sources) == "")
    }

    @Test func `the imports of the table are those of the sources, and every target has a row`() throws {
        let sources = [
            "Press/Press.swift": "package import Paper\nimport Foundation\nlet words = \"import Ink\"",
            "Ink/Ink.swift": "",
            "Paper/Flow.swift": "",
        ]
        let (folder, outcome) = try check(sources, "--write")
        #expect(outcome.errors == "ARCHITECTURE.md has no row for Ink\n")
        #expect(try folder.text(of: "ARCHITECTURE.md").contains("| `Press` | `Paper` |\n"))
    }

    @Test func `what a string interpolates is read`() throws {
        let errors = try problems([
            "Press/Ink/Ink.swift": #"struct Ink { var name: String { "ink of \(Plate.name) (\(2))" } }"#,
            "Press/Plates/Plate.swift": "struct Plate { var ink: Ink }",
        ])
        #expect(errors.contains("Ink → Plates: Ink.swift:1 names Plate"))
    }
}
