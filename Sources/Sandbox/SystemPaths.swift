// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Files of the system that a process must read, besides those of the program and of the workspace.
package enum SystemPaths {
    /// What any process that renders must read; what is not there may be left out.
    ///
    /// As seen with strace(1), and what other cases need: the program's own `fonts/` is not among them.
    ///
    /// - Parameter environment: where caches are, by the XDG variables.
    package static func ofRendering(
        environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
    ) -> [String] {
        [
            // Fonts that fonts.conf names, and where a council's IT puts others.
            "/usr/share/fonts", "/usr/local/share/fonts",
            // Patterns of hyphenation.
            "/usr/share/hyphen",
            // The time zone, which dates of reports are in.
            "/etc/localtime", "/usr/share/zoneinfo",
            // Nothing, and random numbers of a kernel that has no getrandom for a library.
            "/dev/null", "/dev/urandom",
            // Foundation asks for mounts, and fonts in memory have their paths here.
            "/proc/self",
            // How many cores there are: libdispatch and glibc.
            "/sys/devices/system/cpu/possible", "/sys/devices/system/cpu/online",
        ] + caches(environment)
    }

    /// Where libdispatch reads by name what its threads do, each second, in `/proc/THREAD/stat`.
    ///
    /// It ends the process (`SIGILL`) where it may not. The number of a thread is not known before, and no rule can be about it alone, so
    /// a process that may read this may read what the system shows all of other processes too (`status`, `cmdline`). What only a tracer may
    /// see (`environ`, `maps`, `mem`, `fd`) Landlock keeps from it, but for `environ` and `maps` where root runs it (`CAP_PERFMON`, since Linux 6.14); systemd's
    /// `ProtectProc=invisible` hides the rest.
    package static let ofThreads = ["/proc"]

    /// What any process reads that starts or loads programs which are not linked statically: libraries and where they are.
    package static let ofPrograms = ["/usr/lib", "/lib64", "/etc/ld.so.cache"]

    /// The folder of Fontconfig's cache that `fonts/fonts.conf` names.
    private static func caches(_ environment: (String) -> String?) -> [String] {
        // The XDG base directory specification: a variable that is empty counts as not set.
        if let folder = environment("XDG_CACHE_HOME"), !folder.isEmpty { return [folder + "/cleardays/fontconfig"] }
        if let home = environment("HOME"), !home.isEmpty { return [home + "/.cache/cleardays/fontconfig"] }
        return []
    }
}
