// SPDX-License-Identifier: Apache-2.0

import Publishing
import Synchronization

/// The pictures of pages that were drawn last, in bounded memory.
final class PictureCache: Sendable {
    /// A picture by what it shows, whatever paper and page that is in.
    private struct State {
        var pictures: [Int: [UInt8]] = [:]
        /// The digests, the one that was asked for last at the end.
        var order: [Int] = []
        var size = 0
    }

    private let capacity: Int
    private let state = Mutex(State())

    /// - Parameter capacity: the most bytes that are kept.
    init(capacity: Int) { self.capacity = capacity }

    /// How many bytes are kept.
    var size: Int { state.withLock { $0.size } }

    subscript(digest: Int) -> [UInt8]? {
        state.withLock { state in
            guard let picture = state.pictures[digest] else { return nil }
            if let index = state.order.firstIndex(of: digest) { state.order.remove(at: index) }
            state.order.append(digest)
            return picture
        }
    }

    /// Keeps a picture, and drops those that nobody has asked for the longest.
    func insert(_ picture: [UInt8], digest: Int) {
        state.withLock { state in
            guard picture.count <= capacity, state.pictures[digest] == nil else { return }
            state.pictures[digest] = picture
            state.order.append(digest)
            state.size += picture.count
            while state.size > capacity, !state.order.isEmpty {
                let oldest = state.order.removeFirst()
                state.size -= state.pictures.removeValue(forKey: oldest)?.count ?? 0
            }
        }
    }
}
