// SPDX-License-Identifier: Apache-2.0

/// A table as comma-separated values (RFC 4180): UTF-8 with a byte-order mark, by which spreadsheets know it, lines that end in CR LF, one header row.
struct CSVText {
    /// With which a spreadsheet takes a text for a formula, or for the beginning of one (OWASP, "CSV Injection").
    private static let formulaSigns: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
    ]

    let bytes: [UInt8]

    init(_ table: OpenTable) {
        let columns = table.description.columns
        var text = "\u{FEFF}"
        text += columns.map { Self.quoted($0.name) }.joined(separator: ",") + "\r\n"
        for row in table.rows {
            let cells = zip(columns, row).map { column, value in Self.cell(value, isText: column.type.isText) }
            text += cells.joined(separator: ",") + "\r\n"
        }
        bytes = Array(text.utf8)
    }

    private static func cell(_ value: DataValue, isText: Bool) -> String {
        switch value {
        case .text(let text): quoted(isText ? neutralised(text) : text)
        case .number(let digits): digits
        case .flag(let flag): flag ? "true" : "false"
        case .none: ""
        }
    }

    /// A text that no spreadsheet takes for a formula: with an apostrophe before it if it would.
    ///
    /// A text of apostrophes and then a formula gets one more, so that who takes one away before such a text has what was there.
    static func neutralised(_ text: String) -> String {
        guard let first = text.unicodeScalars.first(where: { $0 != "'" }), formulaSigns.contains(first) else {
            return text
        }
        return "'" + text
    }

    private static func quoted(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { $0 != "," && $0 != "\"" && $0 != "\r" && $0 != "\n" }
        let hasOuterSpace = text.unicodeScalars.first == " " || text.unicodeScalars.last == " "
        if isPlain, !hasOuterSpace { return text }
        // By scalars: a quotation mark with a combining mark behind it is another character, and the same byte.
        var quoted = String.UnicodeScalarView()
        quoted.append("\"")
        for scalar in text.unicodeScalars {
            quoted.append(scalar)
            if scalar == "\"" { quoted.append(scalar) }
        }
        quoted.append("\"")
        return String(quoted)
    }
}
