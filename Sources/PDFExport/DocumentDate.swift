// SPDX-License-Identifier: Apache-2.0

/// The date and time at which a document was made, in UTC.
package struct DocumentDate: Sendable, Hashable {
    private let year: Int
    private let month: Int
    private let day: Int
    /// Seconds after midnight.
    private let seconds: Int

    /// Midnight of a day.
    ///
    /// - Parameter day: in ISO 8601, `2009-11-30`.
    /// - Throws: an ``ExportError`` if it is not a date.
    init(day text: String) throws(ExportError) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard text.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            year >= 0, (1...12).contains(month), (1...31).contains(day)
        else { throw ExportError("`\(text)` is not a day") }
        self.year = year
        self.month = month
        self.day = day
        seconds = 0
    }

    /// The date of a `SOURCE_DATE_EPOCH`, or `nil` before 1970 and after 9999.
    ///
    /// Days become dates by the proleptic Gregorian calendar, counted in eras of 400 years from 1 March of the year 0.
    package init?(secondsSince1970: Int) {
        guard (0...253_402_300_799).contains(secondsSince1970) else { return nil }
        let days = secondsSince1970 / 86_400 + 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        seconds = secondsSince1970 % 86_400
    }

    /// The format of XMP: `2009-11-30T00:00:00Z`.
    var iso8601: String {
        "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
            + "T\(digits(seconds / 3600, 2)):\(digits(seconds / 60 % 60, 2)):\(digits(seconds % 60, 2))Z"
    }

    /// The format of the information dictionary (ISO 32000-1, 7.9.4): `D:20091130000000Z`.
    var pdf: String { "D:" + iso8601.filter { $0.isNumber || $0 == "Z" } }

    private func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
