// SPDX-License-Identifier: Apache-2.0

/// Says by when a paper must be public before its meeting, and by when notice of the meeting must be given.
package struct PublicationCalendar: Sendable, Hashable {
    private let nation: Nation
    private let bankHolidays: BankHolidays
    /// Days on which the council's offices are closed, beside weekends and bank holidays.
    private let closedDays: Set<CalendarDate>

    /// - Parameter bankHolidays: those of the nation; `nil` for those that follow from rules.
    package init(nation: Nation, bankHolidays: BankHolidays? = nil, closedDays: Set<CalendarDate> = []) {
        self.nation = nation
        self.bankHolidays = bankHolidays ?? BankHolidays(of: nation.division)
        self.closedDays = closedDays
    }

    /// Whether a day counts: no weekend, no bank holiday, no day on which the council is closed.
    package func isWorkingDay(_ date: CalendarDate) -> Bool {
        !date.isWeekend && !closedDays.contains(date) && !bankHolidays.days(in: date.year).contains(date)
    }

    /// The last day on which a paper may be published: the working day before as many clear days as the law asks for. Clear days are
    /// working days; neither the day of publication nor that of the meeting is one.
    package func lastDayOfPublication(before meeting: CalendarDate) -> CalendarDate {
        var date = meeting
        for _ in 0...nation.clearDays { date = lastWorkingDay(onOrBefore: date.adding(days: -1)) }
        return date
    }

    /// The last day on which notice may be given of a key decision, or of a meeting of the executive in private; `nil` where the law
    /// asks for none.
    ///
    /// In England both need 28 clear days: Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England)
    /// Regulations 2012, regs 5(2) and 9(2). The 28 are days of the calendar, as councils count them for their forward plans, and not
    /// the working days of ``lastDayOfPublication(before:)``; the notice is put out at the council's offices, so that the day on which
    /// it is given is a working day. The other periods of the Regulations are five clear days, and end with the day of publication: the
    /// second notice of a meeting in private (reg. 5(4)), and the notice of a key decision for which 28 days cannot be kept (the general
    /// exception, reg. 10). Special urgency (reg. 11) has no period.
    package func lastDayOfNotice(before meeting: CalendarDate) -> CalendarDate? {
        nation == .england ? lastWorkingDay(onOrBefore: meeting.adding(days: -(28 + 1))) : nil
    }

    private func lastWorkingDay(onOrBefore date: CalendarDate) -> CalendarDate {
        var date = date
        while !isWorkingDay(date), date > .first { date = date.adding(days: -1) }
        return date
    }
}

extension MonitoringRound {
    /// The last day on which notice may be given of what a paper brings to its meeting, or `nil` if it needs none.
    ///
    /// A paper needs notice where it goes to an executive body with a key decision, or with something exempt, for which the public has
    /// to leave the meeting.
    package func lastDayOfNotice(of paper: PaperSource) -> CalendarDate? {
        guard council.body(paper.meeting.body)?.kind == .executive,
            paper.keyDecision != nil || holdsExemptInformation(paper)
        else { return nil }
        return council.calendar.lastDayOfNotice(before: paper.meeting.date)
    }

    /// Whether something in a paper, or in a return that it appends, is not for publication.
    private func holdsExemptInformation(_ paper: PaperSource) -> Bool {
        let marked = Set(returns.filter { !$0.exemptReasons.isEmpty }.map(\.directorate))
        return paper.exemption != nil || !paper.exemptReasons.isEmpty
            || paper.appendices.contains { appendix in
                appendix.exemption != nil
                    || !marked.isDisjoint(with: council.directorates(in: appendix, of: paper))
            }
    }
}
