// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import FoundationEssentials
import Glibc
import Intake
import Monitoring
import PaperTree
import UnicodeText
import WorkspaceFiles

/// A draft that is to go out.
package struct CirculationRequest: Sendable, Hashable {
    /// The folder that holds `council.yaml`.
    package var workspace: String
    /// A paper by its own name or its file's: all papers of the file go out together.
    package var paper: String
    /// What the draft is called: "version 2".
    package var version: String
    /// When PDFs say that they were made, in seconds since 1970.
    package var madeAt: Int?

    package init(workspace: String, paper: String, version: String, madeAt: Int? = nil) {
        self.workspace = workspace
        self.paper = paper
        self.version = version
        self.madeAt = madeAt
    }
}

/// A draft in `circulated/` as it was kept.
package struct CirculatedRecord: Sendable {
    /// The folder of the draft, or `nil` if there are errors.
    package var folder: String?
    /// The papers in it, each with its place in the folder as its name.
    package var files: [Publication.File] = []
    /// What was found while the draft was made.
    package var diagnostics: [Diagnostic]
    /// What the draft and the returns in it are about.
    package var subjects: Set<SourceFile.Subject> = []
    /// What of that is told.
    package var selection: DiagnosticSelection { DiagnosticSelection(diagnostics, about: subjects) }
}

/// Keeps a draft of a paper as it goes out: its PDFs and every file that it is made of, in `circulated/`.
///
/// - Throws: a ``PublicationError`` if the version has been circulated before, there is no such paper, or something cannot be
///   written; then nothing is kept.
package func circulate(
    _ request: CirculationRequest,
    with program: ProgramFiles,
    progress: @escaping @Sendable (Activity) -> Void = { _ in }
) throws(PublicationError) -> CirculatedRecord {
    let version = request.version
    guard !version.isBlank, !version.unicodeScalars.contains(where: { $0.value < 0x20 })
    else { throw PublicationError(.usage, "a draft has a name of one line, such as `version 1`") }
    let pipeline = Pipeline(
        program: program,
        workspace: request.workspace,
        madeAt: request.madeAt,
        progress: progress
    )
    let files = DiskFiles(root: request.workspace)
    let contents = try pipeline.read(files)
    guard let round = contents.round, let paper = try round.jobs(ofPapers: [request.paper]).first?.file else {
        return CirculatedRecord(diagnostics: contents.settled(contents.diagnostics).kept)
    }
    var drafts = CirculatedDrafts(in: files, program: program)
    let earlier = drafts.circulations(of: paper)
    if drafts.diagnostics.holdsErrors { return CirculatedRecord(diagnostics: drafts.diagnostics) }
    if earlier.contains(where: { $0.version.lowercased() == version.lowercased() }) {
        throw PublicationError(.usage, "`\(paper)` has been circulated as `\(version)` before")
    }
    let publication = try publish(
        PublicationRequest(workspace: request.workspace, papers: [paper], madeAt: request.madeAt),
        contents,
        from: files,
        with: pipeline,
        progress: progress
    )
    if publication.diagnostics.holdsErrors {
        return CirculatedRecord(diagnostics: publication.diagnostics, subjects: publication.subjects)
    }

    let number = (earlier.last?.number ?? 0) + 1
    let parent = "\(request.workspace)/\(Circulation.folder(of: paper))"
    let name = Circulation.name(number: number, version: version)
    var record = CirculatedRecord(folder: "\(parent)/\(name)", diagnostics: publication.diagnostics)
    record.subjects = publication.subjects
    for var file in publication.files {
        file.name = (file.edition == .restricted ? "restricted/" : "public/") + file.name
        record.files.append(file)
    }
    pipeline.begin(.keeping(version))
    let draft = DraftFolder(parent: parent, name: name)
    try draft.write { folder throws(PublicationError) in
        for entry in [
            "council.yaml", "round.yaml", "bank-holidays.json", "returns", "papers/\(paper).md",
            "papers/\(paper).docx", "papers/\(paper).yaml", Prose.pictureFolder, "layouts", "fonts",
        ] {
            try DraftFolder.copy(entry, from: files, to: folder + "/workspace")
        }
        for file in record.files {
            let parts = file.name.split(separator: "/")
            try AtomicFile.write(file.bytes, to: String(parts[1]), in: "\(folder)/\(parts[0])")
        }
        let entry = Circulation.record(number: number, version: version)
        try AtomicFile.write(Array(entry.utf8), to: "circulated.yaml", in: folder)
    }
    return record
}

/// A folder that is there as a whole or not at all.
private struct DraftFolder {
    let parent: String
    let name: String

    /// Fills a hidden folder, and gives it its name when all is in it.
    func write(_ fill: (_ folder: String) throws(PublicationError) -> Void) throws(PublicationError) {
        try AtomicFile.makeFolder(parent)
        let part = "\(parent)/.\(name).\(getpid()).part"
        do throws(PublicationError) {
            try fill(part)
            guard rename(part, "\(parent)/\(name)") == 0 else {
                let reason = String(cString: strerror(errno))
                throw PublicationError(.inputOutput, "\(parent)/\(name) cannot be put in place: \(reason)")
            }
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw error
        }
    }

    /// Copies a file, or a folder with all that is in it; does nothing if there is no such entry.
    static func copy(_ entry: String, from files: DiskFiles, to target: String) throws(PublicationError) {
        do {
            switch try files.kind(of: entry) {
            case nil: return
            case .folder:
                try AtomicFile.makeFolder("\(target)/\(entry)")
                for name in try files.names(in: entry) { try copy("\(entry)/\(name)", from: files, to: target) }
            case .file, .other:
                guard let bytes = try files.bytes(of: entry) else { return }
                let parts = entry.split(separator: "/")
                let folder = ([Substring(target)] + parts.dropLast()).joined(separator: "/")
                try AtomicFile.write(bytes, to: String(parts.last ?? ""), in: folder)
            }
        } catch let error as PublicationError {
            throw error
        } catch {
            throw PublicationError(.inputOutput, "\(error)")
        }
    }
}
