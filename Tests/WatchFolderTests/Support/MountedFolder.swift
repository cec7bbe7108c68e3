// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import TestSupport

/// A folder that is seen through FUSE (`bindfs`), as shares and folders of clouds are, while the value lives.
final class MountedFolder {
    /// Whether this machine can mount one.
    static let isPossible =
        FileManager.default.isExecutableFile(atPath: "/usr/bin/bindfs")
        && FileManager.default.isWritableFile(atPath: "/dev/fuse")

    /// It could not be mounted or unmounted.
    struct Failure: Error {
        var reason: String
    }

    private let path: String
    /// The folder that is seen through it. What is done there is done by somebody of whom this machine knows nothing.
    var source: String { path + "-kept" }
    private let process = Process()

    /// Puts it in the place of a folder, with what that holds.
    init(on path: String) throws {
        self.path = path
        try FileManager.default.moveItem(atPath: path, toPath: source)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        process.executableURL = URL(filePath: "/usr/bin/bindfs")
        // A daemon would keep what tells that this process ended.
        process.arguments = ["-f", source, path]
        process.standardInput = FileHandle.nullDevice
        try process.run()
        for _ in 0..<500 where process.isRunning && !isMounted { usleep(20_000) }
        guard isMounted else { throw Failure(reason: "bindfs has not mounted \(path)") }
    }

    /// Whether the folder is of another file system than the one that it is in.
    private var isMounted: Bool {
        var own = stat()
        var parent = stat()
        return stat(path, &own) == 0 && stat(path + "/..", &parent) == 0 && own.st_dev != parent.st_dev
    }

    deinit {
        // Also while somebody still looks at it.
        _ = try? Command.run("/usr/bin/umount", ["--lazy", path], in: "/")
        kill(process.processIdentifier, SIGKILL)
        // Waiting by a run loop would keep the thread busy, and other tests from it.
        for _ in 0..<500 where process.isRunning { usleep(10_000) }
    }
}
