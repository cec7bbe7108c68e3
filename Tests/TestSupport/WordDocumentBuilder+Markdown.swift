// SPDX-License-Identifier: Apache-2.0

extension WordDocumentBuilder {
    /// The body of a document that says what a Markdown text does: headings, paragraphs, quotations, lists, tables and emphasis.
    package static func body(markdown: String) -> String {
        blocks(markdown).map { block -> String in
            if block[0].hasPrefix("#") {
                let level = block[0].prefix { $0 == "#" }.count
                return paragraph(
                    runs: runs(block.joined(separator: " ").dropFirst(level + 1)),
                    style: "Heading\(level)"
                )
            }
            if block[0].hasPrefix(">") {
                let inner = block.map { line in
                    let content = line.drop { $0 == " " }
                    let rest = content.hasPrefix(">") ? content.dropFirst() : content
                    return rest.hasPrefix(" ") ? rest.dropFirst() : rest
                }
                return quoted(inner.joined(separator: "\n"))
            }
            if block[0].hasPrefix("|") {
                let rows = block.filter { !$0.allSatisfy { "|-: ".contains($0) } }
                return table(
                    rows.map { row in
                        row.dropFirst().dropLast().split(separator: "|").map { cell in
                            paragraph(runs: runs(Substring(cell.trimmingSpaces)))
                        }
                    }
                )
            }
            return items(block, style: nil) ?? paragraph(runs: runs(Substring(block.joined(separator: " "))))
        }.joined()
    }

    private static func blocks(_ text: String) -> [[Substring]] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .split(whereSeparator: { $0.allSatisfy(\.isWhitespace) }).map(Array.init)
    }

    private static func quoted(_ text: String) -> String {
        blocks(text).map { block in
            if block[0].hasPrefix("[!"), block.count > 1 {
                return paragraph(runs: runs(block[0]), style: "Quote")
                    + paragraph(runs: runs(Substring(block.dropFirst().joined(separator: " "))), style: "Quote")
            }
            return items(block, style: "Quote")
                ?? paragraph(runs: runs(Substring(block.joined(separator: " "))), style: "Quote")
        }.joined()
    }

    private static func items(_ block: [Substring], style: String?) -> String? {
        guard block[0].hasPrefix("- ") || block[0].hasPrefix("1. ") else { return nil }
        var items: [(text: String, level: Int)] = []
        for line in block {
            let gap = line.prefix { $0 == " " }.count
            let words = line.dropFirst(gap)
            if words.hasPrefix("- ") || words.first?.isNumber == true {
                items.append((String(words.drop { $0 != " " }.dropFirst()), gap / 2))
            } else {
                items[items.count - 1].text += " " + words
            }
        }
        let list = block[0].hasPrefix("- ") ? 1 : 2
        return items.map { item in
            paragraph(
                runs: runs(Substring(item.text)),
                style: style,
                "<w:numPr><w:ilvl w:val=\"\(item.level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>"
            )
        }.joined()
    }

    /// Runs, divided at each `**` and `*`.
    private static func runs(_ text: Substring) -> String {
        var runs = ""
        var isBold = false
        for (index, part) in text.split(separator: "**", omittingEmptySubsequences: false).enumerated() {
            isBold = index % 2 == 1
            for (index, part) in part.split(separator: "*", omittingEmptySubsequences: false).enumerated()
            where !part.isEmpty {
                runs += run(String(part), (isBold ? "<w:b/>" : "") + (index % 2 == 1 ? "<w:i/>" : ""))
            }
        }
        return runs
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        var text = drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
