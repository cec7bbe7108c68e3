// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Finds sentences that are twice in a text, and comments that are the same in two rows.
///
/// Texts are compared by their words in small letters, each looked up once: no text is held against every other.
struct RepetitionRules {
    /// A text and where it stands.
    private struct Place {
        var passage: Passage
        var token: Int
        var reference: String?
    }

    /// Shorter sentences are repeated by custom: `Work is in hand.`
    private static let shortestSentence = 80
    private static let shortestComment = 60

    private var sentences: [String: [Place]] = [:]
    private var comments: [String: [Place]] = [:]
    /// In the order in which they were found.
    private var repeated: [(key: String, isComment: Bool)] = []

    /// The sentences of a text that make no list of figures.
    mutating func add(_ document: Document) {
        for passage in document.passages where passage.kind == .prose {
            for sentence in passage.sentences {
                let key = Self.key(passage.tokens[sentence])
                guard key.utf8.count >= Self.shortestSentence else { continue }
                sentences[key, default: []].append(Place(passage: passage, token: sentence.lowerBound))
                if sentences[key]?.count == 2 { repeated.append((key, false)) }
            }
        }
    }

    /// The comment of a row.
    mutating func add(comment document: Document, of reference: String?) {
        guard let first = document.passages.first, !first.tokens.isEmpty else { return }
        let key = document.passages.map { Self.key($0.tokens[...]) }.joined(separator: "\n")
        guard key.utf8.count >= Self.shortestComment else { return }
        comments[key, default: []].append(Place(passage: first, token: 0, reference: reference))
        if comments[key]?.count == 2 { repeated.append((key, true)) }
    }

    private static func key(_ tokens: ArraySlice<Token>) -> String {
        var key = ""
        if let first = tokens.first, let last = tokens.last {
            key.reserveCapacity(last.range.upperBound - first.range.lowerBound)
        }
        for token in tokens where token.kind != .mark || token.text == "\u{FFFC}" {
            if !key.isEmpty { key += " " }
            key += token.text
        }
        return key
    }

    func report(_ report: (Diagnostic.Message, SourceLocation, Passage, [String]) -> Void) {
        for (key, isComment) in repeated {
            let places = (isComment ? comments : sentences)[key] ?? []
            guard let first = places.first, let second = places.dropFirst().first else { continue }
            let message: Diagnostic.Message =
                isComment
                ? .repeatedComment(first.passage.location, of: first.reference, count: places.count)
                : .repeatedSentence(
                    second.passage.words(second.token..<min(second.token + 8, second.passage.tokens.count)),
                    at: first.passage.location
                )
            report(message, second.passage.location, second.passage, second.passage.landmarks(at: second.token))
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func repeatedSentence(_ words: String, at first: SourceLocation) -> Self {
        Self(
            .repeatedText,
            "the sentence that begins `\(words)` is in this text twice",
            hint: "it is also in the paragraph at \(own: first.rowName): say it once"
        )
    }

    fileprivate static func repeatedComment(_ first: SourceLocation, of reference: String?, count: Int) -> Self {
        let hint: DiagnosticText =
            if let reference {
                "write `same as \(reference, from: .file(first.file))` if the rows share it, or say what is so of this one"
            } else {
                "say what is so of this row"
            }
        return Self(
            .repeatedText,
            count == 2
                ? "the comment is the same as at \(own: first.rowName)"
                : "the comment is the same as at \(own: first.rowName), and in \(count) rows altogether",
            hint: hint
        )
    }
}
