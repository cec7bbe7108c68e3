// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@testable import Sandbox

/// The filter of the preview: it listens, and connects to nobody.
struct ServingFilterTests {
    private let filter = SystemCallFilter.serving

    @Test func `it allows what rendering allows, and what listening and watching take`() {
        let names = Set(filter.allowed.flatMap(\.calls))
        let rendering = Set(SystemCallFilter.rendering.allowed.flatMap(\.calls))
        #expect(
            names.subtracting(rendering) == [
                "accept", "accept4", "bind", "epoll_create", "getpeername", "getsockname", "getsockopt",
                "inotify_add_watch",
                "inotify_init1", "inotify_rm_watch", "listen", "recvfrom", "recvmsg", "sendmsg", "sendto", "setsockopt",
                "shutdown",
                "socket",
            ]
        )
        #expect(names.filter { !FilterContext.knows($0) } == [])
        #expect(filter.unimplemented == SystemCallFilter.rendering.unimplemented)
    }

    @Test func `sockets are for streams alone, of the families of IP`() {
        let rules = filter.allowed.filter { $0.calls.contains("socket") }
        #expect(
            rules.map(\.conditions)
                == [AF_INET, AF_INET6].map { family in
                    [.int(0, is: family), .bits(0xf, of: 1, are: Int32(SOCK_STREAM.rawValue))]
                }
        )
    }

    @Test func `a process that serves may bind ports, where the kernel can tell, and connect to none`() {
        var access = FileAccess(readable: [])
        #expect(access.rules(abi: 7).network == [.bind, .connect])
        access.bindsTCP = true
        #expect(access.rules(abi: 7).network == .connect)
        #expect(access.rules(abi: 3).network == [])
    }
}
