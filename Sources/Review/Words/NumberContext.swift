// SPDX-License-Identifier: Apache-2.0

/// Gives the numbers of a text what the words beside them say: their unit and scale, or that they count nothing.
enum NumberContext {
    static func resolved(_ tokens: [Token]) -> [Token] {
        if !tokens.contains(where: \.isNumber) { return tokens }
        var resolved: [Token] = []
        resolved.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            var token = tokens[index]
            index += 1
            guard var number = token.number else {
                resolved.append(token)
                continue
            }
            let next = { (offset: Int) -> String in index + offset < tokens.count ? tokens[index + offset].text : "" }
            var taken = 0
            if let scale = scales[next(0)], !number.isInWords || number.value < 100 {
                number.value *= scale
                number.step *= scale
                taken = 1
            } else if number.isInWords, next(0) == "tenths" || next(0) == "tenth", next(1) == "of", next(2) == "a" {
                number.value /= 10
                number.step = 0.1
                taken = 3
            }
            taken += takeUnit(of: &number, from: tokens, at: index + taken)
            if taken == 0, isLabel(number, after: resolved, before: tokens, at: index) {
                token.kind = .label
            } else {
                token.kind = .number(number)
                if taken > 0 {
                    token.range = token.range.lowerBound..<tokens[index + taken - 1].range.upperBound
                    index += taken
                }
            }
            resolved.append(token)
        }
        markRanges(&resolved)
        return resolved
    }

    private static let scales: [String: Double] = [
        "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "hundred": 100,
    ]

    private static let timeUnits: [String: String] = [
        "day": "day", "days": "day", "week": "week", "weeks": "week", "hour": "hour", "hours": "hour",
        "minute": "minute", "minutes": "minute", "second": "second", "seconds": "second", "month": "month",
        "months": "month", "year": "year", "years": "year", "tonnes": "tonne", "miles": "mile", "kilograms": "kg",
        "kg": "kg", "hectares": "hectare",
    ]

    /// - Returns: how many tokens the unit takes.
    private static func takeUnit(of number: inout WrittenNumber, from tokens: [Token], at index: Int) -> Int {
        func text(_ offset: Int) -> String { index + offset < tokens.count ? tokens[index + offset].text : "" }
        if case .money = number.measure { return 0 }
        switch text(0) {
        case "%", "percent":
            number.measure = .percent
            return 1
        case "per" where text(1) == "cent":
            number.measure = .percent
            return 2
        case "percentage" where text(1).hasPrefix("point"):
            number.measure = .points
            return 2
        case "point" where !number.isInWords, "points":
            if number.measure == .percent || number.measure == .count { number.measure = .points }
            return 1
        case "working" where timeUnits[text(1)] == "day":
            number.measure = .unit("day")
            return 2
        // 0.4 of a day.
        case "of" where number.step < 1 && text(1) == "a" && timeUnits[text(2)] != nil && number.measure == .count:
            number.measure = .unit(timeUnits[text(2)] ?? "")
            return 3
        case "per", "for", "in", "of":
            return takeRate(of: &number, from: tokens, at: index)
        default: break
        }
        if let unit = timeUnits[text(0)], number.measure == .count {
            number.measure = .unit(unit)
            return 1
        }
        return 0
    }

    /// `per 10,000`, `for every 10,000`, `in every 1,000`.
    private static func takeRate(of number: inout WrittenNumber, from tokens: [Token], at index: Int) -> Int {
        guard number.measure == .count, index < tokens.count else { return 0 }
        let hasEvery = index + 1 < tokens.count && ["every", "each"].contains(tokens[index + 1].text)
        if tokens[index].text != "per", !hasEvery { return 0 }
        let place = index + (hasEvery ? 2 : 1)
        guard place < tokens.count, let base = tokens[place].number, [1_000, 10_000, 100_000].contains(base.value)
        else { return 0 }
        number.measure = .rate(Int(base.value))
        return place - index + 1
    }

    private static let labelled: Set = [
        "year", "years", "level", "stage", "section", "sections", "phase", "wave", "appendix", "annex", "table",
        "figure", "page", "chapter", "part", "schedule", "paragraph", "article", "act", "no", "band", "category",
        "class", "key", "ward", "room", "version", "tranche", "lot", "route", "bus", "quarter", "q", "grade", "zone",
        "type", "tier", "objective", "priority", "recommendation", "month", "week", "period", "step",
    ]

    /// Whether a bare number counts nothing: an age, a day of a month, the number of something that is numbered, a reference.
    private static func isLabel(_ number: WrittenNumber, after before: [Token], before tokens: [Token], at index: Int)
        -> Bool
    {
        guard number.measure == .count, number.step == 1, number.value < 10_000 else { return false }
        let last = before.last
        let next = index < tokens.count ? tokens[index] : nil
        if let next, next.isMonth, number.value <= 31 { return true }
        guard let last else { return false }
        if labelled.contains(last.text), !number.isInWords { return true }
        if last.isMonth, number.value <= 31 {
            return true
        }
        if ["aged", "age", "ages"].contains(last.text) { return true }
        // NI 62, ED M2: a reference begins with capital letters.
        if !number.isInWords, last.isCapitalised, last.range.count <= 4, last.text != "the", last.text != "at",
            isReferencePrefix(last)
        {
            return true
        }
        // From 11 to 16, of 16 and 17, 65 and over: ages.
        let beforeLast = before.count > 1 ? before[before.count - 2].text : ""
        if ["aged", "ages", "age"].contains(beforeLast) { return true }
        if let next, next.text == "and" || next.text == "or", index + 1 < tokens.count,
            ["over", "under", "above"].contains(tokens[index + 1].text), number.value <= 120
        {
            return true
        }
        return false
    }

    private static let shortWords: Set = [
        "in", "of", "all", "our", "we", "on", "by", "for", "the", "at", "to", "as", "an", "a", "some", "only", "over",
        "now", "this", "that", "but", "and", "it", "up", "just", "with", "from", "then", "last",
    ]

    private static func isReferencePrefix(_ token: Token) -> Bool { !shortWords.contains(token.text) }

    /// `from 11 to 16` behind ages, and what a dash joins.
    private static func markRanges(_ tokens: inout [Token]) {
        for index in tokens.indices where index + 2 < tokens.count {
            guard case .label = tokens[index].kind,
                tokens[index + 1].text == "to" || tokens[index + 1].text == "and", index > 0,
                ["aged", "ages", "age", "from", "between", "of"].contains(tokens[index - 1].text),
                let number = tokens[index + 2].number, number.measure == .count, number.value <= 120
            else { continue }
            tokens[index + 2].kind = .label
        }
        // `of 16 to 18`, `between 16 and 24`: two bare numbers that make no figure of a table.
        for index in tokens.indices where index + 2 < tokens.count && index > 0 && tokens[index].isNumber {
            guard let first = tokens[index].number, let second = tokens[index + 2].number, first.measure == .count,
                second.measure == .count, tokens[index + 1].text == "to", tokens[index - 1].text == "of",
                first.value < second.value, second.value <= 120
            else { continue }
            tokens[index].kind = .label
            tokens[index + 2].kind = .label
        }
    }
}
