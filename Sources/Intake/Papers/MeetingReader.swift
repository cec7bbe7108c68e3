// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

/// Reads to which meeting a paper goes, or to which meetings the papers of one file go.
struct MeetingReader {
    /// A meeting, and whether its day is the officer's own: an invalid one is substituted, so that the rest of the paper is
    /// read.
    struct Found {
        var meeting: PaperSource.Meeting
        /// Where the header gives the day, or the meeting where it does not.
        var location: SourceLocation
        var isDayKnown = true
    }

    let findings: DiagnosticCollector
    /// `nil` if the council's file could not be read.
    let council: Council?

    /// - Parameter each: what the file makes several papers for, or `nil` for one paper.
    func meetings(_ form: FilledForm, forEach each: ForEach?) -> [Found] {
        guard let to = form.group(PaperForm.to) else { return [] }
        return each == .overviewBodies ? ofEach(form, to) : ofOne(to)
    }

    private func ofOne(_ to: FilledForm) -> [Found] {
        let body = to.text(MeetingForm.body)
        if let body, body.string == MeetingForm.each {
            findings.report(.eachInPaperForOneBody, at: body.location)
            return []
        } else if let body {
            findings.check(body, among: council.map { KnownNames($0.bodies.map(\.id)) }, of: "body", from: .council)
        }
        if to.mentions(MeetingForm.dates) {
            findings.report(.datesInPaperForOneBody, at: to.location(of: MeetingForm.dates))
        }
        if !to.mentions(MeetingForm.date) {
            findings.report(.missingDate, at: to.location)
        }
        let day = date(to)
        if let day { check(day, of: [body?.string ?? ""], at: to.location(of: MeetingForm.date)) }
        return meeting(of: body?.string ?? "", on: day, at: to.location(of: MeetingForm.date)).map { [$0] } ?? []
    }

    /// A meeting of each body that the file makes papers for.
    private func ofEach(_ form: FilledForm, _ to: FilledForm) -> [Found] {
        if let body = to.text(MeetingForm.body), body.string != MeetingForm.each {
            findings.report(.bodyInPaperForEach(body.string), at: body.location)
        }
        guard let council else { return [] }
        let bodies = council.bodies.filter { $0.kind == .overview }
        if bodies.isEmpty {
            findings.report(.missingBodies, at: form.location(of: PaperForm.forEach))
        }
        let known = KnownNames(bodies.map(\.id))
        let hasCommonDay = to.mentions(MeetingForm.date)
        let common = date(to)
        var dates: [String: CalendarDate] = [:]
        var places: [String: SourceLocation] = [:]
        for (entry, text) in to.namedTexts(MeetingForm.dates) {
            let name = YAMLText(
                string: entry.key,
                location: entry.location,
                origin: TextOrigin(start: entry.location)
            )
            findings.check(name, among: known, of: "body of the kind `overview`", from: .council)
            dates[entry.key] = to.date(text)
            places[entry.key] = text.location
            if let date = dates[entry.key] { check(date, of: [entry.key], at: text.location) }
        }
        let commonPlace = to.location(of: MeetingForm.date)
        if let common { check(common, of: bodies.map(\.id).filter { dates[$0] == nil }, at: commonPlace) }
        return bodies.compactMap { body in
            if dates[body.id] != nil || hasCommonDay {
                if body.remit.isEmpty {
                    findings.report(.bodyWithoutRemit(body.id), at: form.location(of: PaperForm.forEach))
                }
                return meeting(of: body.id, on: dates[body.id] ?? common, at: places[body.id] ?? commonPlace)
            }
            // A body without a day is left out on purpose where others have theirs.
            if dates.isEmpty, !to.mentions(MeetingForm.dates) {
                findings.report(.missingMeetingDate(of: body.id), at: to.location)
            }
            return nil
        }
    }

    private func meeting(of body: String, on date: CalendarDate?, at location: SourceLocation) -> Found? {
        if let date { return Found(meeting: PaperSource.Meeting(body: body, date: date), location: location) }
        return CalendarDate(year: 2000, month: 1, day: 3).map {
            Found(meeting: PaperSource.Meeting(body: body, date: $0), location: location, isDayKnown: false)
        }
    }

    private func date(_ to: FilledForm) -> CalendarDate? {
        to.mentions(MeetingForm.date) ? to.date(MeetingForm.date) : nil
    }

    /// Asks of a day whether it is one of the calendars of the bodies that have one, and once for all others whether the offices are open.
    private func check(_ date: CalendarDate, of bodies: [String], at location: SourceLocation) {
        let listed = bodies.filter { council?.body($0)?.meets.isEmpty == false }
        for body in listed { MeetingDay(date, of: body, council: council).report(to: findings, at: location) }
        if listed.isEmpty || listed.count < bodies.count {
            MeetingDay(date, council: council).report(to: findings, at: location)
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var eachInPaperForOneBody: Self {
        Self(
            .conflictingKeys,
            "`body: each` stands in a paper for one body",
            hint: "add `for-each: \(own: ForEach.overviewBodies.rawValue)`, or name the body"
        )
    }

    fileprivate static var datesInPaperForOneBody: Self {
        Self(.conflictingKeys, "`dates` stands in a paper for one body", hint: "write `date: 2009-11-30`")
    }

    fileprivate static var missingDate: Self {
        Self(.missingKey, "`date` is missing in a meeting", hint: "it is \(own: MeetingForm.date.meaning)")
    }

    fileprivate static func bodyInPaperForEach(_ body: String) -> Self {
        Self(
            .conflictingKeys,
            "`for-each` makes papers for several bodies, and `to` names `\(body.shortened)`",
            hint: "write `body: \(own: MeetingForm.each)`"
        )
    }

    fileprivate static var missingBodies: Self {
        Self(
            .missingBodies,
            "the council has no bodies of the kind `\(own: Body.Kind.overview.rawValue)`",
            hint: "add one to `bodies` in council.yaml, or leave out `for-each` and name one body"
        )
    }

    fileprivate static func bodyWithoutRemit(_ id: String) -> Self {
        Self(
            .bodyWithoutRemit,
            "`\(id, from: .council)` has no remit, so that its paper holds all directorates",
            hint: "add `remit:` to the body in council.yaml"
        )
    }

    fileprivate static func missingMeetingDate(of body: String) -> Self {
        Self(
            .missingMeetingDate,
            "there is no day for the meeting of `\(body, from: .council)`",
            hint: "add `date:`, or `dates:` with a day for each body"
        )
    }
}
