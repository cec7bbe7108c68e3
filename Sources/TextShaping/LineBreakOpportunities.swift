// SPDX-License-Identifier: Apache-2.0

import CPango
import ResourceLimits

extension Substring {
    /// The parts of a word between the places at which a line may break: after hyphens, slashes, dashes (Unicode Standard Annex 14, as
    /// ``LineBreakTailoring`` tailors it).
    func partsBetweenBreaks(language: OpaquePointer?) -> [Substring] {
        // ASCII letters and digits alone never hold a break.
        if utf8.allSatisfy(\.isASCIILetterOrDigit) { return [self] }
        var attributes = lineBreakAttributes(language: language)
        let tailoring = LineBreakTailoring(word: unicodeScalars)
        var parts: [Substring] = []
        var start = startIndex
        for (offset, index) in unicodeScalars.indices.enumerated() where offset > 0 {
            // The line breaker finds lines that end at a soft hyphen: the hyphen must be drawn.
            if unicodeScalars[unicodeScalars.index(before: index)] == .softHyphen { continue }
            let isBreak = withUnsafePointer(to: &attributes[offset], cleardays_is_line_break) != 0
            if tailoring.mayBreak(at: offset, inUnicode: isBreak) {
                parts.append(self[start..<index])
                start = index
            }
        }
        parts.append(self[start...])
        return parts
    }

    /// Pango's break attributes of the position before each scalar, and of the end.
    private func lineBreakAttributes(language: OpaquePointer?) -> [PangoLogAttr] {
        let count = unicodeScalars.count
        WorkMeter.count(count)
        var attributes = [PangoLogAttr](repeating: PangoLogAttr(), count: count + 1)
        let bytes = Array(utf8)
        bytes.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                pango_get_log_attrs(
                    text.baseAddress,
                    Int32(clamping: text.count),
                    -1,
                    language,
                    &attributes,
                    Int32(clamping: attributes.count)
                )
            }
        }
        return attributes
    }
}

extension UInt8 {
    fileprivate var isASCIILetterOrDigit: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}
