// SPDX-License-Identifier: Apache-2.0

/// A distance on the page, in whole 1024ths of a point.
///
/// Integers make layout exact: widths add up whatever the order, and what fits once fits always. The unit is Pango's.
package struct Length: Sendable, Hashable {
    /// 1024 to the point.
    package var units: Int

    @inlinable package init(units: Int) { self.units = units }

    /// Rounded to the nearest unit.
    @inlinable package init(points: Double) { units = Int((points * 1024).rounded()) }

    /// So many points, rounded to the nearest unit; a point is 1/72 of an inch.
    @inlinable package static func points(_ points: Double) -> Length { Length(points: points) }

    /// One inch is 25.4 mm and 72 points.
    @inlinable package static func millimetres(_ millimetres: Double) -> Length {
        Length(points: millimetres * 72 / 25.4)
    }

    /// The length in points, exactly: a unit is a power of two of a point.
    @inlinable package var points: Double { Double(units) / 1024 }
}

extension Length: Comparable, AdditiveArithmetic {
    @inlinable package static var zero: Length { Length(units: 0) }
    @inlinable package static func < (lhs: Length, rhs: Length) -> Bool { lhs.units < rhs.units }
    @inlinable package static func + (lhs: Length, rhs: Length) -> Length { Length(units: lhs.units + rhs.units) }
    @inlinable package static func - (lhs: Length, rhs: Length) -> Length { Length(units: lhs.units - rhs.units) }
    @inlinable package static prefix func - (length: Length) -> Length { Length(units: -length.units) }
    @inlinable package static func * (lhs: Length, rhs: Int) -> Length { Length(units: lhs.units * rhs) }
    @inlinable package static func * (lhs: Length, rhs: Double) -> Length {
        Length(units: Int((Double(lhs.units) * rhs).rounded()))
    }
    @inlinable package static func / (lhs: Length, rhs: Int) -> Length { Length(units: lhs.units / rhs) }
}

extension Length: CustomStringConvertible {
    /// Points to one decimal, as dumps show them: `12.5`.
    package var description: String {
        let tenths = (units * 10 + (units < 0 ? -512 : 512)) / 1024
        let sign = tenths < 0 ? "-" : ""
        return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}

extension Sequence<Length> {
    /// All of them end to end.
    package var total: Length { reduce(.zero, +) }
}
