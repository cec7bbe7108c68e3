// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Owns an inotify instance (inotify(7)), which wakes the watcher when something stirs in a folder.
///
/// Folders are watched, never files: editors replace files. What an event says is not believed, only that something isScanRequested; a
/// look at the folder says what. So an event that is lost, or a queue that overflows, costs no more than a look.
final class Inotify {
    /// Why the system watches no more folders for us.
    enum Failure: Error, Hashable {
        /// `fs.inotify.max_user_watches` or `max_user_instances` is reached, or there is no memory for it.
        case limit
        case unavailable(String)
    }

    private static let stirrings = UInt32(
        IN_CREATE | IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_DELETE_SELF
            | IN_MOVE_SELF
    )
    /// Several hundred events; what does not fit is read the next time.
    private static let bufferSize = 32 << 10

    private let instance: Descriptor
    private var watches: [String: Int32] = [:]

    init() throws(Failure) {
        guard let instance = Descriptor(inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))) else {
            throw Self.failure()
        }
        self.instance = instance
    }

    /// To be waited for with `poll`.
    var descriptor: Int32 { instance.number }

    /// Watches these folders and no others.
    ///
    /// - Returns: whether any was not watched before: what happened in it until now is not known.
    func watch(_ folders: Set<String>) throws(Failure) -> Bool {
        for (path, watch) in watches where !folders.contains(path) {
            watches[path] = nil
            // A folder that was renamed keeps its watch.
            if !watches.values.contains(watch) { inotify_rm_watch(instance.number, watch) }
        }
        var isNew = false
        for path in folders where watches[path] == nil {
            let watch = inotify_add_watch(instance.number, path, Self.stirrings | UInt32(IN_ONLYDIR))
            if watch < 0 {
                // It has gone again; the next look knows.
                if errno == ENOENT || errno == ENOTDIR || errno == EACCES { continue }
                throw Self.failure()
            }
            watches[path] = watch
            isNew = true
        }
        return isNew
    }

    /// Reads all that is there to be read.
    ///
    /// - Parameter isPassing: whether a name is one that does not matter.
    /// - Returns: whether anything isScanRequested that matters.
    func drain(ignoring isPassing: (String) -> Bool) -> Bool {
        var matters = false
        let buffer = UnsafeMutableRawBufferPointer.allocate(
            byteCount: Self.bufferSize,
            alignment: MemoryLayout<inotify_event>.alignment
        )
        defer { buffer.deallocate() }
        while true {
            let count = read(instance.number, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return matters }
            var offset = 0
            while offset + MemoryLayout<inotify_event>.size <= count {
                let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
                let start = offset + MemoryLayout<inotify_event>.size
                let name = String(
                    decoding: buffer[start..<start + Int(event.len)].prefix { $0 != 0 },
                    as: UTF8.self
                )
                if event.mask & UInt32(IN_IGNORED) != 0 {
                    for (path, watch) in watches where watch == event.wd { watches[path] = nil }
                }
                if name.isEmpty || !isPassing(name) { matters = true }
                offset = start + Int(event.len)
            }
        }
    }

    private static func failure() -> Failure {
        switch errno {
        case ENOSPC, EMFILE, ENFILE, ENOMEM: .limit
        default: .unavailable(String(cString: strerror(errno)))
        }
    }
}
