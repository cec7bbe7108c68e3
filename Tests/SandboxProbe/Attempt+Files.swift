// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc

extension Attempt {
    /// What is tried with files; the arguments are paths.
    static var files: [String: Attempt] {
        [
            "read": Attempt { paths, _ in
                let file = open(paths[0], O_RDONLY)
                var bytes = [UInt8](repeating: 0, count: 64)
                return file < 0 ? -1 : read(file, &bytes, bytes.count)
            },
            "list": Attempt { paths, _ in opendir(paths[0]) == nil ? -1 : 0 },
            "status": Attempt { paths, _ in
                var status = stat()
                return Int(stat(paths[0], &status))
            },
            "write": Attempt { paths, _ in
                let file = open(paths[0], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
                return file < 0 ? -1 : write(file, "words", 5)
            },
            "empty while reading": Attempt { paths, _ in Int(open(paths[0], O_RDONLY | O_TRUNC)) },
            "truncate": Attempt { paths, _ in Int(truncate(paths[0], 0)) },
            "make a folder": Attempt { paths, _ in Int(mkdir(paths[0], 0o700)) },
            "remove": Attempt { paths, _ in Int(unlink(paths[0])) },
            "rename": Attempt { paths, _ in Int(rename(paths[0], paths[1])) },
            "link": Attempt { paths, _ in Int(link(paths[0], paths[1])) },
            "link symbolically": Attempt { paths, _ in Int(symlink(paths[0], paths[1])) },
            "make a pipe": Attempt { paths, _ in Int(mkfifo(paths[0], 0o600)) },
            "make a device": Attempt { paths, _ in Int(mknod(paths[0], S_IFCHR | 0o600, dev_t(0x103))) },
            "change the mode": Attempt { paths, _ in Int(chmod(paths[0], 0o777)) },
            "set times": Attempt { paths, _ in Int(utimes(paths[0], nil)) },
            "open by handle": Attempt { _, _ in systemCall(Int32(SYS_open_by_handle_at), Int(AT_FDCWD), 0, 0) },
            "keep a ledger": Attempt { paths, _ in keepLedger(in: paths[0]) },
            "read a file in memory": Attempt { _, _ in
                let file = memfd_create("font", CLEARDAYS_MEMORY_FILE_FLAGS)
                guard file >= 0, write(file, "words", 5) == 5,
                    fcntl(file, CLEARDAYS_ADD_SEALS, CLEARDAYS_ALL_SEALS) == 0
                else { return -1 }
                let copy = fcntl(file, F_DUPFD_CLOEXEC, 64)
                let again = open("/proc/self/fd/\(copy)", O_RDONLY)
                guard again >= 0 else { return -1 }
                return mmap(nil, 5, PROT_READ, MAP_PRIVATE, again, 0) == MAP_FAILED ? -1 : 0
            },
            "read after caches are dropped": Attempt(prepare: { _ in open("/proc/sys/vm/drop_caches", O_WRONLY) }) {
                paths,
                caches in
                guard write(caches, "3", 1) == 1 else { return -1 }
                return Int(open(paths[0], O_RDONLY))
            },
        ]
    }

    /// All that a ledger takes: a folder, a lock, a file that is written beside and renamed, and one that is removed.
    private static func keepLedger(in folder: String) -> Int {
        guard mkdir(folder + "/a", 0o700) == 0, mkdir(folder + "/b", 0o700) == 0 else { return -1 }
        let lock = open(folder + "/lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        let file = open(folder + "/a/part", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard lock >= 0, file >= 0, flock(lock, LOCK_EX) == 0, write(file, "words", 5) == 5, fsync(file) == 0,
            ftruncate(file, 2) == 0, rename(folder + "/a/part", folder + "/b/ledger") == 0
        else { return -1 }
        let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0, fsync(opened) == 0, unlink(folder + "/lock") == 0, rmdir(folder + "/a") == 0 else {
            return -1
        }
        return 0
    }
}
