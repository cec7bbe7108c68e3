// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The words of a workspace's files, found without the program: what must be read in its paper.
struct SampleWords {
    /// A stretch of words that stands in one piece somewhere, and where it comes from.
    struct Passage {
        var text: String
        var file: String
    }

    /// Every paragraph of a Markdown file, without its marks.
    static func passages(ofMarkdown text: String, file: String) -> [Passage] {
        paragraphs(of: text).map { Passage(text: $0, file: file) }
    }

    /// Every paragraph of every field of a CSV file but the first row's.
    static func passages(ofCSV text: String, columns wanted: Set<String>, file: String) -> [Passage] {
        let rows = rows(ofCSV: text)
        guard let header = rows.first else { return [] }
        return rows.dropFirst().flatMap { row in
            zip(header, row).flatMap { column, field in
                wanted.contains(column)
                    ? paragraphs(of: field).map { Passage(text: $0, file: "\(file) \(column)") } : []
            }
        }
    }

    private static func paragraphs(of text: String) -> [String] {
        var paragraphs: [String] = []
        var current = ""
        func end() {
            if !current.isEmpty { paragraphs.append(current) }
            current = ""
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("- ") || line.hasPrefix("> ") { end() }
            line = line.replacing(/^(#+|-|>)\s+/, with: "")
            current += (current.isEmpty ? "" : " ") + line
        }
        end()
        return paragraphs.flatMap { paragraph in
            // What is computed or worded by the program divides a paragraph.
            paragraph.replacing(/\[(?:[^\]]*\{\{[^\]]*)?\]\(.*?\)/, with: "\n").replacing(/\{\{.*?\}\}/, with: "\n")
                .replacing(/\[\^.*?\]/, with: "\n").replacing(/[*\\]/, with: "")
                .split(separator: "\n").map { String($0) }
        }
    }

    /// RFC 4180, as plainly as can be.
    private static func rows(ofCSV text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field = ""
        var isQuoted = false
        var characters = Array(text.replacing("\r\n", with: "\n"))[...]
        while let character = characters.popFirst() {
            switch (isQuoted, character) {
            case (true, "\"") where characters.first == "\"":
                characters.removeFirst()
                field.append("\"")
            case (_, "\""): isQuoted.toggle()
            case (false, ","):
                row.append(field)
                field = ""
            case (false, "\n"):
                rows.append(row + [field])
                (row, field) = ([], "")
            default: field.append(character)
            }
        }
        if !field.isEmpty || !row.isEmpty { rows.append(row + [field]) }
        return rows
    }
}
