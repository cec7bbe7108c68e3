// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import UnicodeText
import WorkspaceFiles

/// Texts of the next round: what stays of files in YAML and Markdown, line by line, so that comments and the order of keys stay too.
extension NextRound {
    /// `round.yaml` for the next period.
    func roundFile(_ text: String) -> String {
        Self.blocks(of: text.withLineFeeds).map { block in
            switch block.key {
            case RoundForm.title.name, RoundForm.subtitle.name: renamed(block.text)
            case RoundForm.year.name: block.with(period.year.description)
            case RoundForm.point.name: block.with(pointWord)
            case RoundForm.asAt.name: block.with(period.lastDay?.iso8601 ?? "")
            // Nobody knows the day yet.
            case RoundForm.returnsDue.name: ""
            default: block.text
            }
        }.joined()
    }

    /// `round.yaml` from what was read of the last one.
    var newRoundFile: String {
        let subtitle = last.subtitle.map { "subtitle: \(Self.quoted(renamed($0)))\n" } ?? ""
        let kind = last.period.year.kind == .financial ? "" : "year-kind: \(last.period.year.kind.rawValue)\n"
        let excludes = last.excludes.map { "excludes: \(Self.quoted($0))\n" } ?? ""
        return
            "title: \(Self.quoted(renamed(last.title)))\n\(subtitle)year: \(period.year)\n\(kind)point: \(pointWord)\n"
            + "as-at: \(period.lastDay?.iso8601 ?? "")\n\(excludes)"
    }

    /// A paper for the next round: its header without texts and days, and of its body the headings and what is put in. `nil` if its header is
    /// not written a key to a line.
    ///
    /// - Parameter appendices: as they were read.
    func paper(_ text: String, _ appendices: [PaperSource.Appendix]) -> String? {
        let lines = text.withLineFeeds.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.first?.trimmed == "---",
            let end = lines.dropFirst().firstIndex(where: { $0.trimmed == "---" }),
            let header = paperHeader(lines[1..<end].joined(separator: "\n") + "\n", appendices)
        else { return nil }
        return "---\n\(header)---\n" + outline(lines[(end + 1)...].joined(separator: "\n"))
    }

    /// The header of a paper without texts and days; `nil` if it is not written a key to a line.
    func paperHeader(_ header: String, _ appendices: [PaperSource.Appendix]) -> String? {
        let blocks = Self.blocks(of: header.withLineFeeds)
        guard Self.areAllKeys(blocks.map(\.key), of: header) else { return nil }
        let isExempt =
            appendices.contains { $0.exemption != nil }
            || blocks.contains {
                $0.key == PaperForm.classification.name && $0.text.contains(Classification.exempt.rawValue)
            }
        return blocks.compactMap { block -> String? in
            switch block.key {
            case PaperForm.summary.name, PaperForm.implications.name, PaperForm.clearedBy.name,
                PaperForm.amendments.name, PaperForm.version.name, PaperForm.asAt.name, PaperForm.keyDecision.name,
                ExemptionWaivers.key.name, WaiverForm.key.name:
                nil
            case PaperForm.exempt.name: isExempt ? block.text : nil
            case PaperForm.to.name, PaperForm.route.name: Self.withoutDays(block.text)
            case PaperForm.subject.name: renamed(block.text)
            case PaperForm.appendices.name where appendices.contains { !$0.text.isEmpty }: Self.appendices(appendices)
            case PaperForm.status.name: block.with(PaperSource.Status.draft.rawValue)
            default: block.text
            }
        }.joined()
    }

    /// Whether the keys of a header are these: none is in quotation marks, or within braces.
    private static func areAllKeys(_ keys: [String], of header: String) -> Bool {
        let file = SourceFile("paper", subject: .workspace)
        guard case .group(let entries)? = YAMLReader(findings: DiagnosticCollector(), file: file).read(header)?.content
        else {
            return false
        }
        return entries.map(\.key) == keys.filter { !$0.isEmpty }
    }

    /// The appendices that hold returns, as a header has them.
    private static func appendices(_ appendices: [PaperSource.Appendix]) -> String? {
        let items = appendices.compactMap { appendix -> String? in
            guard case .returns(let scope) = appendix.content else { return nil }
            let names =
                switch scope {
                case .allDirectorates: "all-directorates"
                case .remit: "remit"
                case .directorates(let ids): "[\(ids.joined(separator: ", "))]"
                }
            let exempt = appendix.exemption.map { own in
                ", exempt: [\(own.paragraphs.sorted().map(String.init).joined(separator: ", "))]"
            }
            return "  - { title: \(quoted(appendix.title)), of: \(names)\(exempt ?? "") }\n"
        }
        return items.isEmpty ? nil : "appendices:\n" + items.joined()
    }

    /// A text between quotation marks, as YAML has it.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }

    /// The headings of a text, and what is put in between them.
    func outline(_ prose: Prose) -> Prose {
        Prose(
            prose.blocks.compactMap { block in
                switch block.content {
                case .heading(let level, let inlines, let name):
                    let words = inlines.map { inline -> Prose.Inline in
                        if case .text(let text) = inline { .text(renamed(text)) } else { inline }
                    }
                    return Prose.Block(.heading(level: level, words, name: name), at: block.location)
                case .insertion, .pageBreak: return block
                case .paragraph, .list, .quotation, .exempt, .table, .picture, .definitions: return nil
                }
            }
        )
    }

    /// The headings of a Markdown text, and what is put in between them.
    func outline(_ text: String) -> String {
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        return lines.filter { $0.hasPrefix("#") || $0.hasPrefix("{{>") }.map { "\(renamed($0))\n\n" }.joined()
    }

    /// The name of a file without the day of the last meeting behind it: `cabinet-2027-02-08` is `cabinet`.
    static func withoutDay(_ name: String) -> String {
        var parts = name.split(separator: "-", omittingEmptySubsequences: false)
        var days = 0
        while parts.count > 1, days < 2, let last = parts.last, last.count == 2, last.allSatisfy(\.isNumber) {
            parts.removeLast()
            days += 1
        }
        guard days > 0, parts.count > 1, let year = parts.last, year.count == 4, year.allSatisfy(\.isNumber) else {
            return name
        }
        return parts.dropLast().joined(separator: "-")
    }

    // MARK: - Words

    /// A text with the names of the period and of its months as they are in the next round.
    private func renamed(_ text: String) -> String {
        var words: [(old: String, new: String)] = []
        func add(_ old: String, _ new: String) { if old != new { words.append((old, new)) } }
        let (before, after) = (last.period, period)
        add(before.year.description, after.year.description)
        func month(_ month: (month: Int, year: Int)) -> (name: String, full: String) {
            let name = CalendarDate.monthNames[month.month - 1]
            return (name, "\(name) \(month.year)")
        }
        add(month(before.lastMonth).full, month(after.lastMonth).full)
        add(month(before.firstMonth).full, month(after.firstMonth).full)
        add("\(month(before.firstMonth).name) to", "\(month(after.firstMonth).name) to")
        for (old, new) in zip(Self.names(of: before.span), Self.names(of: after.span)) { add(old, new) }
        return text.replacing(all: words)
    }

    /// What a part of a year is called in running text.
    private static func names(of span: Period.Span) -> [String] {
        switch span {
        case .year: ["full-year", "full year", "year-end", "Full-year", "Full year", "Year-end"]
        case .half(1): ["half-year", "half year", "mid-year", "Half-year", "Half year", "Mid-year"]
        case .half(let index):
            ["half \(index)", "half \(index)", "half \(index)", "Half \(index)", "Half \(index)", "Half \(index)"]
        case .quarter(let index): ["quarter \(index)", "Quarter \(index)", "Q\(index)"]
        case .month(let index): ["month \(index)", "Month \(index)"]
        }
    }

    /// The period as `point` of round.yaml names it.
    private var pointWord: String {
        switch period.span {
        case .year: "full-year"
        case .half(1): "half-year"
        case .half(let index): "H\(index)"
        case .quarter(let index): "Q\(index)"
        case .month(let index): "month \(index)"
        }
    }

    /// A text without the days in it: `2027-02-08`.
    private static func withoutDays(_ text: String) -> String {
        var rest = text[...]
        var kept = ""
        while let first = rest.first {
            let day = rest.prefix(10)
            if first.isNumber, day.utf8.count == 10, CalendarDate(day) != nil {
                rest = rest.dropFirst(10)
            } else {
                kept.append(first)
                rest = rest.dropFirst()
            }
        }
        return kept
    }

    // MARK: - Keys of a file

    /// A key of a YAML file with all lines of its value.
    private struct Block {
        /// Empty for what is above the first key.
        var key: String
        var text: String

        /// The key with another value; a comment behind the old one goes, since it may be of that.
        func with(_ value: String) -> String { "\(key): \(value)\n" }
    }

    private static func blocks(of text: String) -> [Block] {
        var blocks: [Block] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let name = line.prefix { $0.isLetter || $0 == "-" }
            let isKey = !name.isEmpty && line.dropFirst(name.count).hasPrefix(":")
            if isKey || blocks.isEmpty { blocks.append(Block(key: isKey ? String(name) : "", text: "")) }
            blocks[blocks.count - 1].text += line + "\n"
        }
        // The last line ends the file.
        if let last = blocks.indices.last { blocks[last].text.removeLast() }
        return blocks
    }
}

extension String {
    /// The text with line feeds alone between lines.
    fileprivate var withLineFeeds: String { replacing("\r\n", with: "\n").replacing("\r", with: "\n") }

    /// The text with words in place of others, each looked for in what was there at first.
    fileprivate func replacing(all words: [(old: String, new: String)]) -> String {
        var text = ""
        var rest = self[...]
        while let first = rest.first {
            if let word = words.first(where: { rest.hasPrefix($0.old) }) {
                text += word.new
                rest = rest.dropFirst(word.old.count)
            } else {
                text.append(first)
                rest = rest.dropFirst()
            }
        }
        return text
    }
}
