// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Publishing

/// The folder in which node_exporter's textfile collector finds the metrics of several councils.
///
/// Each council writes in a folder of its own below it, and can reach no other's. The collector reads no folders below its own, but it follows links:
///
/// ```
/// fenwick-vale.prom -> councils/fenwick-vale/fenwick-vale.prom
/// councils/fenwick-vale/fenwick-vale.prom
/// ```
package struct MetricsFolder: Sendable, Hashable {
    private static let councils = "councils"

    /// The folder that the collector reads.
    package let path: String

    package init(path: String) { self.path = path }

    /// The file that a council writes.
    package func file(of council: String) -> String { folder(of: council) + "/\(council).prom" }

    private func folder(of council: String) -> String { "\(path)/\(Self.councils)/\(council)" }

    private func link(of council: String) -> String { "\(path)/\(council).prom" }

    /// Makes the folder of each council with its link, and removes those of all others, also of those that were removed while no service ran. For no
    /// names, everything of councils is removed.
    ///
    /// - Throws: a ``PublicationError`` for the first that cannot be made; the others are made all the same.
    func prepare(for names: [String]) throws(PublicationError) {
        var failure: PublicationError?
        for name in names {
            do throws(PublicationError) { try prepare(name) } catch { failure = failure ?? error }
        }
        let kept = Set(names)
        let found = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(Self.councils)")) ?? []
        for name in found where !kept.contains(name) { remove(name) }
        if let failure { throw failure }
    }

    private func prepare(_ council: String) throws(PublicationError) {
        try AtomicFile.makeFolder(folder(of: council))
        let target = "\(Self.councils)/\(council)/\(council).prom"
        let temporary = "\(path)/.\(council).\(getpid()).part"
        unlink(temporary)
        guard symlink(target, temporary) == 0, rename(temporary, link(of: council)) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(temporary)
            throw PublicationError(.inputOutput, "\(link(of: council)) cannot be made: \(reason)")
        }
    }

    /// Removes what is of a council: a file that stays and grows old is an alert.
    func remove(_ council: String) {
        unlink(link(of: council))
        unlink(file(of: council))
        rmdir(folder(of: council))
    }
}
