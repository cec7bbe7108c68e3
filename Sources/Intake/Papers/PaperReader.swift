// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Layouts
import Monitoring
import UnicodeText
import WorkspaceFiles

/// Reads a paper: a header, and a body in Markdown or in Word.
struct PaperReader {
    let findings: DiagnosticCollector
    let names: NameRules
    /// `nil` if the council's file could not be read.
    let council: Council?
    let layouts: LayoutSet
    let pictures: PictureReader

    /// The parts of a paper, in one file or two.
    private struct Parts {
        var header: String
        var headerFile: SourceFile
        /// Of the header's file.
        var linesBefore = 0
        var headerEnd = Int.max
        var bodyFile: SourceFile
        var body: (ProseReader) -> Prose
    }

    /// A paper in one file: its header between lines of `---`, and its body.
    func read(_ text: SourceText, id: String) -> ReadPaper {
        let parts: FrontMatter
        do throws(FrontMatter.Problem) {
            parts = try FrontMatter(text.bytes)
        } catch {
            findings.hide(text.file)
            report(error, in: text.sourceFile)
            return ReadPaper(isClear: false)
        }
        let start = SourceLocation(file: text.sourceFile, line: parts.bodyLine, column: 1)
        return read(
            Parts(
                header: parts.header,
                headerFile: text.sourceFile,
                linesBefore: 1,
                headerEnd: parts.bodyLine,
                bodyFile: text.sourceFile
            ) { $0.wholeText(parts.body, origin: TextOrigin(start: start)) },
            id: id
        )
    }

    /// A paper whose body is a Word document, with its header in a file beside that.
    func read(_ document: [UInt8], file: SourceFile, header: SourceText, id: String) -> ReadPaper {
        read(
            Parts(header: header.string, headerFile: header.sourceFile, bodyFile: file) {
                $0.document(document, file: file).prose
            },
            id: id
        )
    }

    /// The paper, or one for each of several bodies; none if its header does not name the meeting.
    ///
    /// The header comes first: it says what is exempt in the body, and what in it is not. Where the paper may hold something exempt, an
    /// error in its header also holds up the returns alone that are composed with it, since it may be a mark that was lost.
    private func read(_ parts: Parts, id: String) -> ReadPaper {
        let files = Set([parts.headerFile.path, parts.bodyFile.path])
        func errorCount() -> Int { files.reduce(0) { $0 + findings.errorCount(in: $1) } }
        func mayHoldExempt() -> Bool { files.contains { findings.mayHoldExempt($0) } }
        let errorsBefore = errorCount()
        let value = YAMLReader(findings: findings, file: parts.headerFile, linesBefore: parts.linesBefore)
            .read(parts.header)
        let isPublic = ClassifiedHeader(parts.header, value: value).isPublic
        if !isPublic { for file in files { findings.hide(file) } }
        let form = value.flatMap { filled($0, in: parts.headerFile) }
        form?.readWaivers()
        let exemption = form.flatMap(wholeExemption)
        let errorsBeforeBody = errorCount()
        let body = parts.body(ProseReader(findings: findings, isExempt: exemption != nil, pictures: pictures))
        if files.contains(where: findings.holdsMarks) { form?.hideWaivers() }
        reportNotes(in: [body])
        names.check(body)
        let errorsOfBody = errorCount() - errorsBeforeBody
        defer {
            if mayHoldExempt() { findings.expose(errorsIn: parts.headerFile.path, before: parts.headerEnd) }
        }
        guard let form else { return ReadPaper(isClear: isPublic && !mayHoldExempt()) }
        let sources = papers(form, id: id, body: body, exemption: exemption, at: SourceLocation(in: parts.bodyFile))
        let isRight = errorCount() - errorsOfBody == errorsBefore
        return ReadPaper(sources: sources, isClear: isPublic && (isRight || !mayHoldExempt()))
    }

    private func filled(_ value: YAMLValue, in file: SourceFile) -> FilledForm? {
        if case .nothing = value.content {
            report(.hasNoHeader, in: file)
            return nil
        }
        return FilledForm(value, PaperForm.form, findings)
    }

    private func report(_ problem: FrontMatter.Problem, in file: SourceFile) {
        switch problem {
        case .hasNoHeader:
            findings.report(.missingHeader, at: SourceLocation(in: file, .line(1)))
        case .headerIsNotClosed:
            findings.report(.unclosedHeader, at: SourceLocation(in: file, .line(1)))
        }
    }

    private func papers(
        _ form: FilledForm,
        id: String,
        body: Prose,
        exemption: Exemption?,
        at location: SourceLocation
    ) -> [PaperSource] {
        let isExempt = exemption != nil
        let people = council.map { KnownNames($0.people.map(\.id)) }
        let authors = authors(form, among: people)
        let layout = form.text(PaperForm.layout)
        let known = KnownNames(layouts.papers.keys.sorted())
        if let layout { findings.check(layout, among: known, of: "layout", from: .program) }
        let contact = form.text(PaperForm.contact)
        if let contact { findings.check(contact, among: people, of: "person", from: .council) }
        // A word that is none of the choices was meant for bodies.
        let each =
            form.mentions(PaperForm.forEach)
            ? form.choice(PaperForm.forEach, of: ForEach.self) ?? .overviewBodies : nil
        let meetings = MeetingReader(findings: findings, council: council).meetings(form, forEach: each)
        let prose = prose(form, layout: layout?.string, isExempt: isExempt)
        let cover = CoverReader(
            findings: findings,
            people: people,
            layout: layout.flatMap { layouts.papers[$0.string] }
        )
        let implications = cover.implications(form, isExempt: isExempt)
        reportNotes(in: implications.map(\.text))
        for implication in implications { names.check(implication.text) }
        names.check(form.value(PaperForm.subject)?.text)
        let appendices = form.list(PaperForm.appendices).map {
            AppendixReader(form: $0, council: council, names: names).appendix(ofExemptPaper: isExempt)
        }
        reportNotes(in: appendices.map(\.text))
        let subject = form.words(PaperForm.subject)
        let directorates = directorates(form)
        let reasons = form.exemptReasons(PaperForm.exempt)
        let rules = ExemptRules(
            findings: findings,
            reasons: reasons,
            reasonToAdd: { ExemptRules.reasonToAdd(under: $0, to: "the header") },
            nation: council?.nation
        )
        if let exemption {
            rules.checkNumbers([(exemption, form.location(of: PaperForm.classification))])
        } else {
            let texts =
                [prose.summary, body] + prose.recommendations.map(\.text) + implications.map(\.text)
                + prose.backgroundPapers + appendices.filter { $0.exemption == nil }.map(\.text)
            let marked = appendices.compactMap { one in one.exemption.map { ($0, one.location) } }
            rules.check(texts.flatMap(\.exemptions) + marked)
        }
        let asAt = form.date(PaperForm.asAt)
        let amendments = amendments(form, isExempt: isExempt)
        guard let first = meetings.first else { return [] }
        if let asAt { check(asAt, of: form, before: first) }
        checkRemit(form, of: first.meeting.body)
        guard let likelyLayout = likelyLayout(layout?.string) else { return [] }
        let paper = PaperSource(
            id: id,
            layout: likelyLayout,
            authors: authors.map(\.string),
            meeting: first.meeting,
            meetingLocation: first.location,
            directorates: directorates,
            printsRows: layouts.papers[likelyLayout].map { $0.printsRows(with: body, tables: layouts.tables) } ?? false,
            subject: subject,
            exemption: exemption,
            exemptReasons: reasons,
            summary: prose.summary,
            purpose: form.choice(PaperForm.purpose, of: PaperSource.Purpose.self),
            keyDecision: keyDecision(form),
            wards: cover.wards(form),
            implications: implications,
            clearances: cover.clearances(form),
            recommendations: prose.recommendations,
            lacksRecommendations: lacksRecommendations(form, layout: layouts.papers[likelyLayout]),
            contact: contact?.string,
            appendices: appendices,
            backgroundPapers: prose.backgroundPapers,
            status: form.choice(PaperForm.status, of: PaperSource.Status.self) ?? .draft,
            version: form.wholeNumber(PaperForm.version).map { String($0) } ?? "1",
            asAt: asAt,
            amendments: amendments,
            body: body,
            location: location
        )
        let variants = meetings.map { variant(of: paper, for: $0, each, form) }
        guard each == .directorates, let council else { return variants }
        return variants.flatMap { paper in
            council.directorates(of: paper).map { variant(of: paper, about: $0) }
        }
    }

    private func keyDecision(_ form: FilledForm) -> PaperSource.KeyDecision? {
        guard let text = form.text(PaperForm.keyDecision) else { return nil }
        switch text.string.lowercased() {
        case "true", "yes": return PaperSource.KeyDecision()
        case "false", "no": return nil
        default: return PaperSource.KeyDecision(reference: text.string)
        }
    }

    /// The prose in the header of a paper.
    private struct HeaderProse {
        var summary: Prose
        var recommendations: [PaperSource.Recommendation]
        var backgroundPapers: [Prose]
    }

    private func prose(_ form: FilledForm, layout: String?, isExempt: Bool) -> HeaderProse {
        let prose = HeaderProse(
            summary: form.prose(PaperForm.summary, isExempt: isExempt) ?? Prose(),
            recommendations: form.list(PaperForm.recommendations).compactMap {
                recommendation($0, isExempt: isExempt)
            },
            backgroundPapers: backgroundPapers(form, isExempt: isExempt)
        )
        if prose.summary.isEmpty { checkSummary(form, layout: layout) }
        let texts = [prose.summary] + prose.recommendations.map(\.text) + prose.backgroundPapers
        reportNotes(in: texts)
        for text in texts { names.check(text) }
        return prose
    }

    /// The paper for one of its meetings, on its way to which it takes its own route.
    private func variant(
        of paper: PaperSource,
        for found: MeetingReader.Found,
        _ each: ForEach?,
        _ form: FilledForm
    ) -> PaperSource {
        var paper = paper
        paper.meeting = found.meeting
        paper.meetingLocation = found.isDayKnown ? found.location : nil
        if each == .overviewBodies {
            let date = found.meeting.date.iso8601
            paper.id = "\(found.meeting.body)-\(date)-\(paper.subject.asIdentifier)".cutForFileName
        }
        if found.isDayKnown {
            paper.route = RouteReader(findings: findings, council: council).route(form, for: found.meeting)
        }
        return paper
    }

    private func authors(_ form: FilledForm, among people: KnownNames?) -> [YAMLText] {
        let authors = form.texts(PaperForm.by)
        for author in authors { findings.check(author, among: people, of: "person", from: .council) }
        if case .list(let items)? = form.value(PaperForm.by)?.content, items.isEmpty {
            findings.report(.paperByNobody, at: form.location(of: PaperForm.by))
        }
        return authors
    }

    /// What has changed in parts of the paper, in the officer's words.
    private func amendments(_ form: FilledForm, isExempt: Bool) -> [PaperSource.Amendment] {
        let amendments = form.namedTexts(PaperForm.amendments, areProse: true).map { name, text in
            let words = form.prose(text, called: "`\(name.key)`") { form.prose($0, isExempt: isExempt) }
            return PaperSource.Amendment(place: name.key, text: words, location: name.location)
        }
        reportNotes(in: amendments.map(\.text))
        return amendments
    }

    /// Reports the day of a draft that is after the meeting.
    private func check(_ asAt: CalendarDate, of form: FilledForm, before found: MeetingReader.Found) {
        guard found.isDayKnown, asAt > found.meeting.date else { return }
        findings.report(
            .draftAfterMeeting(asAt: asAt, meeting: found.meeting.date),
            at: form.location(of: PaperForm.asAt)
        )
    }

    /// The layout, or a substitute for an unknown one, so that the rest of the paper is read.
    private func likelyLayout(_ layout: String?) -> String? {
        let known = layouts.papers.keys.sorted()
        guard let layout else { return known.first }
        return layouts.papers[layout] == nil ? NearestName.of(layout, among: known) ?? known.first : layout
    }

    /// A layout that prints a summary needs one.
    private func checkSummary(_ form: FilledForm, layout: String?) {
        guard let layout, let parts = layouts.papers[layout]?.parts else { return }
        let isPrinted = parts.contains { part in
            if case .summary(_, _, let holds, _) = part { return holds.contains(.summary) }
            return false
        }
        guard isPrinted else { return }
        findings.report(
            .missingSummary(printedBy: layout),
            at: form.mentions(PaperForm.summary) ? form.location(of: PaperForm.summary) : form.location
        )
    }

    /// Whether the whole paper is exempt.
    private func wholeExemption(_ form: FilledForm) -> Exemption? {
        guard let classification = form.choice(PaperForm.classification, of: Classification.self) else {
            findings.keepTogether(form.location.sourceFile.subject)
            return nil
        }
        guard classification == .exempt else { return nil }
        let paragraphs = form.list(PaperForm.exempt, silently: true)
            .compactMap { $0.wholeNumber(ExemptForm.paragraph) }
        if paragraphs.isEmpty {
            findings.report(.exemptPaperWithoutReason, at: form.location(of: PaperForm.classification))
        }
        return Exemption(Set(paragraphs))
    }

    private func backgroundPapers(_ form: FilledForm, isExempt: Bool) -> [Prose] {
        let key = PaperForm.backgroundPapers
        guard let value = form.value(key) else { return [] }
        if let text = value.text {
            if text.string.trimmed.lowercased() == "none" { return [] }
            findings.report(.neitherListNorNone(key), at: text.location)
            return []
        }
        let texts = form.unprintedTexts(key)
        if texts.isEmpty, form.items(key).isEmpty {
            findings.report(.empty(key), at: form.location(of: key))
        }
        return texts.map { text in
            form.prose(text, called: "an item of `\(own: key.name)`") { form.prose($0, isExempt: isExempt) }
        }.filter { !$0.isEmpty }
    }

    private func reportNotes(in proses: [Prose]) {
        // One is enough to say so.
        for (name, location) in proses.flatMap(\.notes).prefix(1) {
            findings.report(.noteInPaper(name), at: location)
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var missingHeader: Self {
        Self(
            .missingHeader,
            "the paper has no header",
            hint: "the first line is `---`; then come its keys ("
                + "\(own: PaperForm.form.keys.filter(\.isRequired).map(\.name).inBackticks)"
                + ") and a line `---`"
        )
    }

    fileprivate static var unclosedHeader: Self {
        Self(
            .missingHeader,
            "the header of the paper is not closed",
            hint: "put a line `---` between the header and the body"
        )
    }

    fileprivate static var paperByNobody: Self {
        Self(.emptyValue, "`by` names nobody", hint: "it is \(own: PaperForm.by.meaning)")
    }

    fileprivate static func draftAfterMeeting(asAt: CalendarDate, meeting date: CalendarDate) -> Self {
        Self(
            .draftAfterMeeting,
            "the draft is as at \(asAt), after its meeting of \(date)",
            hint: "is it the right day?"
        )
    }

    fileprivate static func missingSummary(printedBy layout: String) -> Self {
        Self(
            .missingKey,
            "`summary` is missing in the header of a paper",
            hint: "the layout `\(own: layout)` prints it: it is \(own: PaperForm.summary.meaning)"
        )
    }

    fileprivate static var exemptPaperWithoutReason: Self {
        Self(
            .exemptionWithoutReason,
            "the paper is exempt, and does not say why",
            hint: "add `exempt:` with `paragraph:`, `reason:` and `public-interest:`"
        )
    }

    fileprivate static func neitherListNorNone(_ key: FormKey) -> Self {
        Self(
            .wrongKind,
            "`\(own: key.name)` must be a list, or the word `none`",
            hint: "write each paper on a line of its own, after `- `"
        )
    }

    fileprivate static func noteInPaper(_ name: String) -> Self {
        Self(.noteInPaper, "the note `\(name)` stands in a paper", hint: "only returns have notes; say it in the text")
    }
}
