// SPDX-License-Identifier: Apache-2.0

/// One thing of the machine that was looked at: what it is, how it was found, and what to do about it.
package struct Finding: Sendable, Hashable, Encodable {
    /// How good a thing was found.
    package enum State: String, Sendable, Hashable, Encodable {
        /// As it should be.
        case good = "ok"
        /// Papers can be made, and something about them may be amiss.
        case warning
        /// Papers cannot be made.
        case error
    }

    /// What was looked at: `fonts`.
    package let subject: String
    /// How it was found.
    package let state: State
    /// What was found, in a line.
    package let result: String
    /// What to do; `nil` where it is as it should be.
    package let hint: String?

    /// A thing that is as it should be.
    package static func good(_ subject: String, _ result: String) -> Finding {
        Finding(subject: subject, state: .good, result: result, hint: nil)
    }

    /// A thing without which papers are made, with what to do.
    package static func warning(_ subject: String, _ result: String, hint: String) -> Finding {
        Finding(subject: subject, state: .warning, result: result, hint: hint)
    }

    /// A thing without which no paper is made, with what to do.
    package static func error(_ subject: String, _ result: String, hint: String) -> Finding {
        Finding(subject: subject, state: .error, result: result, hint: hint)
    }

    /// The same of one council among several: `fenwick-vale: inbox`.
    func of(_ council: String) -> Finding {
        Finding(subject: "\(council): \(subject)", state: state, result: result, hint: hint)
    }

    private enum CodingKeys: String, CodingKey {
        case subject, state, result, hint
    }

    /// The same keys always, `null` where there is no hint.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(subject, forKey: .subject)
        try container.encode(state, forKey: .state)
        try container.encode(result, forKey: .result)
        try container.encode(hint, forKey: .hint)
    }
}
