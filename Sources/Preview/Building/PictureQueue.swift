// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Publishing
import Synchronization
import WatchFolder

/// Draws pages: the thread that makes papers, which alone has the fonts.
protocol PictureSource: Sendable {
    /// The picture of a page as it was made last, or `nil` if there is none, or too many are waited for.
    func picture(ofPage number: Int, of key: PaperKey) async -> [UInt8]?
}

/// The pages that are asked for, until the thread that makes papers draws them between one paper and the next.
final class PictureQueue: PictureSource {
    private struct Request {
        var number: Int
        var key: PaperKey
        var answer: CheckedContinuation<[UInt8]?, Never>
    }

    private struct State {
        var requests: [Request] = []
        var hasEnded = false
    }

    /// More requests than these are refused at once: a page asks again when it is reloaded.
    private static let mostRequests = 256

    private let wake: Wake
    private let state = Mutex(State())

    init(wake: Wake) { self.wake = wake }

    func picture(ofPage number: Int, of key: PaperKey) async -> [UInt8]? {
        await withCheckedContinuation { answer in
            let isQueued = state.withLock { state in
                guard !state.hasEnded, state.requests.count < Self.mostRequests else { return false }
                state.requests.append(Request(number: number, key: key, answer: answer))
                return true
            }
            if isQueued { wake.ring() } else { answer.resume(returning: nil) }
        }
    }

    /// Draws what is asked for.
    func serve(from builder: RoundBuilder, isStopping: () -> Bool) {
        while !isStopping(), let request = state.withLock({ $0.requests.isEmpty ? nil : $0.requests.removeFirst() }) {
            request.answer.resume(returning: builder.picture(ofPage: request.number, of: request.key))
        }
    }

    /// Answers everybody with nothing: no more pages are drawn.
    func end() {
        let requests = state.withLock { state in
            state.hasEnded = true
            defer { state.requests = [] }
            return state.requests
        }
        for request in requests { request.answer.resume(returning: nil) }
    }
}
