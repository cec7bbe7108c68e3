// SPDX-License-Identifier: Apache-2.0

import Composition
import Digests
package import Diagnostics
import Glibc
package import Intake
package import Monitoring
import PaperTree
package import WorkspaceFiles

/// Holds papers back that print something that was exempt without its mark, and remembers what is marked.
///
/// Nothing of it reaches a paper: the ledger decides whether papers are made, not what is in them.
struct ExemptGuard {
    let file: ExemptLedgerFile
    /// Where editions that are not for publication are written, where that is known.
    let restrictedFolder: String?

    init(workspace: String, restrictedFolder: String? = nil) {
        file = ExemptLedgerFile(workspace: workspace)
        self.restrictedFolder = restrictedFolder
    }

    /// What is to be said of a round.
    struct Findings {
        /// What is held back.
        var held: [HeldPart] = []
        /// What would be, had it not been released.
        var released: [ReleasedPart] = []
        /// Under which the digests of what is held back are; `nil` where nothing was compared.
        var key: DigestKey?
        /// Why the ledger cannot be relied on.
        var ledgerProblems: [Diagnostic] = []
        /// That the ledger does not reach back to the beginning.
        var restarts: [ExemptLedger.Restart] = []

        var diagnostics: [Diagnostic] {
            ledgerProblems + held.map(\.diagnostic) + released.map(\.diagnostic)
                + restarts.map { .ledger(.restarted($0)) }
        }

        /// The files that no report quotes: those with something that is held back, and the others of the same return, where its notes are.
        var hiddenFiles: Set<String> {
            held.reduce(into: Set()) { files, held in
                let file = held.part.location.sourceFile
                files.insert(file.path)
                guard case .directorateReturn(let directorate) = file.subject else { return }
                files.insert("returns/\(directorate)/")
            }
        }
    }

    /// Compares what is open in a round with what the ledger remembers, and with what is marked elsewhere in the round.
    func findings(in round: MonitoringRound) -> Findings {
        var findings = Findings()
        let key: DigestKey
        var record = ExemptLedger.RoundRecord()
        switch file.read() {
        case .none:
            if let edition = restrictedEdition(of: round) {
                findings.ledgerProblems = [
                    .ledger(.missing("there are editions that are not for publication, such as \(edition)"))
                ]
                return findings
            }
            if !round.holdsExemptInformation { return findings }
            key = DigestKey()
        case .lost:
            findings.ledgerProblems = [.ledger(.missing("its folder \(ExemptLedgerFile.folder) is there"))]
            return findings
        case .ledger(let ledger, let own):
            if ledger.council != own.digest(of: round.council.ledgerName) {
                findings.ledgerProblems = [.ledger(.ofOtherCouncil)]
                return findings
            }
            key = own
            findings.restarts = ledger.restarts
            record = ledger.record(of: round.ledgerNames(under: own))
            if record.entries.isEmpty, !round.holdsExemptInformation { return findings }
        case .unusable(let reason):
            findings.ledgerProblems = [.ledger(.unusable(reason))]
            return findings
        }
        findings.key = key
        let parts = round.parts
        var comparison = ExemptComparison(record: record, marked: parts.marked, key: key)
        (findings.held, findings.released) = comparison.results(of: parts)
        return findings
    }

    /// What would be held back if one round took the place of another, the marks of which count as if they were remembered.
    func findings(in round: MonitoringRound, inPlaceOf former: MonitoringRound) -> Findings {
        var findings = findings(in: round)
        let former = former.parts
        if former.marked.isEmpty { return findings }
        let key = DigestKey()
        var record = ExemptLedger.RoundRecord()
        record.remember(former, key: key) { _ in [] }
        let parts = round.parts
        var comparison = ExemptComparison(record: record, marked: parts.marked, key: key)
        let (held, _) = comparison.results(of: parts)
        let places = Set(findings.held.map(\.place) + findings.released.map { $0.part.location.releasePlace })
        findings.held += held.filter { !places.contains($0.place) }
        return findings
    }

    /// Whether no report quotes a file: something in it was marked when an edition that is not for publication was made.
    ///
    /// Its marks may be lost by now, and where the file cannot be read as a whole nothing else would show it. Of a ledger that cannot be
    /// used nobody knows what it remembers, so that no return and no paper is quoted.
    var unquotedFiles: (SourceFile) -> Bool {
        switch file.read() {
        case .none: { _ in false }
        case .ledger(let ledger, let key):
            { file in
                // What is in a workbook or in Word now may have been in a file of text, and the other way round.
                let others: [String] =
                    switch file.subject {
                    case .directorateReturn(let id): ["returns/\(id)/return.yaml"]
                    case .paper(let id): ["md", "docx", "yaml"].map { "papers/\(id).\($0)" }
                    default: []
                    }
                return ([file.path] + others).contains { ledger.heldMarks(inFileAt: key.digest(of: $0.ledgerPath)) }
            }
        case .lost, .unusable:
            { file in
                switch file.subject {
                case .directorateReturn, .paper: true
                default: false
                }
            }
        }
    }

    /// Remembers what is marked in a round, as it is published in editions that are not for everybody.
    ///
    /// - Parameter papers: the papers that are published so, by their identifiers.
    /// - Throws: a ``PublicationError`` where the ledger cannot be written: then nothing may be published.
    func remember(_ round: MonitoringRound, publishedIn papers: Set<String>) throws(PublicationError) {
        if papers.isEmpty { return }
        let parts = round.parts
        let shown = papers.sorted().map { ($0, round.files(shownBy: $0)) }
        try file.update { contents throws(PublicationError) in
            var (ledger, key) = try contents.ledger(for: round, asNew: false)
            let names = round.ledgerNames(under: key)
            var record = ledger.record(of: names)
            record.names.formUnion(names.digests)
            record.files.formUnion(round.filesWithMarks(parts).map { key.digest(of: $0.ledgerPath) })
            record.remember(parts, key: key) { file in
                let papers = shown.filter { _, files in files.contains { file.hasPrefix($0) } }.map(\.0)
                return papers.isEmpty ? nil : papers
            }
            ledger.set(record)
            return (ledger, key)
        }
    }

    /// An edition of one of the round's papers that is not for publication and is on disk, or `nil` if there is none.
    private func restrictedEdition(of round: MonitoringRound) -> String? {
        let files = DiskFiles(root: file.workspace)
        func names(in folder: String) -> [String] { (try? files.names(in: folder)) ?? [] }
        for paper in names(in: "circulated") {
            for draft in names(in: "circulated/\(paper)") {
                let folder = "circulated/\(paper)/\(draft)/restricted"
                if let edition = names(in: folder).first { return "\(folder)/\(edition)" }
            }
        }
        guard let restrictedFolder else { return nil }
        let stems = round.paperIdentifiers.map { Edition.restricted.stem(of: $0) }
        do throws(FileError) {
            let edition = try DiskFiles(root: restrictedFolder).names(in: "").first { name in
                stems.contains { name.hasPrefix($0) }
            }
            return edition.map { "\(restrictedFolder)/\($0)" }
        } catch {
            // A folder that cannot be looked into may hold one; one that cannot be there holds none.
            var status = stat()
            let isAbsent = stat(restrictedFolder, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)
            return isAbsent ? nil : restrictedFolder
        }
    }
}

/// The folder of a workspace that the ledger of exempt information is written in.
package func ledgerFolder(ofWorkspace workspace: String) -> String { "\(workspace)/\(ExemptLedgerFile.folder)" }

/// The files of the ledger of exempt information, from the workspace's folder: what is compared, and the key under which it is.
package let ledgerFiles = [ExemptLedgerFile.place, "\(ExemptLedgerFile.folder)/\(ExemptLedgerFile.keyName)"]

/// Makes the folder of a workspace's ledger of exempt information, where there is none, for a process that may write in it and nowhere else.
///
/// A workspace that cannot be written to is left as it is.
package func prepareLedger(ofWorkspace workspace: String) { ExemptLedgerFile(workspace: workspace).prepare() }

/// The state of a workspace's ledger of exempt information, or `nil` if there is none: another process may write to it.
package func ledgerMark(ofWorkspace workspace: String) -> FileMark? { ExemptLedgerFile(workspace: workspace).mark }

/// Whether no report quotes a file of a workspace, by what its ledger of exempt information remembers.
package func unquotedFiles(ofWorkspace workspace: String) -> (SourceFile) -> Bool {
    ExemptGuard(workspace: workspace).unquotedFiles
}

extension WorkspaceContents {
    /// Reports what was exempt, in a round whose place this one is to take or by the ledger, and has lost its mark.
    ///
    /// - Returns: the reports.
    package mutating func reportUnmarked(since former: MonitoringRound, workspace: String) -> [Diagnostic] {
        guard let round else { return [] }
        let findings = ExemptGuard(workspace: workspace).findings(in: round, inPlaceOf: former)
        hold(findings)
        return findings.held.map(\.diagnostic)
    }

    /// Takes in what is to be said of exempt information: of what is held back no report quotes a word.
    mutating func hold(_ findings: ExemptGuard.Findings) {
        add(findings.diagnostics, hiding: findings.hiddenFiles)
    }
}

extension ExemptLedgerFile.Contents {
    /// The ledger to be changed, with its key: a new one where there is none.
    ///
    /// - Parameters:
    ///   - asNew: whether one that cannot be used is given up for a new one.
    ///   - key: that of a new one.
    func ledger(
        for round: MonitoringRound,
        asNew: Bool,
        key: DigestKey = DigestKey()
    ) throws(PublicationError) -> (ExemptLedger, DigestKey) {
        switch self {
        case .ledger(var ledger, let own):
            let council = own.digest(of: round.council.ledgerName)
            if ledger.council == council { return (ledger, own) }
            guard asNew else {
                throw PublicationError(.inputOutput, "\(ExemptLedgerFile.place) is of a council of another name")
            }
            // A council that has got another name still has what was exempt.
            ledger.council = council
            return (ledger, own)
        case .unusable, .lost:
            if !asNew { throw PublicationError(.inputOutput, "\(ExemptLedgerFile.place) has been damaged or lost") }
        case .none: break
        }
        return (ExemptLedger(council: key.digest(of: round.council.ledgerName)), key)
    }
}

extension Council {
    /// The council as the ledger knows it.
    fileprivate var ledgerName: String { "council\u{1F}\(name)" }
}

extension String {
    /// The path of a file as the ledger knows it.
    fileprivate var ledgerPath: String { "file\u{1F}\(self)" }
}

extension MonitoringRound {
    /// The files that something marked stands in, and the others of the same returns, where their notes are; all files of a return that
    /// is appended as exempt.
    fileprivate func filesWithMarks(_ parts: RoundParts) -> Set<String> {
        let marked = parts.marked.map(\.location.sourceFile)
        var files = Set(marked.map(\.path))
        var directorates = Set(
            marked.compactMap { file in
                if case .directorateReturn(let directorate) = file.subject { directorate } else { nil }
            }
        )
        for paper in papers {
            for appendix in paper.appendices where paper.exemption != nil || appendix.exemption != nil {
                directorates.formUnion(council.directorates(in: appendix, of: paper))
            }
        }
        for directorate in directorates { files.formUnion(returnFileNames.map { "returns/\(directorate)/\($0)" }) }
        return files
    }

    /// What every paper is called, and every return by itself.
    var paperIdentifiers: [String] {
        papers.map(\.id) + council.directorates.map { $0.paperIdentifier }
    }

    /// With what the paths of the files begin that a paper is made of, or a return by itself.
    fileprivate func files(shownBy paper: String) -> [String] {
        if let directorate = council.directorates.first(where: { $0.paperIdentifier == paper }) {
            return ["returns/\(directorate.id)/"]
        }
        return papers.filter { $0.id == paper }.flatMap { source in
            ["papers/\(source.file)."]
                + source.appendices.flatMap { council.directorates(in: $0, of: source) }.map { "returns/\($0)/" }
        }
    }
}

extension Diagnostic {
    /// A diagnostic about the ledger, which nobody writes by hand.
    fileprivate static func ledger(_ message: Message) -> Diagnostic {
        Diagnostic(message, at: SourceLocation(in: SourceFile(ExemptLedgerFile.place, subject: .exemptLedger)))
    }
}

extension Diagnostic.Message {
    fileprivate static func restarted(_ restart: ExemptLedger.Restart) -> Self {
        let day = CalendarDate(restart.day)?.description ?? restart.day
        return Self(
            .ledgerRestarted,
            "the ledger of what is exempt was begun anew by \(own: restart.name) on \(own: day): \(own: restart.reason)",
            hint: "what was exempt before is not remembered"
        )
    }

    /// - Parameter sign: by what it is known that there was a ledger.
    fileprivate static func missing(_ sign: String) -> Self {
        Self(
            .unusableLedger,
            "the ledger of what is exempt is missing, though \(own: sign)",
            hint: ledgerHint
        )
    }

    fileprivate static var ofOtherCouncil: Self {
        Self(
            .unusableLedger,
            "the ledger of what is exempt cannot be used: it is of a council of another name",
            hint:
                "put `name` in council.yaml back as it was; where the council has been renamed, run "
                + "cleardays release WORKSPACE --new-ledger --reason \"…\", which keeps what is remembered"
        )
    }

    fileprivate static func unusable(_ reason: String) -> Self {
        Self(.unusableLedger, "the ledger of what is exempt cannot be used: \(own: reason)", hint: ledgerHint)
    }

    private static var ledgerHint: DiagnosticText {
        "restore the folder \(own: ExemptLedgerFile.folder) from a backup; or see yourself that whatever is exempt is marked, and run "
            + "cleardays release WORKSPACE --new-ledger --reason \"…\""
    }
}
