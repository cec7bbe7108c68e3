// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Layouts
import Monitoring
import WorkspaceFiles

/// Reads a file in `layouts/`: the layout of a paper or of a return, or the words of papers.
struct LayoutReader {
    /// What a file turned out to lay out.
    enum Result {
        case paper(PaperLayout)
        case directorateReturn(ReturnLayout)
        case words(WordingReader.LanguageWording)
    }

    let findings: DiagnosticCollector
    /// The layouts of returns that papers ask for, to be checked once all are read.
    private(set) var returnLayouts: [YAMLText] = []
    /// The kinds of table that papers ask for their routes.
    private(set) var routeTables: [YAMLText] = []

    /// Fallback phrases, for those that the words of a workspace leave out.
    private let wordings: [String: WordingReader.LanguageWording]

    init(findings: DiagnosticCollector, wordings: [String: WordingReader.LanguageWording]) {
        self.findings = findings
        self.wordings = wordings
    }

    mutating func read(_ value: YAMLValue, id: String) -> Result? {
        var location = value.location
        location.position = .file
        switch kind(of: value) {
        case .paper:
            guard let form = FilledForm(value, PaperLayoutForm.form, findings) else { return nil }
            return .paper(paper(form, id: id, at: location))
        case .directorateReturn:
            guard let form = FilledForm(value, ReturnLayoutForm.form, findings) else { return nil }
            let layout = ReturnLayout(
                id: id,
                title: form.words(LayoutForm.title),
                parts: parts(form, ReturnLayoutForm.parts).compactMap(returnPart),
                location: location
            )
            return .directorateReturn(layout)
        case .words:
            return WordingReader(findings: findings, base: wordings[id]).read(value).map { .words($0) }
        case nil:
            return nil
        }
    }

    /// The kind of layout that the file gives; a missing one is reported.
    private func kind(of value: YAMLValue) -> LayoutForm.Kind? {
        guard case .group(let entries) = value.content,
            let entry = entries.first(where: { $0.key == LayoutForm.kind.name })
        else {
            findings.report(.missingKind, at: value.location)
            return nil
        }
        let form = FilledForm([entry], at: value.location, Form("a layout", [LayoutForm.kind]), findings)
        return form.choice(LayoutForm.kind, of: LayoutForm.Kind.self)
    }

    private mutating func paper(_ form: FilledForm, id: String, at location: SourceLocation) -> PaperLayout {
        let wording = form.group(PaperLayoutForm.recommendations)
        let nothing = Template([], at: form.location)
        var parts: [PaperLayout.Part] = []
        for (name, part) in self.parts(form, PaperLayoutForm.parts) {
            if let part = paperPart(name, part) { parts.append(part) }
        }
        checkSubject(parts, at: location)
        return PaperLayout(
            id: id,
            title: form.words(LayoutForm.title),
            recommendations: PaperLayout.Recommendations(
                one: wording?.template(RecommendationWordingForm.one) ?? nothing,
                several: wording?.template(RecommendationWordingForm.several) ?? nothing
            ),
            parts: parts,
            numbersTables: form.choice(PaperLayoutForm.tables, of: PaperLayoutForm.TableNumbering.self) == .numbered,
            draft: form.template(PaperLayoutForm.draft),
            head: runningLine(form.group(PaperLayoutForm.head)),
            foot: runningLine(form.group(PaperLayoutForm.foot)),
            location: location
        )
    }

    /// What a paper is about is said in its title or in its header block.
    private func checkSubject(_ parts: [PaperLayout.Part], at location: SourceLocation) {
        let lacksSubject = parts.contains {
            if case .headerBlock(let block) = $0 { block.subject == nil } else { false }
        }
        let hasTitle = parts.contains { if case .title = $0 { true } else { false } }
        if lacksSubject, !hasTitle { findings.report(.missingSubject, at: location) }
    }

    private func runningLine(_ form: FilledForm?) -> RunningLine {
        RunningLine(
            left: form?.template(RunningLineForm.left),
            centre: form?.template(RunningLineForm.centre),
            right: form?.template(RunningLineForm.right)
        )
    }

    /// The parts with their names: a name alone, or a name with a group of keys.
    private func parts(_ form: FilledForm, _ key: FormKey) -> [(name: String, form: FilledForm)] {
        guard case .parts(let forms) = key.value else { return [] }
        return form.items(key).compactMap { item in
            let entry: YAMLEntry
            switch item.content {
            case .text(let text):
                let empty = YAMLValue(content: .group([]), location: text.location)
                entry = YAMLEntry(key: text.string, location: text.location, value: empty)
            case .group(let entries) where entries.count == 1:
                entry = entries[0]
            default:
                findings.report(.invalidPart(known: forms.keys.sorted()), at: item.location)
                return nil
            }
            guard let part = forms[entry.key] else {
                findings.report(.unknownPart(entry.key, among: forms.keys.sorted()), at: entry.location)
                return nil
            }
            if case .nothing = entry.value.content {
                return (entry.key, FilledForm([], at: entry.location, part, findings))
            }
            return FilledForm(entry.value, part, findings).map { (entry.key, $0) }
        }
    }

    private mutating func paperPart(_ name: String, _ form: FilledForm) -> PaperLayout.Part? {
        func words(_ key: FormKey) -> Template { form.template(key) ?? Template([], at: form.location) }
        switch name {
        case "header-block":
            return .headerBlock(
                PaperLayout.HeaderBlock(
                    by: words(PaperPartForm.by),
                    to: words(PaperPartForm.to),
                    addressee: words(PaperPartForm.addressee),
                    subject: form.template(PaperPartForm.subject),
                    classification: words(PaperPartForm.classification),
                    decision: form.template(PaperPartForm.decision),
                    wards: form.template(PaperPartForm.wards)
                )
            )
        case "title":
            return .title(
                heading: words(PaperPartForm.heading),
                subheading: form.template(PaperPartForm.subheading),
                isCompact: form.flag(PaperPartForm.compact) ?? false
            )
        case "key-figures":
            let classes = form.texts(PaperPartForm.classes).compactMap {
                form.choice($0, of: ReportedClass.self, as: "a class")
            }
            return .keyFigures(classes)
        case "changes": return .changes
        case "text":
            let prose = form.prose(PaperPartForm.markdown) ?? Prose()
            for (_, place) in prose.exemptions { findings.report(.exemptInLayout, at: place) }
            return .text(prose)
        case "summary":
            let holds = form.texts(PaperPartForm.holds).compactMap {
                form.choice($0, of: PaperLayout.SummaryContent.self, as: "the content of the summary")
            }
            return .summary(
                heading: words(PaperPartForm.heading),
                headingForOne: form.template(PaperPartForm.headingForOne),
                holds: holds,
                boxesRecommendations: form.flag(PaperPartForm.recommendationBox) ?? false
            )
        case "contents":
            return .contents(
                heading: words(PaperPartForm.heading),
                depth: form.wholeNumber(PaperPartForm.depth) ?? 1,
                fromPages: form.wholeNumber(PaperPartForm.fromPages) ?? 1
            )
        case "body": return .body(numbering(form))
        case "purpose":
            var wordings: [PaperSource.Purpose: Template] = [:]
            for (purpose, key) in zip(PaperSource.Purpose.allCases, PaperPartForm.purposes) {
                wordings[purpose] = form.template(key)
            }
            return .purpose(
                heading: form.template(PaperPartForm.purposeHeading),
                wordings,
                isBoxed: form.flag(PaperPartForm.box) ?? false
            )
        case "recommendations":
            return .recommendations(one: words(PaperPartForm.one), several: words(PaperPartForm.several))
        case "route":
            if let table = form.text(PaperPartForm.table) { routeTables.append(table) }
            return .route(heading: words(PaperPartForm.heading), table: form.words(PaperPartForm.table))
        case "implications":
            let items = form.namedTexts(PaperPartForm.items).map { entry, text in
                form.checkIdentifier(entry)
                return PaperLayout.Implication(
                    name: entry.key,
                    heading: Template([.text(text.string)], at: text.location)
                )
            }
            return .implications(
                heading: words(PaperPartForm.heading),
                none: words(PaperPartForm.none),
                items: items
            )
        case "clearance": return .clearance(label: words(PaperPartForm.label))
        case "contact": return .contact(label: words(PaperPartForm.label))
        case "exempt-information":
            return .exemptInformation(
                heading: words(PaperPartForm.heading),
                isBoxed: form.flag(PaperPartForm.box) ?? false
            )
        case "background-papers":
            return .backgroundPapers(heading: words(PaperPartForm.heading), none: words(PaperPartForm.none))
        case "appendix-list":
            return .appendixList(
                heading: words(PaperPartForm.heading),
                entry: words(PaperPartForm.entry),
                returnEntry: words(PaperPartForm.returnEntry)
            )
        case "appendices":
            if let layout = form.text(PaperPartForm.layout) { returnLayouts.append(layout) }
            return .appendices(
                heading: words(PaperPartForm.heading),
                label: words(PaperPartForm.reference),
                layout: form.words(PaperPartForm.layout)
            )
        default: return nil
        }
    }

    /// What the body numbers; without numbered headings nothing else can have a number.
    private func numbering(_ form: FilledForm) -> PaperLayout.Numbering {
        let depth = form.wholeNumber(PaperPartForm.numberedDepth)
        let includesParagraphs = form.flag(PaperPartForm.paragraphs) ?? false
        if form.choice(PaperPartForm.numbering, of: HeadingNumbering.self) == .decimal {
            return PaperLayout.Numbering(depth: depth ?? 6, includesParagraphs: includesParagraphs)
        }
        for (key, isSet) in [
            (PaperPartForm.numberedDepth, depth != nil), (PaperPartForm.paragraphs, includesParagraphs),
        ]
        where isSet {
            findings.report(.numbersWithoutHeadings(key.name), at: form.location(of: key))
        }
        return .none
    }

    private func returnPart(_ name: String, _ form: FilledForm) -> ReturnLayout.Part? {
        let heading = form.template(ReturnPartForm.heading) ?? Template([], at: form.location)
        switch name {
        case "title": return .title(heading: heading, subheading: form.template(ReturnPartForm.subheading))
        case "statement": return .statement(heading: heading)
        case "signature": return .signature
        case "tables": return .tables(heading: heading)
        default: return nil
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var missingKind: Self {
        Self(
            .missingKey,
            "`kind` is missing in the layout",
            hint: "it is \(own: LayoutForm.kind.meaning): `kind: paper`, `kind: return` or `kind: words`"
        )
    }

    fileprivate static var missingSubject: Self {
        Self(
            .missingKey,
            "`subject` is missing in the header block, and the layout has no title",
            hint: "it is \(own: PaperPartForm.subject.meaning)"
        )
    }

    fileprivate static func invalidPart(known: [String]) -> Self {
        Self(.wrongKind, "a part is a name, or one name with a group of keys", hint: "parts: \(own: known.inBackticks)")
    }

    fileprivate static func numbersWithoutHeadings(_ key: String) -> Self {
        Self(
            .missingKey,
            "`\(own: key)` is of headings that have no numbers",
            hint: "write `numbering: decimal` beside it, or delete it"
        )
    }

    fileprivate static func unknownPart(_ name: String, among known: [String]) -> Self {
        Self(
            .unknownName,
            "unknown part `\(name.shortened)`",
            hint: NearestName.hint(for: name, among: known, from: .program)
        )
    }
}
