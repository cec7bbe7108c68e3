// SPDX-License-Identifier: Apache-2.0

/// The readers that an edition is made for.
package enum Audience: String, Sendable, Hashable, Codable, CaseIterable {
    /// Everybody: nothing exempt is in the edition.
    case `public`
    /// Those entitled to exempt information: the edition is not for publication (Local Government Act 1972, s. 100B).
    case restricted
}

/// One of the versions of a paper that differ by their audience.
package enum Edition: String, Sendable, Hashable, Codable {
    /// The only edition of a paper without exempt information.
    case whole
    /// The public edition of a paper that also has a restricted one.
    case open = "public"
    /// The edition with the exempt information.
    case restricted

    /// The edition of a paper for an audience.
    ///
    /// - Parameter holdsExemptInformation: whether anything in the paper is exempt, be it printed or left out.
    package init(for audience: Audience, holdsExemptInformation: Bool) {
        self =
            switch audience {
            case _ where !holdsExemptInformation: .whole
            case .public: .open
            case .restricted: .restricted
            }
    }

    /// The readers of the edition.
    package var audience: Audience { self == .restricted ? .restricted : .public }
}
