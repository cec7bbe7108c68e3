// SPDX-License-Identifier: Apache-2.0

/// A part of the program that takes bytes from outside, as the fuzzer and the replay of its corpus call it.
///
/// A target holds whatever comes of an input against what must hold of any input, and throws a ``BrokenInvariant`` where it does not.
/// What the input must not do (trap, hang, touch memory that is not its own) the fuzzer sees by itself.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// The readers of numbers, dates and names, and the cells and keys that hold such values.
    case values
    /// CSV as rows of cells, and as a file of a return.
    case csv
    /// YAML as values, and as each form of a workspace.
    case yaml
    /// Markdown as a paper and as a statement, composed, with a secret planted between its blocks.
    case markdown
    /// Layouts, table kinds, themes and words, composed and typeset.
    case layouts
    /// Workbooks as sheets of cells, and as a return.
    case spreadsheets
    /// Word documents as prose, and as a statement.
    case documents
    /// Zip files, as a return that is dropped.
    case archives
    /// PNG and JPEG files as pictures.
    case pictures
    /// Trees of papers that the bytes choose, typeset, proofread and exported.
    case typesetting
    /// Cairo's PDF file with changes in it, which is refused or finished.
    case finishing
    /// A list of files as a workspace, taken all the way.
    case workspaces

    /// Runs the target on one input.
    ///
    /// - Parameter session: keeps what is slow to make between runs.
    /// - Throws: a ``BrokenInvariant``, or an error of the program that no input may cause.
    package func run(_ bytes: [UInt8], in session: FuzzSession) throws {
        switch self {
        case .values: try ValuesFuzzing(session: session).run(bytes)
        case .csv: try CSVFuzzing(session: session).run(bytes)
        case .yaml: try YAMLFuzzing(session: session).run(bytes)
        case .markdown: try MarkdownFuzzing(session: session).run(bytes)
        case .layouts: try LayoutsFuzzing(session: session).run(bytes)
        case .spreadsheets: try SpreadsheetsFuzzing(session: session).run(bytes)
        case .documents: try DocumentsFuzzing(session: session).run(bytes)
        case .archives: try ArchivesFuzzing(session: session).run(bytes)
        case .pictures: try PicturesFuzzing().run(bytes)
        case .typesetting: try TypesettingFuzzing(session: session).run(bytes)
        case .finishing: try FinishingFuzzing(session: session).run(bytes)
        case .workspaces: try WorkspacesFuzzing(session: session).run(bytes)
        }
    }

    /// Bytes of the longest input that is worth trying: the limits of the program are tried by the pathological inputs.
    package var maximumLength: Int {
        switch self {
        case .values: 256
        case .typesetting: 1 << 10
        case .csv, .yaml, .markdown, .layouts, .archives, .pictures: 4 << 10
        case .finishing, .spreadsheets, .documents: 8 << 10
        case .workspaces: 8 << 10
        }
    }

    /// Words of the target's language, which the fuzzer puts in where it likes.
    package var dictionary: [String] {
        switch self {
        case .values: FuzzDictionary.values
        case .csv: FuzzDictionary.csv
        case .yaml: FuzzDictionary.yaml
        case .markdown: FuzzDictionary.markdown
        case .layouts: FuzzDictionary.yaml + FuzzDictionary.layouts
        case .spreadsheets: FuzzDictionary.spreadsheets
        case .documents: FuzzDictionary.documents
        case .archives: FuzzDictionary.archives
        case .pictures: FuzzDictionary.pictures
        case .typesetting: FuzzDictionary.characters
        case .finishing: FuzzDictionary.pdf
        case .workspaces: FuzzDictionary.workspaces
        }
    }

    /// Good inputs to begin from, made of the starter, the sample and the layouts.
    package func seeds(in session: FuzzSession) throws -> [[UInt8]] {
        switch self {
        case .values: ValuesFuzzing.seeds
        case .csv: try CSVFuzzing.seeds()
        case .yaml: try YAMLFuzzing.seeds()
        case .markdown: try MarkdownFuzzing.seeds()
        case .layouts: try LayoutsFuzzing.seeds()
        case .spreadsheets: SpreadsheetsFuzzing.seeds
        case .documents: DocumentsFuzzing.seeds
        case .archives: try ArchivesFuzzing.seeds()
        case .pictures: PicturesFuzzing.seeds
        case .typesetting: TypesettingFuzzing.seeds
        case .finishing: try FinishingFuzzing(session: session).seeds()
        case .workspaces: try WorkspacesFuzzing.seeds()
        }
    }
}
