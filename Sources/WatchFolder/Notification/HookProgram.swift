// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The program of `--notify`.
package enum HookProgram {
    /// Finds a program that can be run: by its path, or by its name in the folders of `PATH`.
    ///
    /// - Returns: its path from the root, or `nil` if there is no such program.
    package static func path(of name: String, searching path: String = environmentPath) -> String? {
        if name.isEmpty { return nil }
        if name.contains("/") {
            let full = name.hasPrefix("/") ? name : currentFolder.map { $0 + "/" + name }
            return full.flatMap { isProgram($0) ? $0 : nil }
        }
        return path.split(separator: ":").lazy.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }.first(
            where: isProgram
        )
    }

    /// The variable `PATH`, or what a shell takes where it is not set.
    package static var environmentPath: String {
        getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    }

    private static var currentFolder: String? {
        guard let folder = getcwd(nil, 0) else { return nil }
        defer { free(folder) }
        return String(cString: folder)
    }

    private static func isProgram(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }
}
