// SPDX-License-Identifier: Apache-2.0

package import Geometry

extension Theme {
    /// How a signature is set off from the statement before it.
    package struct SignatureStyle: Sendable, Hashable {
        /// Above the signature, for the signing.
        package var gap: Length
        /// The thickness of the rule between that space and the name; zero for none.
        package var rule: Length
        /// The length of the rule, which ends where the text does at the latest.
        package var ruleLength: Length

        package init(gap: Length, rule: Length = .zero, ruleLength: Length = .zero) {
            self.gap = gap
            self.rule = rule
            self.ruleLength = ruleLength
        }
    }
}
