// SPDX-License-Identifier: Apache-2.0

/// Where a line breaks inside a word: the tailoring of Unicode Standard Annex 14 for the values, short forms and file names of papers.
///
/// The annex lets a line break after most signs, slashes and dashes. A value must stay whole: a sign stays with its amount (`−£1.25m`, `±5`), a
/// full stop, slash or dash with the figure after it (`s.106`, `2009–10`), a figure with the word that a hyphen joins to it (`10-year`), and
/// short forms with themselves (`N/A`, `km/h`, `A*–C`, `e-mail`). Names of files, which hold no space, break after `_`, `.` and `/`.
struct LineBreakTailoring {
    /// The least number of characters of a word that breaks at the signs of file names.
    private static let longWord = 20
    /// The least number of letters on either side of a slash at which a line may break.
    private static let slashedWord = 4

    private let scalars: [Unicode.Scalar]

    init(word: Substring.UnicodeScalarView) { scalars = Array(word) }

    /// Whether a line may break before a character.
    ///
    /// - Parameters:
    ///   - index: of the character, counted in scalars; not the first.
    ///   - inUnicode: what the annex says.
    func mayBreak(at index: Int, inUnicode: Bool) -> Bool {
        let before = scalars[index - 1]
        guard inUnicode else { return isInLongName(at: index) }
        // A dash behind a word is between two amounts: `£250,000–|£500,000`.
        let isDash = ["-", "\u{2010}", "\u{2013}"].contains(before) && index > 1 && scalars[index - 2].isLetterOrDigit
        if before.isSign, !isDash, scalars[index].isCurrency || scalars[index].isDigit { return false }
        switch before {
        case ".": return !scalars[index].isDigit
        case "/":
            if scalars.count >= Self.longWord {
                return index < 2 || !scalars[index - 2].isDigit || !scalars[index].isDigit
            }
            return lettersBefore(index - 1) >= Self.slashedWord && lettersAfter(index) >= Self.slashedWord
        case "-", "\u{2010}", "\u{2012}", "\u{2013}":
            if isDash, scalars[index].isCurrency { return true }
            return !scalars[index].isDigit && lettersBefore(index - 1) > 1 && lettersAfter(index) > 1
                && !scalars[index - 2].isDigit
        default: return true
        }
    }

    /// Whether the character follows a sign at which a long name without spaces breaks.
    private func isInLongName(at index: Int) -> Bool {
        guard scalars.count >= Self.longWord, index > 1 else { return false }
        switch scalars[index - 1] {
        case "_": return scalars[index].isLetterOrDigit
        case ".": return scalars[index].properties.isAlphabetic && scalars[index - 2].properties.isAlphabetic
        default: return false
        }
    }

    /// The number of letters and digits that end before a character.
    private func lettersBefore(_ index: Int) -> Int {
        scalars[..<index].reversed().prefix { $0.isLetterOrDigit }.count
    }

    /// The number of letters and digits from a character on.
    private func lettersAfter(_ index: Int) -> Int { scalars[index...].prefix { $0.isLetterOrDigit }.count }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
    fileprivate var isLetterOrDigit: Bool { isDigit || properties.isAlphabetic || properties.isDiacritic }
    fileprivate var isCurrency: Bool { properties.generalCategory == .currencySymbol }

    /// Whether it is a sign that an amount begins with.
    fileprivate var isSign: Bool {
        switch self {
        case "+", "-", "\u{2010}", "\u{2013}", "\u{2212}", "±", "<", ">", "≤", "≥", "~", "≈", "(": true
        default: false
        }
    }
}
