// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ProgramConfiguration
import Publishing

/// `cleardays schema`.
struct Schema: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Prints the JSON Schemas by which editors know the files of a workspace, and the configuration.",
        discussion: """
            An editor with a schema proposes the keys and words of a file, says what each means, and underlines what is \
            wrong. `cleardays new` writes the schemas into .schemas of the workspace; after an update of the program \
            `cleardays schema --out WORKSPACE/.schemas` writes them again. Without a name and --out they are listed.
            """
    )

    @Argument(
        help: "The schemas by their names: council, round, return, paper …",
        completion: .custom { _, _, _ in ((try? Schemas.named([], and: [Self.configurationFile])) ?? []).map(\.name) }
    )
    var names: [String] = []

    @Option(
        help: "A folder to write them to, each as NAME.json; all of them where no name is given.",
        completion: .directory
    )
    var out: String?

    /// The schema of the configuration of the program.
    private static let configurationFile = Schemas.Schema(
        name: "configuration",
        files: "/etc/cleardays/cleardays.yaml",
        text: ConfigurationForm.schema
    )

    func validate() throws {
        if out?.isEmpty == true { throw ValidationError("--out needs the name of a folder") }
        if out == nil, names.count > 1 { throw ValidationError("name one schema, or a folder with --out") }
    }

    func run() async throws {
        let schemas = try Terminal.value(
            of: Result { () throws(PublicationError) in try Schemas.named(names, and: [Self.configurationFile]) }
        )
        if let out {
            let written = Result { () throws(PublicationError) in try Schemas.write(schemas, to: out) }
            for path in try Terminal.value(of: written) { print(path) }
        } else if names.isEmpty {
            let width = schemas.map(\.name.count).max() ?? 0
            for schema in schemas {
                let gap = String(repeating: " ", count: width - schema.name.count + 2)
                print("\(schema.name)\(gap)\(schema.files)")
            }
        } else {
            for schema in schemas { print(schema.text, terminator: "") }
        }
    }
}
