// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Glibc
import Intake
package import Monitoring

/// The day of a check, as somebody has typed it: a date in one of the forms in which councils write them, or `today`.
///
/// - Throws: a ``PublicationError`` that says why it is none.
package func checkDay(_ written: String) throws(PublicationError) -> CalendarDate {
    if written.lowercased() == "today", let today = CalendarDate.today { return today }
    do {
        return try readDay(written)
    } catch {
        throw PublicationError(.usage, "\(error.text)" + (error.hint.map { ": \($0)" } ?? ""))
    }
}

extension CalendarDate {
    /// The day that the clock of this machine has, in its time zone.
    fileprivate static var today: CalendarDate? {
        var now = time(nil)
        var local = tm()
        guard localtime_r(&now, &local) != nil else { return nil }
        return CalendarDate(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
    }
}
