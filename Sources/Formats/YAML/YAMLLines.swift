// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import WorkspaceFiles

/// The lines of a YAML text, in which the text of a scalar is found.
struct YAMLLines {
    private let bytes: [UInt8]
    private let index: LineIndex
    /// In a longer line a scalar's text is not looked for, so that a file of one line takes no longer than another.
    private static let longestLine = 2_000

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        index = LineIndex(bytes)
    }

    /// The origin of a scalar's text.
    ///
    /// - Parameters:
    ///   - mark: where the scalar begins in the text.
    ///   - place: its location in the file.
    func origin(of scalar: String, _ style: YAMLEvent.Style, at mark: YAMLMark, _ place: SourceLocation) -> TextOrigin {
        switch style {
        case .literal:
            let indent = max(0, indent(below: mark.line) - scalar.leadingSpaces)
            return TextOrigin(start: place.at(line: place.line + 1, column: indent + 1), indent: indent)
        case .plain, .singleQuoted, .doubleQuoted:
            let quote = style == .plain ? 0 : 1
            guard let range = index.range(mark.line), range.count <= Self.longestLine,
                let line = index.line(mark.line, of: bytes),
                line.unicodeScalars.dropFirst(mark.column - 1 + quote).starts(with: scalar.unicodeScalars)
            else { return TextOrigin(start: place, keepsLines: false) }
            return TextOrigin(start: place.at(line: place.line, column: place.column + quote))
        case .folded:
            return TextOrigin(start: place, keepsLines: false)
        }
    }

    /// The column of a `#` that ends a text in its line and is not written as a comment is: no space follows it, or one and a number.
    func unlikelyComment(behind scalar: String, at mark: YAMLMark) -> YAMLMark? {
        guard let range = index.range(mark.line), range.count <= Self.longestLine,
            bytes[range].contains(UInt8(ascii: "#")), let line = index.line(mark.line, of: bytes)
        else { return nil }
        let scalars = Array(line.unicodeScalars)
        let start = mark.column - 1
        guard start >= 0, start <= scalars.count else { return nil }
        // A text of several lines is not the rest of this one.
        guard scalars[start...].starts(with: scalar.unicodeScalars) else { return nil }
        let rest = scalars[(start + scalar.unicodeScalars.count)...]
        guard let sign = rest.firstIndex(where: { $0 != " " && $0 != "\t" }), scalars[sign] == "#",
            sign + 1 < scalars.count
        else { return nil }
        let next = scalars[sign + 1]
        let isNumber =
            next == " " && sign == rest.startIndex + 1 && sign + 2 < scalars.count
            && ("0"..."9").contains(scalars[sign + 2])
        let isJoined = next != " " && next != "\t" && next != "#" && next != "-" && next != "="
        return isJoined || isNumber ? YAMLMark(line: mark.line, column: sign + 1) : nil
    }

    /// How far the first line below `line` that is not blank is indented.
    private func indent(below line: Int) -> Int {
        var number = line + 1
        while let text = index.line(number, of: bytes) {
            let indent = text.utf8.prefix { $0 == UInt8(ascii: " ") }.count
            if indent < text.utf8.count { return indent }
            number += 1
        }
        return 0
    }
}

extension String {
    /// How far its first line that is not blank is indented: below `|2`, which says how far the text is, a line may be indented further.
    fileprivate var leadingSpaces: Int {
        var spaces = 0
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: " "): spaces += 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): spaces = 0
            default: return spaces
            }
        }
        return spaces
    }
}
