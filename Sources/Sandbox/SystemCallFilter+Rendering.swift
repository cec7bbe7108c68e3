// SPDX-License-Identifier: Apache-2.0

import Glibc

extension SystemCallFilter {
    /// What a process needs that reads a workspace, makes papers of it and keeps a ledger, and nothing else.
    ///
    /// The list was measured: it is what strace(1) saw of rendering, checking and watching, with and without a cache of fonts, and what
    /// glibc, libdispatch, GLib and Foundation call on paths that were not seen, as their sources say. So there are no sockets, no new
    /// processes, no programs, no tracing, no signals to others, no mounts, keys, BPF, io_uring, userfaultfd or performance counters.
    ///
    /// Calls that write files are allowed, and confined by ``FileAccess``. What Landlock does not confine is not in the list.
    package static let rendering = SystemCallFilter(
        allowed: memory + threads + signals + time + waiting + descriptors + reading + writing + identity,
        unimplemented: [
            // Its flags are behind a pointer; glibc starts threads with clone instead.
            "clone3",
            // Its flags are behind a pointer; openat is allowed.
            "openat2",
            // What newer versions of glibc, libdispatch or Swift may try first.
            "membarrier", "futex_waitv",
        ],
        // From cachestat on. To refuse these with EPERM would keep a newer glibc from going another way.
        unimplementedNumbers: 451..<512
    )

    /// malloc, stacks of threads, files that are mapped (fonts, caches of Fontconfig) and files in memory (fonts of a workspace).
    ///
    /// Nothing writable becomes executable; a library that is loaded late (dlopen) is mapped as it is.
    private static let memory = [
        Rule(["brk", "munmap", "mremap", "madvise", "mincore", "memfd_create"]),
        Rule(["mmap", "mmap2"], where: .bits(PROT_WRITE | PROT_EXEC, of: 2, are: 0)),
        Rule(["mmap", "mmap2"], where: .bits(PROT_WRITE | PROT_EXEC, of: 2, are: PROT_WRITE)),
        Rule(["mmap", "mmap2"], where: .bits(PROT_WRITE | PROT_EXEC, of: 2, are: PROT_EXEC)),
        Rule(["mprotect"], where: .bits(PROT_EXEC, of: 2, are: 0)),
    ]

    /// Threads: those of Swift's pool, of libdispatch, and the one in which Pango loads fonts.
    private static let threads = [
        // A thread of this process in its own namespaces, and never a process.
        Rule(["clone"], where: .bits(threadFlag | namespaceFlags, of: 0, are: threadFlag)),
        Rule([
            "exit", "exit_group", "futex", "futex_time64", "set_robust_list", "rseq", "set_tid_address", "sched_yield",
        ]),
        // libdispatch counts the cores; pthread_getattr_np and GLib's pools ask how a thread is scheduled.
        Rule([
            "sched_getaffinity", "sched_getattr", "sched_getparam", "sched_getscheduler", "sched_get_priority_max",
            "sched_get_priority_min", "getcpu", "sysinfo", "uname", "getrusage", "times",
        ]),
        // libdispatch sets the priority of its threads, each of itself: the process 0 is the calling thread.
        Rule(["setpriority", "getpriority"], where: .int(0, is: 0), .int(1, is: 0)),
        // glibc and GLib name threads; glibc 2.40 names its memory.
        Rule(["prctl"], where: .int(0, is: 15)),  // PR_SET_NAME
        Rule(["prctl"], where: .int(0, is: 16)),  // PR_GET_NAME
        Rule(["prctl"], where: .int(0, is: 0x5356_4d41)),  // PR_SET_VMA
        // pthread_getattr_np and sysconf read limits. None is set, and none of others is read.
        Rule(["prlimit64"], where: .int(0, is: 0), .isNull(2)),
        Rule(["getrlimit", "ugetrlimit"]),
    ]

    /// Crash reports, and `abort`, which sends a signal to a thread of this process.
    private static let signals = [
        Rule([
            "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigsuspend", "rt_sigpending", "rt_sigtimedwait",
            "rt_sigtimedwait_time64", "sigaltstack", "restart_syscall", "signalfd4",
        ]),
        Rule(["tgkill"], where: .isOwnProcess(0)),
    ]

    /// Clocks. Most are read without a system call; those of old machines are not.
    private static let time = [
        Rule([
            "clock_gettime", "clock_gettime64", "clock_getres", "clock_getres_time64", "clock_nanosleep",
            "clock_nanosleep_time64", "gettimeofday", "nanosleep", "time", "timerfd_create", "timerfd_settime",
            "timerfd_settime64", "timerfd_gettime", "timerfd_gettime64",
        ])
    ]

    /// The event loop of libdispatch, and waiting for the pipes of a supervisor.
    private static let waiting = [
        Rule([
            "epoll_create1", "epoll_ctl", "epoll_wait", "epoll_pwait", "epoll_pwait2", "eventfd2", "pipe", "pipe2",
            "poll",
            "ppoll", "ppoll_time64", "select", "_newselect", "pselect6", "pselect6_time64",
        ])
    ]

    /// What is open already, a pipe to the supervisor too.
    private static let descriptors =
        [
            Rule([
                "read", "readv", "pread64", "preadv", "preadv2", "write", "writev", "pwrite64", "pwritev", "pwritev2",
                "lseek", "_llseek", "close", "close_range", "dup", "dup2", "dup3", "fstat", "fstat64", "fstatfs",
                "fstatfs64",
                "fadvise64", "fadvise64_64",
            ]),
            // Whether it is a terminal; how much there is to read. No command that types into a terminal.
            Rule(["ioctl"], where: .int(1, is: 0x5401)),  // TCGETS
            Rule(["ioctl"], where: .int(1, is: 0x541b)),  // FIONREAD
        ]
        // Without F_SETOWN and F_SETSIG, by which any signal could be sent to any process of the same user.
        + [
            F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_GETLK, F_SETLK, F_SETLKW,
            // F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW; F_ADD_SEALS, F_GET_SEALS.
            36, 37, 38, 1033, 1034,
        ].map { Rule(["fcntl", "fcntl64"], where: .int(1, is: $0)) }

    /// Files by their names. Where they are is a matter of ``FileAccess``.
    private static let reading =
        [
            Rule([
                "access", "faccessat", "faccessat2", "stat", "stat64", "lstat", "lstat64", "newfstatat", "fstatat64",
                "statx",
                "readlink", "readlinkat", "getdents", "getdents64", "getcwd", "statfs", "statfs64",
            ])
        ]
        // Before ABI 3, Landlock lets a file that is opened for reading be emptied by O_TRUNC.
        + [(0, 0), (O_TRUNC | O_ACCMODE, O_TRUNC | O_WRONLY), (O_TRUNC | O_ACCMODE, O_TRUNC | O_RDWR)].flatMap {
            mask,
            flags in
            let mask = mask == 0 ? O_TRUNC : mask
            return [
                Rule(["open"], where: .bits(mask, of: 1, are: flags)),
                Rule(["openat"], where: .bits(mask, of: 2, are: flags)),
            ]
        }

    /// The ledger and its lock, and caches.
    ///
    /// Without truncate, which Landlock confines from ABI 3 only, and without what it does not confine: modes, owners, times, extended
    /// attributes. Without devices, pipes with a name and symbolic links.
    private static let writing = [
        Rule([
            "mkdir", "mkdirat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "link", "linkat",
            "ftruncate",
            "ftruncate64", "fallocate", "fsync", "fdatasync", "flock",
        ])
    ]

    /// Who the process is: temporary names, `issetugid`, seeds of hash tables. It cannot become another.
    private static let identity = [
        Rule([
            "getpid", "gettid", "getppid", "getuid", "getuid32", "geteuid", "geteuid32", "getgid", "getgid32",
            "getegid",
            "getegid32", "getresuid", "getresgid", "getrandom",
        ])
    ]

    /// CLONE_THREAD of clone(2).
    private static let threadFlag: Int32 = 0x0001_0000
    /// CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID and NEWNET of clone(2).
    private static let namespaceFlags: Int32 = 0x0002_0000 | 0x7e00_0000
}
