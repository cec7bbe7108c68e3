// SPDX-License-Identifier: Apache-2.0

import Yams

/// The second of two keys of one name, which Yams refuses without saying where it is.
struct YAMLDuplicate {
    /// Counted from one.
    let line: Int
    /// Counted from one, in Unicode scalars as libyaml counts.
    let column: Int
    private let scalars: [Unicode.Scalar]
    private let offset: Int

    /// The text with the key's first letter replaced by one of private use, by which it is recognised and skipped. Columns do not
    /// change.
    func renamed(_ number: Int) -> String {
        var scalars = scalars
        scalars[offset] = Unicode.Scalar(0xE000 + UInt32(number)) ?? "\u{E000}"
        return String(String.UnicodeScalarView(scalars))
    }

    static func isRenamed(_ key: String) -> Bool {
        key.unicodeScalars.first.map { (0xE000...0xE0FF).contains($0.value) } ?? false
    }

    /// Looks for the next key of this name after the first: in a block below it in the same column, in `{ }` after it
    /// at the same depth.
    static func find(_ name: String, first mark: Mark, in text: String) -> YAMLDuplicate? {
        let scalars = Array(text.unicodeScalars)
        var starts = [0]
        for (offset, scalar) in scalars.enumerated() where isLineEnd(scalars, offset, scalar) {
            starts.append(offset + 1)
        }
        guard mark.line >= 1, mark.line <= starts.count else { return nil }
        let first = starts[mark.line - 1] + mark.column - 1
        let offset =
            inBlock(name, column: mark.column, scalars: scalars, starts: starts[mark.line...])
            ?? inBraces(name, after: first, scalars: scalars)
        guard let offset, let line = starts.lastIndex(where: { $0 <= offset }), offset < scalars.count else {
            return nil
        }
        let quoted = scalars[offset] == "\"" || scalars[offset] == "'"
        return YAMLDuplicate(
            line: line + 1,
            column: offset - starts[line] + 1,
            scalars: scalars,
            offset: quoted ? offset + 1 : offset
        )
    }

    private static func isLineEnd(_ scalars: [Unicode.Scalar], _ offset: Int, _ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || (scalar == "\r" && (offset + 1 == scalars.count || scalars[offset + 1] != "\n"))
    }

    private static func inBlock(
        _ name: String,
        column: Int,
        scalars: [Unicode.Scalar],
        starts: ArraySlice<Int>
    ) -> Int? {
        for start in starts {
            let indent = scalars[start...].prefix { $0 == " " }.count
            let content = start + indent
            guard content < scalars.count, !"\r\n#".unicodeScalars.contains(scalars[content]) else { continue }
            if indent < column - 1 { return nil }
            if indent == column - 1, isKey(name, at: content, scalars: scalars) { return content }
        }
        return nil
    }

    private static func inBraces(_ name: String, after first: Int, scalars: [Unicode.Scalar]) -> Int? {
        var depth = 0
        var mayBegin = false
        for offset in max(first, 0)..<max(first, scalars.count) {
            switch scalars[offset] {
            case "{", "[": depth += 1
            case "}", "]":
                depth -= 1
                if depth < 0 { return nil }
            case "," where depth == 0: mayBegin = true
            case " ", "\n", "\r", "\t": break
            default:
                if mayBegin, depth == 0, isKey(name, at: offset, scalars: scalars) { return offset }
                mayBegin = false
            }
        }
        return nil
    }

    private static func isKey(_ name: String, at offset: Int, scalars: [Unicode.Scalar]) -> Bool {
        for written in [name, "\"\(name)\"", "'\(name)'"] {
            let letters = Array(written.unicodeScalars)
            guard scalars[offset...].starts(with: letters) else { continue }
            let rest = scalars[(offset + letters.count)...].drop { $0 == " " }
            if rest.first == ":" { return true }
        }
        return false
    }
}
