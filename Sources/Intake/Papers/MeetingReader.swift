// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// Reads to which meeting a paper goes, or to which meetings the papers of one file go.
struct MeetingReader {
    let findings: Findings
    /// Nothing where the council's file could not be read.
    let council: Council?

    /// The meetings; one stands in where something about it is wrong, so that the rest of the paper is read.
    func meetings(_ form: FilledForm) -> [PaperSource.Meeting] {
        guard let to = form.group(PaperForm.to) else { return [] }
        return form.mentions(PaperForm.forEach) ? ofEach(form, to) : ofOne(to)
    }

    private func ofOne(_ to: FilledForm) -> [PaperSource.Meeting] {
        let body = to.text(MeetingForm.body)
        if let body, body.string == MeetingForm.each {
            findings.error(
                "`body: each` stands in a paper for one body",
                at: body.location,
                hint: "add `for-each: \(ForEach.overviewBodies.rawValue)`, or name the body"
            )
            return []
        } else if let body {
            findings.check(body, among: council.map { $0.bodies.map(\.id) }, of: "body")
        }
        if to.mentions(MeetingForm.dates) {
            findings.error(
                "`dates` stands in a paper for one body",
                at: to.location(of: MeetingForm.dates),
                hint: "write `date: 2009-11-30`"
            )
        }
        if !to.mentions(MeetingForm.date) {
            findings.error(
                "`date` is missing in a meeting",
                at: to.location,
                hint: "it is \(MeetingForm.date.meaning)"
            )
        }
        return date(to, MeetingForm.date).map { [PaperSource.Meeting(body: body?.string ?? "", date: $0)] } ?? []
    }

    /// A meeting of each body that the file makes papers for.
    private func ofEach(_ form: FilledForm, _ to: FilledForm) -> [PaperSource.Meeting] {
        _ = form.choice(PaperForm.forEach, of: ForEach.self)
        if let body = to.text(MeetingForm.body), body.string != MeetingForm.each {
            findings.error(
                "`for-each` makes papers for several bodies, and `to` names `\(body.string.shortened)`",
                at: body.location,
                hint: "write `body: \(MeetingForm.each)`"
            )
        }
        guard let council else { return [] }
        let bodies = council.bodies.filter { $0.kind == .overview }
        if bodies.isEmpty {
            findings.error(
                "the council has no bodies of the kind `\(Body.Kind.overview.rawValue)`",
                at: form.location(of: PaperForm.forEach)
            )
        }
        let common = to.mentions(MeetingForm.date) ? date(to, MeetingForm.date) : nil
        var dates: [String: CalendarDate] = [:]
        for (entry, text) in to.namedTexts(MeetingForm.dates) {
            let name = YAMLText(
                string: entry.key,
                location: entry.location,
                origin: TextOrigin(start: entry.location)
            )
            findings.check(name, among: bodies.map(\.id), of: "body of the kind `overview`")
            dates[entry.key] = to.date(text)
            if let date = dates[entry.key] { check(date, at: text.location) }
        }
        return bodies.compactMap { body in
            if let date = dates[body.id] ?? common {
                if body.remit.isEmpty {
                    findings.warning(
                        "`\(body.id)` has no remit, so that its paper holds all directorates",
                        at: form.location(of: PaperForm.forEach),
                        hint: "add `remit:` to the body in council.yaml"
                    )
                }
                return PaperSource.Meeting(body: body.id, date: date)
            }
            // A body without a day is left out on purpose where others have theirs.
            if dates.isEmpty, !to.mentions(MeetingForm.dates), !to.mentions(MeetingForm.date) {
                findings.error(
                    "there is no day for the meeting of `\(body.id)`",
                    at: to.location,
                    hint: "add `date:`, or `dates:` with a day for each body"
                )
            }
            return nil
        }
    }

    /// A day where the officer's is wrong, so that the rest of the paper is read.
    static let standIn = CalendarDate(year: 2000, month: 1, day: 3)

    private func date(_ form: FilledForm, _ key: FormKey) -> CalendarDate? {
        guard form.mentions(key), let date = form.date(key) else { return Self.standIn }
        check(date, at: form.location(of: key))
        return date
    }

    private func check(_ date: CalendarDate, at location: SourceLocation) {
        MeetingDay(date, council: council).report(to: findings, at: location)
    }
}
