// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits
import WorkspaceFiles

/// The address that a link leads to.
enum LinkAddress {
    /// The schemes of addresses that a link may lead to.
    private static let schemes = ["http", "https", "mailto", "tel"]

    /// What is wrong with an address, or `nil` if a link may lead there.
    static func problem(with destination: String) -> Diagnostic.Message? {
        if destination.isEmpty { return .linkToNowhere }
        if destination.utf8.count > Limits.longestAddress { return .linkTooLong }
        if destination.first == "#" {
            return String(destination.dropFirst()).isReferenceName ? nil : .linkToNoName(destination)
        }
        guard let colon = destination.firstIndex(of: ":") else { return .linkOutOfPaper(destination) }
        let scheme = destination[..<colon].lowercased()
        return schemes.contains(scheme) ? nil : .linkWithUnknownScheme(destination)
    }

    /// A link with its words. Words that a link cannot have are reported.
    ///
    /// - Parameter areSound: whether nothing in the words has been reported.
    static func link(
        to destination: String,
        _ words: [Prose.Inline],
        areSound: Bool,
        at place: SourceLocation,
        findings: DiagnosticCollector
    ) -> Prose.Inline {
        if let problem = BlockLimits(words).linkProblem {
            findings.report(problem, at: place)
            return .text("")
        }
        if let note = words.firstNote {
            findings.report(.noteInLink(note.name), at: note.location)
        } else if !words.isEmpty, words.allSatisfy(\.saysNothing), areSound {
            findings.report(.linkWithoutWords, at: place)
        }
        return .link(destination: destination, words, place)
    }
}

extension String {
    /// Whether it can name a place of a paper: `approval-process`, or with its kind `heading:approval-process`, `heading:works/roads`,
    /// `directorate:works`, `appendix:2`, `table:outcomes`.
    fileprivate var isReferenceName: Bool {
        guard let colon = firstIndex(of: ":") else { return isIdentifier }
        let name = self[index(after: colon)...]
        switch self[..<colon] {
        case "heading":
            let parts = name.split(separator: "/", omittingEmptySubsequences: false)
            return parts.count <= 2 && parts.allSatisfy { String($0).isIdentifier }
        case "directorate", "table": return String(name).isIdentifier
        case "appendix": return !name.isEmpty && name.count <= 4 && name.allSatisfy { $0.isASCII && $0.isNumber }
        default: return false
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func noteInLink(_ name: String) -> Self {
        Self(
            .invalidLink,
            "a note cannot be marked in the words of a link: both lead somewhere",
            hint: "put `[^\(name)]` behind the link, after a space"
        )
    }

    fileprivate static var linkWithoutWords: Self {
        Self(
            .invalidLink,
            "a link has no words",
            hint: "write between `[` and `]` what it leads to: `[the returns](…)`"
        )
    }

    fileprivate static var linkToNowhere: Self {
        Self(.invalidLink, "the link leads nowhere", hint: knownLinks)
    }

    fileprivate static var linkTooLong: Self {
        Self(.textTooLong, "the address is longer than \(Limits.longestAddress) characters", hint: knownLinks)
    }

    fileprivate static func linkToNoName(_ destination: String) -> Self {
        Self(.invalidLink, "`\(destination.shortened)` is not the name of a place in the paper", hint: knownLinks)
    }

    fileprivate static func linkOutOfPaper(_ destination: String) -> Self {
        Self(.invalidLink, "the link to `\(destination.shortened)` leads out of the paper", hint: knownLinks)
    }

    fileprivate static func linkWithUnknownScheme(_ destination: String) -> Self {
        Self(.invalidLink, "a link cannot lead to `\(destination.shortened)`", hint: knownLinks)
    }

    private static var knownLinks: DiagnosticText {
        "links lead to `https:`, `mailto:` or `tel:`, or within the paper to `#name`"
    }
}
