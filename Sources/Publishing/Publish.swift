// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import FoundationEssentials
import Composition
import CrashReporting
import Intake
import Layouts
import Monitoring
import PDFExport
import PaperTree
import TextShaping
import Typesetting
import WorkspaceFiles

/// Takes a workspace the whole way: reads it, composes its papers, sets them and writes them out.
///
/// Every problem of intake and composition is collected. Where one is an error nothing is set and nothing written, so that the last
/// good paper stays.
///
/// - Parameter progress: is told what is being done.
/// - Throws: a ``PublicationError`` where the workspace cannot be read, something asked for is not in it, or a
///   library fails.
package func publish(
    _ request: PublicationRequest,
    with program: ProgramFiles,
    progress: (String) -> Void = { _ in }
) throws(PublicationError) -> Publication {
    func begin(_ activity: String) {
        CrashReporter.begin(activity)
        progress(activity)
    }
    var press = Press(program: program, request: request)
    begin("reading `\(request.workspace)`")
    guard let contents = try press.read() else { return press.publication }
    let papers = try press.compose(contents, progress: begin)
    let set = press.publication.diagnostics.holdsErrors ? [] : press.typeset(papers, in: contents, progress: begin)
    press.publication.diagnostics = contents.texts.excerpting(press.publication.diagnostics.inReadingOrder)
    if press.publication.diagnostics.holdsErrors { return press.publication }
    try press.export(set, progress: begin)
    // Before anything is on disk: what cannot be remembered is not published.
    try press.exemptGuard.remember(contents.round, publishedIn: press.publication.restrictedPapers)
    return press.publication
}

/// Takes a workspace as far as its pages, to find every problem; writes nothing.
///
/// A paper that an error concerns is not set: nobody knows what pages it would have.
///
/// - Throws: a ``PublicationError`` as ``publish(_:with:progress:)`` does.
package func check(_ workspace: String, with program: ProgramFiles) throws(PublicationError) -> [Diagnostic] {
    var press = Press(program: program, request: PublicationRequest(workspace: workspace))
    CrashReporter.begin("reading `\(workspace)`")
    guard let contents = try press.read() else { return press.publication.diagnostics }
    let papers = try press.compose(contents, alsoAppendices: false, progress: CrashReporter.begin)
    let errors = ErrorsByPaper(press.publication.diagnostics, council: contents.round.council)
    let sound = papers.filter { paper in
        let index = contents.round.papers.firstIndex { $0.id == paper.properties.id }
        guard let index else { return false }
        return errors.concerning(contents.round.papers[index].file, in: contents.round, layouts: contents.layouts) {
            round in
            var unused: [Diagnostic] = []
            return Composition.compose(
                round.papers[index],
                in: round,
                layouts: contents.layouts,
                told: .leftOut,
                diagnostics: &unused
            )
        }.isEmpty
    }
    _ = press.typeset(sound, in: contents, progress: CrashReporter.begin)
    return contents.texts.excerpting(press.publication.diagnostics.inReadingOrder)
}

/// The stages, each with the value that the next one takes.
struct Press {
    /// What has been read, where it is enough to go on with.
    struct Contents {
        var round: MonitoringRound
        var layouts: LayoutSet
        /// Nothing where its file has mistakes, or the council's own is not there; the intake has reported that.
        var theme: Theme?
        var texts: SourceTexts
    }

    let program: ProgramFiles
    var request: PublicationRequest
    var publication = Publication()
    private var shaper: TextShaper?

    var exemptGuard: ExemptGuard {
        ExemptGuard(workspace: request.workspace, restrictedFolder: request.restrictedFolder)
    }

    init(program: ProgramFiles, request: PublicationRequest) {
        self.program = program
        self.request = request
    }

    mutating func read() throws(PublicationError) -> Contents? {
        publication.timer.begin(.intake)
        defer { publication.timer.end() }
        var contents: WorkspaceContents
        do {
            contents = try readWorkspace(
                at: request.workspace,
                programLayouts: program.layouts,
                isUnquoted: exemptGuard.unquotedFiles
            )
        } catch {
            throw PublicationError(.inputOutput, "\(error)")
        }
        if let round = contents.round {
            publication.identifiers = round.paperIdentifiers
            contents.hold(exemptGuard.findings(in: round))
        }
        publication.diagnostics += contents.diagnostics
        guard let round = contents.round else { return nil }
        let theme = try contents.theme(request.theme)
        return Contents(round: round, layouts: contents.layouts, theme: theme, texts: contents.texts)
    }

    /// The papers that are asked for, each for everybody, and where something in it is exempt, also as it is not for
    /// publication.
    ///
    /// - Parameter alsoAppendices: whether the directorates' returns are wanted alone where nothing is named.
    mutating func compose(
        _ contents: Contents,
        alsoAppendices: Bool = true,
        progress: (String) -> Void
    ) throws(PublicationError) -> [Paper] {
        publication.timer.begin(.composition)
        defer { publication.timer.end() }
        let round = contents.round
        try check(request.appendices, against: round.council.directorates.map(\.id), what: "directorate")
        let editions = Editions(of: round)
        var papers: [Paper] = []
        var drafts = CirculatedDrafts(in: DiskFiles(root: request.workspace), program: program)
        var size = RunSize()
        let wantsAll = request.papers.isEmpty && request.appendices.isEmpty
        let sources = try sources(in: round)
        for (index, source) in round.papers.enumerated() where sources.contains(where: { $0.id == source.id }) {
            progress("composing `\(source.id)`")
            let made = try editions.papers { round, isOpen in
                Composition.compose(
                    round.papers[index],
                    in: round,
                    layouts: contents.layouts,
                    told: drafts.told(by: round.papers[index], isOpen: isOpen),
                    diagnostics: &publication.diagnostics
                )
            }
            if let problem = size.problem(adding: made, at: "papers/\(source.file).md") {
                publication.diagnostics.append(problem)
                return []
            }
            papers += made
        }
        publication.diagnostics += drafts.diagnostics
        var composer = AppendixComposer(layouts: contents.layouts)
        let appendices = wantsAll && alsoAppendices ? round.council.directorates.map(\.id) : request.appendices
        for directorate in appendices.inFirstPlaces {
            progress("composing the appendix `\(directorate)`")
            let appendix = try editions.papers { round, _ in
                composer.appendix(of: directorate, in: round, diagnostics: &publication.diagnostics)
            }
            if appendix.isEmpty, !wantsAll, !publication.diagnostics.holdsErrors {
                throw PublicationError(.usage, "no paper appends the return of `\(directorate)`")
            }
            if let problem = size.problem(adding: appendix, at: "returns/\(directorate)") {
                publication.diagnostics.append(problem)
                return []
            }
            papers += appendix
        }
        return papers
    }

    /// The papers that are asked for: all of them where nothing is.
    func sources(in round: MonitoringRound) throws(PublicationError) -> [PaperSource] {
        try check(request.papers, against: round.papers.flatMap { [$0.id, $0.file] }, what: "paper")
        if request.papers.isEmpty, request.appendices.isEmpty { return round.papers }
        return round.papers.filter { request.papers.contains($0.id) || request.papers.contains($0.file) }
    }

    /// Sets papers in pages. What errors concern is not handed in: only of a model without errors is it known that it can be set.
    mutating func typeset(_ papers: [Paper], in contents: Contents, progress: (String) -> Void) -> [TypesetPaper] {
        guard let theme = contents.theme else { return [] }
        do {
            let fonts = try WorkspaceFonts(in: DiskFiles(root: request.workspace))
            let shaper = try program.shaper(with: fonts)
            publication.diagnostics += fonts.diagnostics + shaper.diagnostics
            self.shaper = shaper
            var set: [TypesetPaper] = []
            for paper in papers {
                progress("setting `\(paper.properties.id)`")
                let shaped = try publication.timer.measure(.shaping) { () throws(FontError) in
                    try shape(paper, theme: theme, shaper: shaper)
                }
                let pages = try publication.timer.measure(.pagination) { () throws(FontError) in try paginate(shaped) }
                publication.diagnostics += pages.diagnostics
                set.append(pages)
            }
            publication.diagnostics += KnownFonts(list: program.fontDigests).changed(among: shaper.fontFiles)
            return set
        } catch {
            let file = SourceLocation(file: "layouts/themes/\(theme.id).yaml")
            publication.diagnostics.append(.error("\(own: error)", at: file))
            return []
        }
    }

    mutating func export(
        _ papers: [TypesetPaper],
        progress: (String) -> Void
    ) throws(PublicationError) {
        guard let shaper else { return }
        do {
            for paper in papers {
                let id = paper.paper.properties.id
                let edition = paper.paper.properties.edition
                progress("writing `\(id)`")
                switch request.format {
                case .pdf:
                    let date = request.madeAt.flatMap(DocumentDate.init(secondsSince1970:))
                    let tagged = try publication.timer.measure(.tagging) { () throws(ExportError) in try tag(paper) }
                    let painted = try publication.timer.measure(.painting) { () throws(ExportError) in
                        try paint(tagged, shaper: shaper)
                    }
                    let bytes = try publication.timer.measure(.finishing) { () throws(ExportError) in
                        try finish(painted, date: date)
                    }
                    publication.files.append(
                        .init(
                            name: "\(edition.stem(of: id)).pdf",
                            paper: id,
                            edition: edition,
                            bytes: bytes,
                            pages: paper.pages.count
                        )
                    )
                case .png:
                    publication.timer.begin(.painting)
                    defer { publication.timer.end() }
                    for page in paper.pages {
                        let bytes = try exportPNG(page, shaper: shaper)
                        publication.files.append(
                            .init(
                                name: PageImages.name(of: page.number, in: edition.stem(of: id)),
                                paper: id,
                                edition: edition,
                                bytes: bytes,
                                pages: 1
                            )
                        )
                    }
                case .tree, .treeJSON:
                    let (text, suffix) =
                        request.format == .tree ? (paper.paper.dump, "txt") : (paper.paper.json, "json")
                    publication.files.append(
                        .init(
                            name: "\(edition.stem(of: id)).\(suffix)",
                            paper: id,
                            edition: edition,
                            bytes: Array(text.utf8),
                            pages: paper.pages.count
                        )
                    )
                }
            }
        } catch {
            throw PublicationError(.fault, "internal error: \(error)")
        }
    }

    private func check(_ wanted: [String], against known: [String], what: String) throws(PublicationError) {
        for name in wanted where !known.contains(name) {
            let hint = NearestName.hint(for: name, among: known, from: .program).map { "; \($0)" } ?? ""
            throw PublicationError(.usage, "there is no \(what) `\(name)`\(hint)")
        }
    }
}

extension [String] {
    /// Each once, where it first stands.
    fileprivate var inFirstPlaces: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
