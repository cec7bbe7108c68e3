// SPDX-License-Identifier: Apache-2.0

import Digests
import FoundationEssentials

/// The HTML of a paper as ``HTMLExport`` writes it, divided where a preview adds to it; what is published is not touched.
///
/// Words of a paper are escaped, so that these tags are no words of it.
struct PaperDocument: Sendable, Equatable {
    /// Up to the end of the head.
    private let head: ArraySlice<UInt8>
    /// From there up to the end of the link that skips to the paper.
    private let opening: ArraySlice<UInt8>
    private let body: ArraySlice<UInt8>
    /// The digest of the style sheet, by which a policy lets it be used.
    let styleDigest: PolicyDigest

    /// - Returns: `nil` for bytes of another shape.
    init?(_ bytes: [UInt8]) {
        guard let style = bytes.firstRange(of: "<style>"),
            let styleEnd = bytes.firstRange(of: "</style>", from: style.upperBound),
            let headEnd = bytes.firstRange(of: "</head>", from: styleEnd.upperBound),
            let bodyStart = bytes.firstRange(of: "<body>", from: headEnd.upperBound),
            let skipEnd = bytes.firstRange(of: "</a>", from: bodyStart.upperBound)
        else { return nil }
        head = bytes[..<headEnd.lowerBound]
        opening = bytes[headEnd.lowerBound..<skipEnd.upperBound]
        body = bytes[skipEnd.upperBound...]
        styleDigest = PolicyDigest(of: bytes[style.upperBound..<styleEnd.lowerBound])
    }

    /// The document with something at the end of its head, and before all that is in its body but for the link that skips to the paper.
    func bytes(adding headAddition: [UInt8], _ bodyAddition: [UInt8]) -> [UInt8] {
        head + headAddition + opening + bodyAddition + body
    }

    static func == (first: PaperDocument, second: PaperDocument) -> Bool {
        first.head == second.head && first.opening == second.opening && first.body == second.body
    }
}

/// A digest in a Content Security Policy: `'sha256-…'` (Content Security Policy Level 3, 2.3.1).
struct PolicyDigest: Sendable, Hashable, CustomStringConvertible {
    let description: String

    init(of bytes: some Sequence<UInt8>) {
        let digits = Array(contentDigest(of: Array(bytes)).utf8)
        let digest = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
        description = "'sha256-\(Data(digest).base64EncodedString())'"
    }
}

extension [UInt8] {
    /// Where a text is first found.
    fileprivate func firstRange(of text: StaticString, from start: Int = 0) -> Range<Int>? {
        text.withUTF8Buffer { wanted in
            guard let first = wanted.first else { return nil }
            var index = start
            while let found = self[index...].firstIndex(of: first), found + wanted.count <= count {
                if self[found..<found + wanted.count].elementsEqual(wanted) { return found..<found + wanted.count }
                index = found + 1
            }
            return nil
        }
    }
}
