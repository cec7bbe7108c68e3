// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc

extension String {
    /// The day by the clock, ISO 8601.
    static var today: String {
        var seconds = time(nil)
        var local = tm()
        localtime_r(&seconds, &local)
        func padded(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(local.tm_year + 1900)-\(padded(local.tm_mon + 1))-\(padded(local.tm_mday))"
    }

    /// The name of the account that runs the program; under `sudo`, of the account that called it.
    static var userName: String {
        if let name = ProcessInfo.processInfo.environment["SUDO_USER"], !name.isEmpty { return name }
        guard let user = getpwuid(geteuid()) else { return "user \(geteuid())" }
        return String(cString: user.pointee.pw_name)
    }
}
