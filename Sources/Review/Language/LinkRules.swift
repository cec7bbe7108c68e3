// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Asks that the words of a link say where it leads (WCAG 2.2, 2.4.4): screen readers list the links of a page without what stands around them.
struct LinkRules {
    /// Words that say nothing of a page, in small letters.
    private static let empty: Set = [
        "click here", "click", "click this link", "here", "this", "this link", "this page", "this website", "link",
        "the link", "more", "read more", "find out more", "learn more", "see more", "more information",
        "further information",
        "more details", "details", "download", "download here", "see here", "website", "web site", "web page", "page",
        "go", "continue", "please click here", "follow this link", "see this link", "attached", "document", "pdf",
    ]

    func check(_ text: ReviewedText, report: LanguageRules.Report) {
        for passage in text.passages {
            for mark in passage.markup {
                guard case .link(let destination) = mark.kind, !mark.range.isEmpty else { continue }
                let words = String(String.UnicodeScalarView(passage.scalars[mark.range]))
                guard let token = passage.tokens.firstIndex(where: { mark.range.contains($0.range.lowerBound) }) else {
                    continue
                }
                let place = TextPlace(passage: passage, token: token)
                let plain = words.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " }
                    .split(separator: " ").joined(separator: " ")
                if Self.empty.contains(plain) {
                    report(.emptyLink(words), place)
                } else if isAddress(words, destination) {
                    report(.addressAsLink(words), place)
                }
            }
        }
    }

    /// An address of a page; that of a mailbox says whom it reaches.
    private func isAddress(_ words: String, _ destination: String) -> Bool {
        let lower = words.lowercased()
        if lower.contains(" ") || lower.contains("@") { return false }
        return lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("www.")
            || destination.lowercased().hasSuffix("//" + lower)
    }
}

extension Diagnostic.Message {
    fileprivate static func emptyLink(_ words: String) -> Self {
        Self(
            .unexplainedLink,
            "the words of the link, `\(words.shortened)`, do not say where it leads",
            hint:
                "make a link of words that name the page, such as `the plan for 2010`: some readers hear the links alone"
        )
    }

    fileprivate static func addressAsLink(_ words: String) -> Self {
        Self(
            .unexplainedLink,
            "the words of the link are an address, `\(words.shortened)`, which is read out letter by letter",
            hint: "make a link of words that name the page: `[the plan for 2010](https://…)`, in Word Insert, then Link"
        )
    }
}
