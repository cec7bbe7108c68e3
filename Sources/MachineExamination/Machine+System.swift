// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// What the kernel and the environment give.
extension Machine {
    /// 2026-01-01, before which no program of this kind was there.
    private static let earliestTime = 1_767_225_600
    /// A watch is set on each folder of a workspace; several councils, an editor and a desktop share the limit of a user.
    private static let fewestWatches = 8_192
    /// Each service takes one, and most desktop programs several.
    private static let fewestInstances = 128

    /// Messages and names of files are UTF-8.
    var locale: Finding {
        let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty }
        guard let name else {
            return .warning(
                "locale",
                "none is set, and terminals may show other signs for £ and –",
                hint: "set LANG to C.UTF-8 or en_GB.UTF-8"
            )
        }
        let isUnicode = ["utf8", "utf-8"].contains { name.lowercased().hasSuffix($0) }
        if isUnicode { return .good("locale", name) }
        return .warning(
            "locale",
            "\(name) is not UTF-8, and terminals may show other signs for £ and –",
            hint: "set LANG to C.UTF-8 or en_GB.UTF-8"
        )
    }

    /// Days until a publication are counted from the machine's day.
    var clock: Finding {
        let now = time()
        let day = Date(timeIntervalSince1970: Double(now)).formatted(.iso8601.year().month().day())
        if now >= Self.earliestTime { return .good("clock", "\(day) (UTC)") }
        return .warning(
            "clock",
            "\(day) (UTC) has long been, and the days until papers must be public are counted from it",
            hint: "set the clock: timedatectl set-ntp true"
        )
    }

    /// The service and the preview confine themselves by it.
    var confinement: Finding {
        if let version = landlock() { return .good("confinement", "Landlock \(version)") }
        return .warning(
            "confinement",
            "the kernel has no Landlock: the service and the preview can reach files that are none of theirs",
            hint: "use a kernel of 5.13 or later with Landlock switched on (lsm=landlock,… at boot)"
        )
    }

    /// How many folders the kernel watches for a user, and for how many programs.
    var watches: [Finding] {
        [
            limit("max_user_watches", atLeast: Self.fewestWatches, of: "folders that are watched"),
            limit("max_user_instances", atLeast: Self.fewestInstances, of: "programs that watch"),
        ].compactMap { $0 }
    }

    private func limit(_ name: String, atLeast fewest: Int, of what: String) -> Finding? {
        let text = try? String(contentsOfFile: "\(watchLimits)/\(name)", encoding: .utf8)
        guard let limit = text.flatMap({ Int($0.split(separator: "\n").first ?? "") }) else { return nil }
        let found = "\(limit) \(what) for a user (fs.inotify.\(name))"
        if limit >= fewest { return .good("inotify", found) }
        return .warning(
            "inotify",
            "\(found): the service looks at files every two seconds where it is used up",
            hint: "sysctl fs.inotify.\(name)=\(fewest), and a line of that in /etc/sysctl.d"
        )
    }
}
