// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Finds sentences that are twice in a text, and comments that are the same in two rows.
///
/// Texts are compared by the numbers of their words, and each is looked up once: no text is held against every other.
struct RepetitionRules {
    /// A text and where it stands.
    private struct Place {
        var passage: Passage
        var token: Int
        var reference: String?
    }

    /// Shorter sentences are repeated by custom: `Work is in hand.` In bytes, with a space behind each word.
    private static let shortestSentence = 81
    private static let shortestComment = 61

    /// The numbers of the words of a text, with a bound between its passages.
    private typealias Key = [Int32]
    private static let passageBound: Int32 = -1

    private var sentences: [Key: [Place]] = [:]
    private var comments: [Key: [Place]] = [:]
    /// In the order in which they were found.
    private var repeated: [(key: Key, isComment: Bool)] = []

    /// The sentences of a text that make no list of figures.
    mutating func add(_ document: Document) {
        for passage in document.passages where passage.kind == .prose {
            for sentence in passage.sentences {
                var key: Key = []
                guard Self.add(passage.tokens[sentence], to: &key) >= Self.shortestSentence else { continue }
                sentences[key, default: []].append(Place(passage: passage, token: sentence.lowerBound))
                if sentences[key]?.count == 2 { repeated.append((key, false)) }
            }
        }
    }

    /// The comment of a row.
    mutating func add(comment document: Document, of reference: String?) {
        guard let first = document.passages.first, !first.tokens.isEmpty else { return }
        var key: Key = []
        var length = 0
        for passage in document.passages {
            if !key.isEmpty { key.append(Self.passageBound) }
            length += Self.add(passage.tokens[...], to: &key)
        }
        guard length >= Self.shortestComment else { return }
        comments[key, default: []].append(Place(passage: first, token: 0, reference: reference))
        if comments[key]?.count == 2 { repeated.append((key, true)) }
    }

    /// Adds what is no mark, but for what is put in.
    ///
    /// - Returns: how long it is as a text with a space behind each word, in bytes.
    private static func add(_ tokens: ArraySlice<Token>, to key: inout Key) -> Int {
        var length = 0
        key.reserveCapacity(key.count + tokens.count)
        for index in tokens.indices where !tokens[index].isMark || tokens[index].text == "\u{FFFC}" {
            key.append(tokens[index].word)
            length += tokens[index].text.utf8.count + 1
        }
        return length
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
