// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// A marker `[!EXEMPT 3]`, which opens a quotation that is not for publication.
struct ExemptMarker {
    /// As it was written.
    let text: String
    /// `nil` if the marker names no known paragraphs.
    let exemption: Exemption?

    /// Reads the marker at the beginning of a line; `nil` if the line begins otherwise.
    init?(_ line: some StringProtocol) {
        guard line.hasPrefix("[!"), let close = line.firstIndex(of: "]") else { return nil }
        text = String(line[...close])
        let words = text.dropFirst(2).dropLast().split(separator: " ", maxSplits: 1)
        guard words.first?.uppercased() == "EXEMPT", words.count == 2 else {
            exemption = nil
            return
        }
        exemption = ExemptParagraphs.read(words[1]).map { Exemption($0) }
    }
}
