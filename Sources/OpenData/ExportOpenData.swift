// SPDX-License-Identifier: Apache-2.0

import Diagnostics
package import Layouts
package import Monitoring

/// A file of open data.
package struct DataFile: Sendable, Hashable {
    /// Without a folder: `figures.csv`.
    package let name: String
    /// What it holds, in English as the titles of its columns are.
    package let title: String
    /// All of the file.
    package let bytes: [UInt8]

    package init(name: String, title: String = "", bytes: [UInt8]) {
        self.name = name
        self.title = title
        self.bytes = bytes
    }

    /// Its type as the Internet Assigned Numbers Authority has registered it, after its name.
    package var mediaType: String {
        if name == TableMetadata.name { return "application/csvm+json" }
        if name == RoundSchema.name { return "application/schema+json" }
        return name.hasSuffix(".csv") ? "text/csv" : "application/json"
    }
}

/// Writes a public round as data: its tables as comma-separated values with metadata (CSV on the Web), and all of it as one JSON document with
/// its schema.
///
/// The data are of the public edition alone: a whole round is not taken.
///
/// ```
/// let files = exportOpenData(PublicRound(redacting: round), layouts: layouts)
/// ```
///
/// - Parameters:
///   - directorates: the directorates whose returns are in the data, by their identifiers; all of them if it is `nil`.
///   - layouts: the tables that say what papers print of rows, and the words that papers have.
/// - Returns: the same files for every round, in the order of their names; a class without rows has a table without rows.
package func exportOpenData(
    _ edition: PublicRound,
    ofDirectorates directorates: Set<String>? = nil,
    layouts: LayoutSet
) -> [DataFile] {
    let round = edition.content
    let tables = DataTables.tables(of: RoundRows(of: edition, directorates: directorates, layouts: layouts))
    let metadata = TableMetadata(
        title: "\(round.council.name): \(round.round.title)",
        language: round.council.language,
        tables: tables
    )
    let document = RoundDocument(round: round, wording: layouts.wording, tables: tables)
    var files = tables.map { table in
        DataFile(name: table.description.file, title: table.description.title, bytes: CSVText(table).bytes)
    }
    files.append(
        DataFile(
            name: TableMetadata.name,
            title: "What the columns of the tables are",
            bytes: Array(metadata.json.text.utf8)
        )
    )
    files.append(
        DataFile(name: RoundDocument.name, title: "All tables as one document", bytes: Array(document.json.text.utf8))
    )
    let schema = RoundSchema(tables: DataTables.descriptions)
    files.append(
        DataFile(name: RoundSchema.name, title: "The schema of the document", bytes: Array(schema.json.text.utf8))
    )
    return files.sorted { $0.name < $1.name }
}
