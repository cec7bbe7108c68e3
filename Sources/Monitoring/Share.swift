// SPDX-License-Identifier: Apache-2.0

/// A part of a whole, with both numbers kept: 12 of 200.
package struct Share: Sendable, Hashable {
    /// How many of how many.
    package var numerator: Int
    package var denominator: Int

    package init(_ numerator: Int, of denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// What is left of the whole.
    package var complement: Share { Share(denominator - numerator, of: denominator) }

    /// The share in whole per cent, halves up. 0% means none and 100% means all: below one it is `<1%`, above
    /// ninety-nine `>99%`. Nothing where there is no whole.
    package var percent: String? {
        guard denominator > 0 else { return nil }
        if numerator == 0 { return "0%" }
        if numerator == denominator { return "100%" }
        if numerator * 100 < denominator { return "<1%" }
        if numerator * 100 > denominator * 99 { return ">99%" }
        return "\((numerator * 200 + denominator) / (denominator * 2))%"
    }
}
