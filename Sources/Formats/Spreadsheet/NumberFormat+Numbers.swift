// SPDX-License-Identifier: Apache-2.0

extension NumberFormat {
    /// A number as a cell shows it, or `nil` if the cell shows that it cannot (`#####`).
    func shown(_ value: Double, in dates: DateSystem) -> String? {
        guard let number = DecimalNumber(value) else { return nil }
        guard let (section, hidesSign) = section(for: value) else { return nil }
        if section.isDate { return section.shownAsDate(value, in: dates) }
        return section.shown(number, value: value, hidesSign: hidesSign)
    }
}

extension NumberFormat.Section {
    fileprivate func shown(_ number: DecimalNumber, value: Double, hidesSign: Bool) -> String {
        var number = number
        let sign = number.isNegative && !number.isZero && !hidesSign ? "-" : ""
        number.isNegative = false
        if pieces.contains(.stroke) { return sign + fraction(value.magnitude) }
        let holdsDigits = pieces.contains { if case .digit = $0 { true } else { false } }
        guard holdsDigits else {
            let showsValue = pieces.contains(.general) || pieces.contains(.text)
            let words = pieces.map { piece in
                switch piece {
                case .general, .text: number.general
                case .literal(let words): words
                case .percent: "%"
                default: ""
                }
            }
            return (showsValue ? sign : "") + words.joined()
        }
        number.scale(by: 2 * pieces.count { $0 == .percent } - 3 * trailingCommas)
        let mantissa = pieces.prefix { if case .exponent = $0 { false } else { true } }
        let decimals = mantissa.drop { $0 != .point }.count { if case .digit = $0 { true } else { false } }
        guard mantissa.count < pieces.count else {
            number.round(toDecimals: decimals)
            return sign + digits(of: number, in: pieces[...])
        }
        return sign + scientific(number, mantissa: mantissa, decimals: decimals)
    }

    /// The commas behind the last place before the point and behind the last of all, each of which divides by a thousand.
    private var trailingCommas: Int {
        func commas(behind slice: ArraySlice<NumberFormat.Piece>) -> Int {
            guard let last = slice.lastIndex(where: { if case .digit = $0 { true } else { false } }) else { return 0 }
            return slice[(last + 1)...].prefix { $0 == .comma }.count
        }
        let whole = pieces.prefix { $0 != .point }
        return commas(behind: whole) + commas(behind: pieces[whole.endIndex...])
    }

    /// Whether a comma between two places groups digits by thousands.
    private func groups(in whole: ArraySlice<NumberFormat.Piece>) -> Bool {
        guard let first = whole.firstIndex(where: { if case .digit = $0 { true } else { false } }),
            let last = whole.lastIndex(where: { if case .digit = $0 { true } else { false } })
        else { return false }
        return whole[first...last].contains(.comma)
    }

    /// The digits of a number that has been rounded, put into their places.
    private func digits(of number: DecimalNumber, in pieces: ArraySlice<NumberFormat.Piece>) -> String {
        let whole = pieces.prefix { $0 != .point }
        let isGrouped = groups(in: whole)
        var places = whole.count { if case .digit = $0 { true } else { false } }
        var isFirst = true
        var text = ""
        func append(_ place: Int) {
            text += String(number.digit(at: place))
            if isGrouped, place > 0, place % 3 == 0 { text += "," }
        }
        for piece in whole {
            switch piece {
            case .digit(let always):
                places -= 1
                // The first place takes what the others leave.
                if isFirst, number.point > places + 1 {
                    for place in stride(from: number.point - 1, through: places + 1, by: -1) { append(place) }
                }
                if always || number.point > places { append(places) }
                isFirst = false
            case .literal(let words): text += words
            case .percent: text += "%"
            default: break
            }
        }
        var place = -1
        for piece in pieces[whole.endIndex...] {
            switch piece {
            case .point: text += "."
            case .digit(let always):
                if always || number.lastPlace <= place { text += String(number.digit(at: place)) }
                place -= 1
            case .literal(let words): text += words
            case .percent: text += "%"
            default: break
            }
        }
        return text
    }

    private func scientific(
        _ number: DecimalNumber,
        mantissa: ArraySlice<NumberFormat.Piece>,
        decimals: Int
    ) -> String {
        let width = max(1, mantissa.prefix { $0 != .point }.count { if case .digit = $0 { true } else { false } })
        var number = number
        var exponent = number.isZero ? 0 : number.point - 1
        exponent -= ((exponent % width) + width) % width
        number.scale(by: -exponent)
        number.round(toDecimals: decimals)
        if number.point > width {
            number.scale(by: -width)
            exponent += width
        }
        var showsPlus = false
        if case .exponent(let plus) = pieces[mantissa.endIndex] { showsPlus = plus }
        let rest = pieces[(mantissa.endIndex + 1)...]
        let least = rest.count { $0 == .digit(always: true) }
        let size = String(abs(exponent))
        let words = rest.map { if case .literal(let words) = $0 { words } else if $0 == .percent { "%" } else { "" } }
        return digits(of: number, in: mantissa) + "E" + (exponent < 0 ? "-" : showsPlus ? "+" : "")
            + String(repeating: "0", count: max(0, least - size.count)) + size + words.joined()
    }

    /// A fraction: `# ?/?` shows 1.5 as 1 1/2.
    private func fraction(_ value: Double) -> String {
        guard let stroke = pieces.firstIndex(of: .stroke) else { return "" }
        func places(_ slice: ArraySlice<NumberFormat.Piece>) -> Int {
            slice.prefix { if case .digit = $0 { true } else { false } }.count
        }
        let behind = pieces[(stroke + 1)...]
        let fixed = Int(
            behind.prefix { if case .literal(let words) = $0 { Int(words) != nil } else { $0 == .digit(always: true) } }
                .map { if case .literal(let words) = $0 { words } else { "0" } }.joined()
        )
        let before = pieces[..<stroke]
        // Places for a whole number, parted by a space from those of the numerator.
        let trailing = before.reversed().prefix { if case .digit = $0 { true } else { false } }.count
        let hasWhole = before.dropLast(trailing).contains { if case .digit = $0 { true } else { false } }
        let whole = hasWhole ? value.rounded(.down) : 0
        let rest = value - whole
        var best = (numerator: rest.rounded(), denominator: 1.0)
        if let fixed, fixed > 0 {
            best = ((rest * Double(fixed)).rounded(), Double(fixed))
        } else {
            let highest = [9, 99, 999][min(max(places(behind), 1), 3) - 1]
            for denominator in 1...highest {
                let numerator = (rest * Double(denominator)).rounded()
                let error = (rest - numerator / Double(denominator)).magnitude
                if error < (rest - best.numerator / best.denominator).magnitude {
                    best = (numerator, Double(denominator))
                }
            }
        }
        func text(_ number: Double) -> String { DecimalNumber(number)?.general ?? "" }
        if best.numerator == best.denominator, hasWhole { return text(whole + 1) }
        if best.numerator == 0, hasWhole { return text(whole) }
        let part = "\(text(best.numerator))/\(text(best.denominator))"
        return whole == 0 ? part : "\(text(whole)) \(part)"
    }
}
