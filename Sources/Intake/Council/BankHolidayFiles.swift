// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

/// The program's list of bank holidays that were added or moved, and the council's own list of bank holidays.
///
/// Both are called `bank-holidays.json` and are in the format of GOV.UK. The program's, in its `layouts/`, holds only one-off days. A
/// council's, in its workspace, may hold whole years or one-off days: ``BankHolidays/Coverage`` says how the two are distinguished.
struct BankHolidayFiles {
    private static let name = "bank-holidays.json"

    private let program: BankHolidayFile?
    /// `nil` if the workspace has none.
    private let own: BankHolidayFile?

    /// Reads the files of both folders.
    ///
    /// - Parameter cache: has the program's file of an earlier reading.
    init(
        program: WorkspaceFolder,
        workspace: WorkspaceFolder,
        reusing cache: BankHolidayCache?,
        _ findings: DiagnosticCollector
    ) {
        if !program.holdsFile(Self.name) {
            findings.report(.missingProgramFile(Self.name), at: SourceLocation(in: program.file(Self.name)))
        }
        let layouts = workspace.inner("layouts", about: .layouts)
        if layouts.holdsFile(Self.name) {
            findings.report(.misplacedFile, at: SourceLocation(in: layouts.file(Self.name)))
        }
        self.program = program.text(Self.name).flatMap { text in
            let read = { program.json(text).flatMap { BankHolidayFile($0, findings) } }
            guard let cache else { return read() }
            return cache.file(of: text, findings: findings, read: read)
        }
        own = workspace.json(Self.name, about: .council).flatMap { BankHolidayFile($0, findings) }
    }

    /// The bank holidays of a division. What the council's file lacks of them is reported.
    func bankHolidays(of division: BankHolidays.Division, reportingTo findings: DiagnosticCollector) -> BankHolidays {
        let own = own?.events(of: division, reportingTo: findings) ?? []
        return BankHolidays(
            of: division,
            oneOffDays: program?.divisions[division]?.map(\.holiday) ?? [],
            ownList: own.map(\.holiday)
        )
    }
}

/// The bank holidays of one file, by division.
struct BankHolidayFile: Sendable {
    /// A bank holiday and where the file has it.
    struct Event {
        var holiday: BankHoliday
        var location: SourceLocation
    }

    private(set) var divisions: [BankHolidays.Division: [Event]] = [:]
    private let location: SourceLocation

    init?(_ value: YAMLValue, _ findings: DiagnosticCollector) {
        guard let form = FilledForm(value, BankHolidayForm.form, findings) else { return nil }
        location = value.location.wholeFile
        for division in BankHolidays.Division.allCases {
            guard let group = form.group(BankHolidayForm.division(division)) else { continue }
            var titles: [CalendarDate: String] = [:]
            divisions[division] = group.list(HolidayDivisionForm.events).compactMap { event -> Event? in
                let title = event.words(HolidayEventForm.title)
                guard let date = event.date(HolidayEventForm.date) else { return nil }
                if let first = titles.updateValue(title, forKey: date) {
                    findings.report(.repeatedHoliday(date, title: first), at: event.location(of: HolidayEventForm.date))
                    return nil
                }
                return Event(holiday: BankHoliday(title: title, date: date), location: event.location)
            }
        }
    }

    /// The bank holidays of a division that the file has to have. A year of which it has only a part is reported.
    func events(of division: BankHolidays.Division, reportingTo findings: DiagnosticCollector) -> [Event] {
        guard let events = divisions[division] else {
            // A division that is misspelt, or is no group, is not missing too.
            if findings.errorCount(in: location.file) == 0 {
                findings.report(.missingDivision(division), at: location)
            }
            return []
        }
        for (year, own) in Dictionary(grouping: events, by: \.holiday.date.year).sorted(by: { $0.key < $1.key })
        where division.coverage(of: own.map(\.holiday), in: year) == .partOfYear {
            findings.report(.partOfYear(year, of: division), at: own[0].location)
        }
        return events
    }
}

extension Diagnostic.Message {
    fileprivate static func missingProgramFile(_ name: String) -> Self {
        Self(.missingFile, "`\(own: name)` is missing", hint: "install the program anew: it comes with the file")
    }

    fileprivate static var misplacedFile: Self {
        Self(.unreadFile, "the file is not read", hint: "put it beside council.yaml")
    }

    fileprivate static func repeatedHoliday(_ date: CalendarDate, title: String) -> Self {
        Self(
            .repeatedBankHoliday,
            "\(date) is listed twice",
            hint: "it is that of `\(title.shortened)` too: correct one of the two dates, or delete one of the two days"
        )
    }

    fileprivate static func missingDivision(_ division: BankHolidays.Division) -> Self {
        Self(
            .missingKey,
            "`\(own: division.rawValue)` is missing in a file of bank holidays",
            hint: "it has the bank holidays of the council's `nation`"
        )
    }

    fileprivate static func partOfYear(_ year: Int, of division: BankHolidays.Division) -> Self {
        let ends = division.firstAndLast(in: year).map(\.description).joined(separator: " to ")
        return Self(
            .incompleteBankHolidays,
            "`\(own: division.rawValue)` has only a part of the bank holidays of \("\(year)")",
            hint: "list those of the whole year, \(own: ends), or only what is new"
        )
    }
}
