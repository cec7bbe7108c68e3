// SPDX-License-Identifier: Apache-2.0

/// What of a request decides its answer.
struct PreviewRequest: Sendable, Hashable {
    var method = "GET"
    /// The path with its query, as it came.
    var target: String
    /// The field Host.
    var host: String?
    var origin: String?
    /// The field Sec-Fetch-Site, which browsers set and no page can (Fetch Metadata Request Headers).
    var fetchSite: String?
    /// The field Last-Event-ID, by which a browser says what it has heard last.
    var lastEvent: String?
    /// Whether something follows the head.
    var hasBody = false
}

/// An answer with all of its fields.
struct PreviewResponse: Sendable {
    /// What an answer holds.
    enum Body: Sendable {
        case bytes([UInt8], type: String)
        /// The events of a page that names the generation that it shows.
        case events(since: Int)
    }

    var status: Int
    var fields: [(name: String, value: String)]
    /// `nil` for an answer without content.
    var body: Body?
}
