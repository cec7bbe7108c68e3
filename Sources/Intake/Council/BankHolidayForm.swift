// SPDX-License-Identifier: Apache-2.0

import Formats
import Monitoring
import WorkspaceFiles

/// `bank-holidays.json`, in the format of `https://www.gov.uk/bank-holidays.json`.
enum BankHolidayForm {
    static func division(_ division: BankHolidays.Division) -> FormKey {
        FormKey(division.rawValue, .group(HolidayDivisionForm.form), "the bank holidays there")
    }

    static let form = Form("a file of bank holidays", BankHolidays.Division.allCases.map(division))
}

/// The bank holidays of a part of the United Kingdom.
enum HolidayDivisionForm {
    static let division = FormKey("division", "the key of the division once more")
    static let events = FormKey(
        "events",
        .list(of: HolidayEventForm.form),
        required: true,
        "the bank holidays, each a group"
    )

    static let form = Form("a division", [division, events])
}

/// A bank holiday.
enum HolidayEventForm {
    static let title = FormKey("title", required: true, "what the day is called")
    static let date = FormKey("date", format: .date, required: true, "the day, written `2026-06-15`")
    static let notes = FormKey("notes", "a remark, which is not read")
    static let bunting = FormKey("bunting", format: .flag, "whether flags are put out, which is not read")

    static let form = Form("a bank holiday", [title, date, notes, bunting])
}
