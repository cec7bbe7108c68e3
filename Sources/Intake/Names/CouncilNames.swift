// SPDX-License-Identifier: Apache-2.0

import Formats
import Monitoring
import WorkspaceFiles

/// The names in `council.yaml`, those first by which others are measured: directorates, divisions and units, bodies,
/// posts, departments, and what abbreviations stand for.
struct CouncilNames {
    /// A name as it is written; a department has no kind, being the name of something else.
    struct Entry {
        var text: YAMLText
        var kind: NameIndex.NameKind?
    }

    private(set) var entries: [Entry] = []

    /// The file has been read before: what is wrong in it was reported then.
    init(_ value: YAMLValue) {
        guard let form = FilledForm(value, CouncilForm.form, DiagnosticCollector(screen: ExemptSignScreen())) else {
            return
        }
        let directorates = form.named(CouncilForm.directorates).map(\.form)
        let divisions = directorates.flatMap { $0.named(DirectorateForm.divisions).map(\.form) }
        add(directorates.map { $0.text(DirectorateForm.name) }, as: .part)
        add(divisions.map { $0.text(DivisionForm.name) }, as: .part)
        add(divisions.flatMap { $0.namedTexts(DivisionForm.units).map(\.text) }, as: .part)
        add(directorates.flatMap { $0.namedTexts(DirectorateForm.units).map(\.text) }, as: .part)
        add([form.text(CouncilForm.name), form.text(CouncilForm.shortName)], as: .body)
        let bodies = form.named(CouncilForm.bodies).map(\.form)
        add(bodies.flatMap { [$0.text(BodyForm.name), $0.text(BodyForm.shortName)] }, as: .body)
        let people = form.named(CouncilForm.people).map(\.form)
        add(people.map { $0.text(PersonForm.post) }, as: .post)
        add(directorates.map { $0.group(DirectorateForm.head)?.text(HeadForm.title) }, as: .post)
        add(people.map { $0.text(PersonForm.department) }, as: nil)
        add(form.namedTexts(CouncilForm.abbreviations).map(\.text).filter { $0.string.isProperName }, as: .body)
    }

    private mutating func add(_ texts: [YAMLText?], as kind: NameIndex.NameKind?) {
        entries += texts.compactMap(\.self).map { Entry(text: $0, kind: kind) }
    }
}

extension String {
    /// Whether it begins with a capital and has another: `Building Schools for the Future`. A long form in small letters, such as
    /// `special educational needs`, is no name: where a sentence begins it has a capital, and that is no other spelling.
    fileprivate var isProperName: Bool {
        let words = split(separator: " ")
        return words.first?.first?.isUppercase == true && words.count { $0.first?.isUppercase == true } > 1
    }
}
