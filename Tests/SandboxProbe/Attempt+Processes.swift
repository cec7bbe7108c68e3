// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc

extension Attempt {
    /// What is tried with processes, sockets and the kernel.
    static var processes: [String: Attempt] {
        let calls: [String: Attempt] = [
            // Sockets.
            "make a TCP socket": Attempt { _, _ in Int(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)) },
            "make a UDP socket": Attempt { _, _ in Int(socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)) },
            "make a Unix socket": Attempt { _, _ in Int(socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)) },
            "make a netlink socket": Attempt { _, _ in Int(socket(AF_NETLINK, Int32(SOCK_RAW.rawValue), 0)) },
            "make a pair of sockets": Attempt { _, _ in
                var pair: [Int32] = [0, 0]
                return Int(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair))
            },
            "connect": Attempt(prepare: { _ in socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }) { _, socket in
                connectToNobody(socket)
            },
            "connect to an abstract socket": Attempt(
                prepare: { names in listen(onAbstractSocket: names[0]) }
            ) { names, _ in withAbstractAddress(names[0]) { socket, address, size in connect(socket, address, size) } },
            // Programs and processes.
            "execute": Attempt { paths, _ in execute(paths[0]) },
            "execute from memory": Attempt(prepare: { paths in copyInMemory(paths[0]) }) { _, file in
                var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("program"), nil]
                return arguments.withUnsafeMutableBytes {
                    let words = Int(bitPattern: $0.baseAddress)
                    return "".withCString {
                        systemCall(Int32(SYS_execveat), Int(file), Int(bitPattern: $0), words, 0, 0x1000)
                    }
                }
            },
            "fork": Attempt { _, _ in
                // SIGCHLD is all that a fork asks of clone.
                let child = systemCall(Int32(SYS_clone), Int(SIGCHLD))
                if child == 0 { _exit(0) }
                return child
            },
            "spawn": Attempt { paths, _ in
                var child: pid_t = 0
                var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(paths[0]), nil]
                errno = posix_spawn(&child, paths[0], nil, nil, &arguments, environ)
                if errno != 0 { return -1 }
                var status: Int32 = 0
                waitpid(child, &status, 0)
                return status == 0 ? 0 : -1
            },
            "start a process with clone3": Attempt { _, _ in systemCall(Int32(SYS_clone3), 0, 0) },
            "enter another namespace": Attempt { _, _ in Int(systemCall(Int32(SYS_unshare), 0x1000_0000)) },
            // Other processes.
            "trace the parent": Attempt { _, _ in systemCall(Int32(SYS_ptrace), 0x4206, Int(getppid())) },
            "read memory of the parent": Attempt { _, _ in
                systemCall(Int32(SYS_process_vm_readv), Int(getppid()), 0, 0, 0, 0, 0)
            },
            "signal the parent": Attempt { _, _ in Int(kill(getppid(), 0)) },
            "signal a thread of the parent": Attempt { _, _ in
                systemCall(Int32(SYS_tgkill), Int(getppid()), Int(getppid()), 0)
            },
            "signal the parent through a pipe": Attempt { _, _ in
                var ends: [Int32] = [0, 0]
                guard pipe(&ends) == 0 else { return -1 }
                return Int(fcntl(ends[0], F_SETOWN, getppid()))
            },
            "signal itself": Attempt { _, _ in
                signal(SIGUSR1, SIG_IGN)
                return Int(raise(SIGUSR1))
            },
            "set limits of the parent": Attempt { _, _ in
                systemCall(Int32(SYS_prlimit64), Int(getppid()), Int(RLIMIT_CPU.rawValue), 0, 0)
            },
            "outlive the parent": Attempt { _, _ in Int(cleardays_prctl(PR_SET_PDEATHSIG, 0)) },
            // The kernel.
            "mount": Attempt { _, _ in systemCall(Int32(SYS_mount), 0, 0, 0, 0, 0) },
            "load BPF": Attempt { _, _ in systemCall(Int32(SYS_bpf), 0, 0, 0) },
            "use keys": Attempt { _, _ in systemCall(Int32(SYS_keyctl), 0, 0) },
            "use io_uring": Attempt { _, _ in
                var parameters = [UInt8](repeating: 0, count: 256)
                return parameters.withUnsafeMutableBytes {
                    systemCall(Int32(SYS_io_uring_setup), 4, Int(bitPattern: $0.baseAddress))
                }
            },
            "use userfaultfd": Attempt { _, _ in systemCall(Int32(SYS_userfaultfd), 1) },
            "count performance": Attempt { _, _ in systemCall(Int32(SYS_perf_event_open), 0, 0, -1, -1, 0) },
            "type into the terminal": Attempt { _, _ in systemCall(Int32(SYS_ioctl), 0, 0x5412, 0) },
            "make memory executable": Attempt { _, _ in
                let memory = mmap(nil, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                return Int(mprotect(memory, 4096, PROT_READ | PROT_EXEC))
            },
            "map memory to write and execute": Attempt { _, _ in
                let memory = mmap(nil, 4096, PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                return memory == MAP_FAILED ? -1 : 0
            },
            "call the number": Attempt { words, _ in systemCall(Int32(words[0]) ?? -1) },
        ]
        return calls
    }

    /// Nobody listens on port 1: a socket that may connect is told so (`ECONNREFUSED`).
    private static func connectToNobody(_ socket: Int32) -> Int {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(1).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Int(connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)))
            }
        }
    }

    /// Gives a new Unix socket and an abstract address to a call.
    private static func withAbstractAddress(
        _ name: String,
        _ call: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int {
        let new = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = [0] + Array(name.utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let size = socklen_t(2 + bytes.count)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { call(new, $0, size) }
        }
        return result < 0 ? -1 : Int(new)
    }

    private static func listen(onAbstractSocket name: String) -> Int32 {
        let socket = withAbstractAddress(name) { socket, address, size in bind(socket, address, size) }
        return Glibc.listen(Int32(socket), 1)
    }

    /// Becomes another program, which says `done` itself.
    private static func execute(_ program: String) -> Int {
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup("done"), nil]
        return Int(execve(program, &arguments, environ))
    }

    /// A copy of a program in a file that has no path.
    private static func copyInMemory(_ program: String) -> Int32 {
        let file = memfd_create("program", 0)
        let source = open(program, O_RDONLY)
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(source, &bytes, bytes.count), count > 0 { write(file, bytes, count) }
        return file
    }
}
