// SPDX-License-Identifier: Apache-2.0

package import Layouts
package import Monitoring

/// A file of open data.
package struct DataFile: Sendable, Hashable {
    /// Without a folder: `figures.csv`.
    package let name: String
    /// All of the file.
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
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
/// - Parameter layouts: the tables that say what papers print of rows, and the words that papers have.
/// - Returns: the same files for every round, in the order of their names; a class without rows has a table without rows.
package func exportOpenData(_ edition: PublicRound, layouts: LayoutSet) -> [DataFile] {
    let round = edition.content
    let tables = DataTables.tables(of: RoundRows(of: edition, layouts: layouts))
    let metadata = TableMetadata(
        title: "\(round.council.name): \(round.round.title)",
        language: round.council.language,
        tables: tables
    )
    let document = RoundDocument(round: round, wording: layouts.wording, tables: tables)
    var files = tables.map { DataFile(name: $0.description.file, bytes: CSVText($0).bytes) }
    files.append(DataFile(name: "csv-metadata.json", bytes: metadata.document.bytes))
    files.append(DataFile(name: RoundDocument.name, bytes: document.document.bytes))
    files.append(DataFile(name: RoundSchema.name, bytes: RoundSchema(tables: DataTables.descriptions).document.bytes))
    return files.sorted { $0.name < $1.name }
}
