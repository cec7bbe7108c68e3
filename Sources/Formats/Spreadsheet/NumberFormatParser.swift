// SPDX-License-Identifier: Apache-2.0

/// Reads the code of a number format into its sections.
struct NumberFormatParser {
    private typealias Section = NumberFormat.Section
    private typealias Piece = NumberFormat.Piece

    private let code: [Character]
    private var index = 0

    init(_ code: String) { self.code = Array(code) }

    mutating func sections() -> [NumberFormat.Section] {
        var sections = [section()]
        while index < code.count {
            index += 1
            sections.append(section())
        }
        return sections
    }

    private mutating func section() -> NumberFormat.Section {
        var section = Section()
        while index < code.count, code[index] != ";" {
            if takes("General") {
                section.pieces.append(.general)
                continue
            }
            if let halves = halfOfDay() {
                section.pieces.append(halves)
                continue
            }
            let character = code[index]
            index += 1
            switch character {
            case "\"":
                let words = code[index...].prefix { $0 != "\"" }
                section.pieces.append(.literal(String(words)))
                index += words.count + 1
            case "\\":
                if index < code.count { section.pieces.append(.literal(String(code[index]))) }
                index += 1
            case "_":
                // As wide as the next character.
                section.pieces.append(.literal(" "))
                index += 1
            case "*":
                // Fills the cell with the next character.
                index += 1
            case "[": bracket(&section)
            case "0": section.pieces.append(.digit(always: true))
            case "#", "?": section.pieces.append(.digit(always: false))
            case ".": section.pieces.append(point(in: section))
            case ",": section.pieces.append(.comma)
            case "%": section.pieces.append(.percent)
            case "@": section.pieces.append(.text)
            case "E", "e":
                if index < code.count, code[index] == "+" || code[index] == "-" {
                    section.pieces.append(.exponent(showsPlus: code[index] == "+"))
                    index += 1
                } else {
                    section.pieces.append(.literal(String(character)))
                }
            case "/":
                let isFraction = section.pieces.contains { if case .digit = $0 { true } else { false } }
                section.pieces.append(isFraction ? .stroke : .literal("/"))
            case _ where "yYmMdDhHsS".contains(character):
                let count = 1 + code[index...].prefix { $0.lowercased() == character.lowercased() }.count
                index += count - 1
                section.pieces.append(.date(datePart(character, count)))
            default: section.pieces.append(.literal(String(character)))
            }
        }
        settleMinutes(of: &section)
        section.isDate = section.pieces.contains { if case .date = $0 { true } else { false } }
        return section
    }

    private mutating func takes(_ word: String) -> Bool {
        guard code[index...].prefix(word.count).elementsEqual(word, by: { $0.lowercased() == $1.lowercased() }) else {
            return false
        }
        index += word.count
        return true
    }

    private mutating func halfOfDay() -> NumberFormat.Piece? {
        if takes("AM/PM") { return .date(.halfOfDay(isShort: false)) }
        return takes("A/P") ? .date(.halfOfDay(isShort: true)) : nil
    }

    /// A point, or the beginning of the digits behind a second.
    private mutating func point(in section: NumberFormat.Section) -> NumberFormat.Piece {
        guard case .date(.second)? = section.pieces.last else { return .point }
        let count = code[index...].prefix { $0 == "0" }.count
        index += count
        return count == 0 ? .literal(".") : .date(.fraction(count))
    }

    private func datePart(_ letter: Character, _ count: Int) -> NumberFormat.DatePart {
        switch letter.lowercased() {
        case "y": .year(count)
        case "m": .month(count)
        case "d": .day(count)
        case "h": .hour(count)
        default: .second(count)
        }
    }

    /// What stands in brackets: a condition, a currency with a language, hours in all, or a colour, which is passed over.
    private mutating func bracket(_ section: inout NumberFormat.Section) {
        let inner = code[index...].prefix { $0 != "]" }
        index += inner.count + 1
        if inner.first == "$" {
            section.pieces.append(.literal(String(inner.dropFirst().prefix { $0 != "-" })))
            return
        }
        let signs = inner.prefix { "<>=".contains($0) }
        if let comparison = NumberFormat.Condition.Comparison(rawValue: String(signs)),
            let limit = Double(String(inner.dropFirst(signs.count)))
        {
            section.condition = NumberFormat.Condition(comparison: comparison, limit: limit)
            return
        }
        guard let letter = inner.first, inner.allSatisfy({ $0.lowercased() == letter.lowercased() }) else { return }
        switch letter.lowercased() {
        case "h": section.pieces.append(.date(.hoursInAll(inner.count)))
        case "m": section.pieces.append(.date(.minutesInAll(inner.count)))
        case "s": section.pieces.append(.date(.secondsInAll(inner.count)))
        default: break
        }
    }

    /// The letter m is for minutes behind an hour and before a second.
    private func settleMinutes(of section: inout NumberFormat.Section) {
        let places = section.pieces.indices.filter { if case .date = section.pieces[$0] { true } else { false } }
        for (order, index) in places.enumerated() {
            guard case .date(.month(let count)) = section.pieces[index], count <= 2 else { continue }
            let before = order > 0 ? section.pieces[places[order - 1]] : nil
            let after = order + 1 < places.count ? section.pieces[places[order + 1]] : nil
            var isMinute = false
            if case .date(.hour)? = before { isMinute = true }
            if case .date(.hoursInAll)? = before { isMinute = true }
            if case .date(.second)? = after { isMinute = true }
            if case .date(.secondsInAll)? = after { isMinute = true }
            if isMinute { section.pieces[index] = .date(.minute(count)) }
        }
    }
}
