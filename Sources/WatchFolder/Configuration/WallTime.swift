// SPDX-License-Identifier: Apache-2.0

import Glibc
import Monitoring

/// A moment by the clock on the wall, for people; nothing is decided by it.
struct WallTime: Hashable {
    private let local: tm
    let secondsSince1970: Int

    static var now: WallTime { WallTime(secondsSince1970: time(nil)) }

    init(secondsSince1970: Int) {
        self.secondsSince1970 = secondsSince1970
        var seconds = time_t(secondsSince1970)
        var local = tm()
        localtime_r(&seconds, &local)
        self.local = local
    }

    /// `2009-11-30T14:05:00+00:00` (RFC 3339).
    var stamp: String {
        let offset = abs(local.tm_gmtoff) / 60
        let sign = local.tm_gmtoff < 0 ? "-" : "+"
        return "\(day)T\(two(local.tm_hour)):\(two(local.tm_min)):\(two(local.tm_sec))"
            + "\(sign)\(two(offset / 60)):\(two(offset % 60))"
    }

    /// `30 November 2009 at 14:05`.
    var words: String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return "\(local.tm_mday) \(months[Int(local.tm_mon) % 12]) \(Int(local.tm_year) + 1900) at "
            + "\(two(local.tm_hour)):\(two(local.tm_min))"
    }

    /// `2009-11-30-140500`, for names that sort by time.
    var nameStamp: String { "\(day)-\(two(local.tm_hour))\(two(local.tm_min))\(two(local.tm_sec))" }

    /// The day by the clock on the wall; `nil` where the clock is beyond the calendar.
    var date: CalendarDate? {
        CalendarDate(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
    }

    private var day: String { "\(Int(local.tm_year) + 1900)-\(two(local.tm_mon + 1))-\(two(local.tm_mday))" }

    private func two(_ number: some BinaryInteger) -> String { number < 10 ? "0\(number)" : "\(number)" }

    static func == (first: WallTime, second: WallTime) -> Bool { first.secondsSince1970 == second.secondsSince1970 }

    func hash(into hasher: inout Hasher) { hasher.combine(secondsSince1970) }
}
