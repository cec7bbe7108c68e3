// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Layouts
import Monitoring
import WorkspaceFiles

/// Reads the program's layouts and the workspace's, which replace those of the same name.
struct LayoutSetReader {
    let findings: DiagnosticCollector
    let program: WorkspaceFolder
    let workspace: WorkspaceFolder

    /// The words of papers in each language, by the language's ISO 639 code.
    private(set) var wordings: [String: Wording] = [:]

    init(findings: DiagnosticCollector, program: WorkspaceFolder, workspace: WorkspaceFolder) {
        self.findings = findings
        self.program = program
        self.workspace = workspace
    }

    /// The texts of all layouts, each folder in the order of the names.
    private struct Texts {
        /// The program's words.
        var words: [(id: String, text: SourceText)]
        var layouts: [(id: String, text: SourceText)]
        var tables: [(id: String, text: SourceText)]
        var themes: [(id: String, text: SourceText)]

        var all: [SourceText] { (words + layouts + tables + themes).map(\.text) }
    }

    /// Reads every layout; ``wordings`` holds the words of every language, of which the council's is chosen later.
    ///
    /// - Parameter cache: has the layouts of an earlier reading.
    mutating func read(reusing cache: LayoutCache? = nil) -> LayoutSet {
        let texts = Texts(
            words: program.names.compactMap { name in
                let id = String(name.dropLast(5))
                guard name.hasSuffix(".yaml"), WordingReader.isWords(id) else { return nil }
                return program.text(name).map { (id, $0) }
            },
            layouts: files(in: program, or: workspace),
            tables: files(in: program.inner("tables"), or: workspace.inner("tables")),
            themes: files(in: program.inner("themes"), or: workspace.inner("themes"))
        )
        let all = texts.all
        if let known = cache?.entry(for: all) {
            wordings = known.wordings
            return known.layouts
        }
        let reported = findings.count
        let set = layouts(texts)
        if findings.count == reported { cache?.keep(LayoutCache.Entry(texts: all, layouts: set, wordings: wordings)) }
        return set
    }

    private func value(_ text: SourceText) -> YAMLValue? {
        YAMLReader(findings: findings, file: text.sourceFile).read(text.string)
    }

    private mutating func layouts(_ texts: Texts) -> LayoutSet {
        var set = LayoutSet()
        var words = programWords(texts.words)
        var reader = LayoutReader(findings: findings, wordings: words)
        for (id, text) in texts.layouts {
            if WordingReader.isWords(id), !workspace.holdsFile(id + ".yaml") { continue }
            guard let value = value(text) else { continue }
            switch reader.read(value, id: id) {
            case .paper(let layout): set.papers[id] = layout
            case .directorateReturn(let layout): set.returns[id] = layout
            case .words(let own):
                words[id] = own
                if !WordingReader.isWords(id) {
                    findings.report(.misplacedWording(expected: "words"), at: value.location.wholeFile)
                }
            case nil: break
            }
        }
        for (_, own) in words.sorted(by: { $0.key < $1.key })
        where wordings.updateValue(own.wording, forKey: own.language) != nil {
            findings.report(.repeatedLanguage(own.language), at: own.location)
        }
        let returns = KnownNames(set.returns.keys.sorted())
        for reference in reader.returnLayouts {
            findings.check(reference, among: returns, of: "layout of returns", from: .program)
        }
        for (id, text) in texts.tables {
            set.tables[id] = value(text).flatMap { TableKindReader(findings: findings).read($0, id: id) }
        }
        check(set.tables)
        let known = KnownNames(set.tables.values.filter { $0.rows == .ofPaper(.route) }.map(\.id).sorted())
        for reference in reader.routeTables {
            findings.check(reference, among: known, of: "table of a route", from: .program)
        }
        for (id, text) in texts.themes {
            set.themes[id] = value(text).flatMap { ThemeReader(findings: findings).read($0, id: id) }
        }
        return set
    }

    /// Checks what kinds of tables say of one another: which prints the comments that another leaves out, and what a detail is.
    private func check(_ tables: [String: TableKind]) {
        let commented = tables.values.filter { $0.rows == .ofReturn(.commented) }.map(\.id).sorted()
        var kinds: [String: (kind: Detail.Kind, table: String)] = [:]
        for (_, table) in tables.sorted(by: { $0.key < $1.key }) {
            if let others = table.others, table.rows != .ofReturn(.exceptions) || !commented.contains(others) {
                findings.report(.unusableOthers(others, among: commented), at: table.location)
            }
            for field in table.columns.flatMap(\.fields) {
                guard let detail = field.detail else { continue }
                if let other = kinds[detail.name], other.kind != detail.kind {
                    findings.report(.conflictingDetail(detail, other: other), at: field.location)
                } else {
                    kinds[detail.name] = (detail.kind, table.id)
                }
            }
        }
    }

    /// The program's words by the names of their files, without extensions.
    private func programWords(_ texts: [(id: String, text: SourceText)]) -> [String: WordingReader.LanguageWording] {
        var words: [String: WordingReader.LanguageWording] = [:]
        for (id, text) in texts {
            words[id] = value(text).flatMap { WordingReader(findings: findings, base: nil).read($0) }
        }
        return words
    }

    /// The texts of the YAML files of two folders, by their names without ending; the workspace's hides the program's.
    private func files(in program: WorkspaceFolder, or workspace: WorkspaceFolder) -> [(id: String, text: SourceText)] {
        let own = Set(workspace.names)
        return Set(program.names).union(own).sorted().compactMap { name in
            let folder = own.contains(name) ? workspace : program
            guard name.hasSuffix(".yaml") else {
                if name.hasSuffix(".yml") {
                    findings.report(.unreadLayout(name), at: SourceLocation(in: folder.file(name)))
                }
                return nil
            }
            let id = String(name.dropLast(5))
            if !id.isIdentifier {
                findings.report(.invalidLayoutName(id), at: SourceLocation(in: folder.file(name)))
            }
            return folder.text(name).map { (id, $0) }
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func misplacedWording(expected words: String) -> Self {
        Self(.invalidFileName, "the words of papers stand in `\(own: words).yaml`", hint: "rename the file")
    }

    fileprivate static func unusableOthers(_ name: String, among known: [String]) -> Self {
        Self(
            .unknownName,
            "`\(name.shortened)` cannot follow the table",
            hint: "`others` is for the rows `exceptions`, and names a kind with the rows `commented`: "
                + "\(own: known.inBackticks)"
        )
    }

    fileprivate static func conflictingDetail(
        _ detail: DetailField,
        other: (kind: Detail.Kind, table: String)
    ) -> Self {
        Self(
            .conflictingKeys,
            "`\(own: detail.name)` holds a \(own: detail.kind.rawValue) here and a \(own: other.kind.rawValue) "
                + "in the kind of table `\(own: other.table)`",
            hint: "a column of returns is read in one way: give one of the two another name"
        )
    }

    fileprivate static func repeatedLanguage(_ language: String) -> Self {
        Self(
            .repeatedLanguage,
            "two files have the words of the language `\(language.shortened)`",
            hint: "keep one of them: a file of the name of the program's changes its words"
        )
    }

    fileprivate static func unreadLayout(_ name: String) -> Self {
        Self(.unreadFile, "the file is not read", hint: "name it `\(name.dropLast(4)).yaml`")
    }

    fileprivate static func invalidLayoutName(_ id: String) -> Self {
        Self(
            .invalidFileName,
            "`\(id.shortened)` is not a name for a layout",
            hint: "name the file `\(id.asIdentifier).yaml`"
        )
    }
}
