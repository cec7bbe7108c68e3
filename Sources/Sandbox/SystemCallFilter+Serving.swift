// SPDX-License-Identifier: Apache-2.0

import Glibc

extension SystemCallFilter {
    /// What a process needs that makes papers, watches a workspace and serves what it made over TCP.
    ///
    /// Beyond ``rendering`` it has folders watched, asks whether a file is open for writing, and listens. It has no call by which it could connect to
    /// anybody: no `connect`, and no socket but for streams, over which nothing can be sent before they are connected.
    package static let serving: SystemCallFilter = {
        var filter = rendering
        filter.allowed += watching + listening
        return filter
    }()

    /// Folders that are watched, and leases (F_SETLEASE, F_GETLEASE of linux/fcntl.h).
    private static let watching =
        // NIO makes its event loops by the older call.
        [Rule(["epoll_create", "inotify_init1", "inotify_add_watch", "inotify_rm_watch"])]
        + [1024, 1025].map { Rule(["fcntl", "fcntl64"], where: .int(1, is: $0)) }

    /// The type of a socket, without its flags (SOCK_TYPE_MASK of linux/net.h).
    private static let socketType: Int32 = 0xf

    /// Sockets of IPv4 and IPv6 for streams, that listen and are accepted.
    private static let listening =
        [AF_INET, AF_INET6].map { family in
            Rule(
                ["socket"],
                where: .int(0, is: family),
                .bits(socketType, of: 1, are: Int32(SOCK_STREAM.rawValue))
            )
        } + [
            Rule([
                "bind", "listen", "accept4", "accept", "getsockname", "getpeername", "setsockopt", "getsockopt",
                "shutdown",
                "recvfrom", "recvmsg", "sendto", "sendmsg",
            ])
        ]
}
