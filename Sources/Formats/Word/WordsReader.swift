// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// Reads the words of a part that no paper prints: the head or the foot of pages, or comments.
final class WordsReader: XMLHandler {
    /// By the ids of comments; empty for other parts.
    private(set) var words: [String: [UInt8]] = [:]
    /// The styles of its paragraphs.
    private(set) var styles: Set<String> = []
    private var id = ""
    private var isInText = false
    private var size = 0

    func start(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
        // The letters of a watermark are a drawing.
        if name.namespace == .other, name.local == "textpath", let drawn = attributes["string"] {
            append([0x0A] + drawn.bytes)
        }
        guard name.namespace == .document else { return true }
        switch name {
        case "comment": id = attributes.value(of: "id", in: .document)?.string ?? ""
        case "p": append([0x0A])
        case "pStyle": if let style = attributes.value(of: "val", in: .document) { styles.insert(style.string) }
        case "tab", "br": append([0x20])
        case "t": isInText = true
        default: break
        }
        return size <= Limits.longestText
    }

    func end(_ name: XMLName) -> Bool {
        if name.namespace == .document, name.local == "t" { isInText = false }
        return true
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if isInText { append(Array(bytes)) }
        return size <= Limits.longestText
    }

    func passedOver(_ words: [UInt8]) { append([0x0A] + words) }

    private func append(_ bytes: [UInt8]) {
        size += bytes.count
        words[id, default: []] += bytes
    }
}
