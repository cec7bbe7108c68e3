// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Geometry
import UnicodeText
import WorkspaceFiles

extension FilledForm {
    /// The longest side of anything: a sheet is at most A0.
    private static let longest = 1200.0

    /// A length on the page: `25mm`, `12pt`, `2.5cm`.
    func length(_ key: FormKey) -> Length? { text(key).flatMap { length($0, as: "`\(own: key.name)`") } }

    private func length(_ text: YAMLText, as name: DiagnosticText) -> Length? {
        let written = text.string.lowercased()
        let number = written.prefix { $0.isNumber || $0 == "." }
        let unit = written.dropFirst(number.count).trimmed
        if let size = Double(number), size.isFinite {
            let millimetres: Double? =
                switch unit {
                case "mm": size
                case "cm": size * 10
                case "pt": size * 25.4 / 72
                case "in": size * 25.4
                default: nil
                }
            if let millimetres, millimetres <= Self.longest {
                return unit == "pt" ? .points(size) : .millimetres(millimetres)
            }
        }
        findings.report(.invalidLength(text.string, for: name), at: text.location)
        return nil
    }

    /// A number with or without decimals, in a range.
    func decimal(_ key: FormKey, in range: ClosedRange<Double>) -> Double? {
        guard let text = text(key) else { return nil }
        if text.string.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }), let number = Double(text.string),
            range.contains(number)
        {
            return number
        }
        findings.report(.invalidNumber(text.string, for: key, in: range), at: text.location)
        return nil
    }

    /// A colour: `#1d70b8`.
    func colour(_ key: FormKey) -> Colour? { text(key).flatMap { colour($0) } }

    func colour(_ text: YAMLText) -> Colour? {
        if text.string.utf8.dropFirst().allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
            let colour = Colour(hexadecimal: text.string)
        {
            return colour
        }
        findings.report(.invalidColour(text.string), at: text.location)
        return nil
    }
}

extension Diagnostic.Message {
    fileprivate static func invalidLength(_ written: String, for name: DiagnosticText) -> Self {
        Self(
            .invalidLength,
            "\(name) is a length, not `\(written.shortened)`",
            hint: "lengths are written `25mm`, `2.5cm` or `12pt`"
        )
    }

    fileprivate static func invalidNumber(_ written: String, for key: FormKey, in range: ClosedRange<Double>) -> Self {
        Self(
            .invalidNumber,
            "`\(own: key.name)` is a number from \(own: range.lowerBound) to \(own: range.upperBound), not `\(written.shortened)`"
        )
    }

    fileprivate static func invalidColour(_ written: String) -> Self {
        Self(
            .invalidColour,
            "`\(written.shortened)` is not a colour",
            hint: "colours are written `\"#1d70b8\"`, in quotes: red, green and blue in hexadecimal"
        )
    }
}
