// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Layouts
import Monitoring
import WorkspaceFiles

/// The directorates that a paper is about.
extension PaperReader {
    /// The paper about one directorate.
    func variant(of paper: PaperSource, about directorate: Directorate) -> PaperSource {
        var paper = paper
        paper.id = "\(directorate.id)-\(paper.meeting.date.iso8601)-\(paper.subject.asIdentifier)".cutForFileName
        paper.directorates = [directorate.id]
        paper.subject = layouts.wording.words(
            .subjectOfDirectorate,
            ["subject": paper.subject, "directorate": directorate.name]
        )
        return paper
    }

    /// The directorates that the header names, or `nil` if it names none.
    func directorates(_ form: FilledForm) -> [String]? {
        let texts = form.texts(PaperForm.directorates)
        let known = council.map { KnownNames($0.directorates.map(\.id)) }
        for text in texts { findings.check(text, among: known, of: "directorate", from: .council) }
        return texts.isEmpty ? nil : texts.map(\.string)
    }

    /// Reports directorates that do not report to the body.
    func checkRemit(_ form: FilledForm, of body: String) {
        guard let council, council.body(body) != nil else { return }
        let reporting = Set(council.directorates(before: body).map(\.id))
        for text in form.texts(PaperForm.directorates)
        where council.directorate(text.string) != nil && !reporting.contains(text.string) {
            findings.report(.directorateOutsideRemit(text.string, of: body), at: text.location)
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func directorateOutsideRemit(_ directorate: String, of body: String) -> Self {
        Self(
            .unknownDirectorate,
            "`\(directorate, from: .council)` is not in the remit of `\(body, from: .council)`",
            hint: "name one that is, or send the paper to another body"
        )
    }
}
