// SPDX-License-Identifier: Apache-2.0

package import Monitoring
package import PaperTree

/// The round as one audience may know it: what papers are composed of.
///
/// A paper for the public is composed of a ``PublicRound``; the compiler refuses the whole round in its place.
package enum RoundEdition: Sendable, Hashable {
    case `public`(PublicRound)
    case restricted(MonitoringRound)

    /// The readers of the papers that are composed of it.
    package var audience: Audience {
        switch self {
        case .public: .public
        case .restricted: .restricted
        }
    }

    /// The round in the shape that both editions have in common.
    package var content: MonitoringRound {
        switch self {
        case .public(let round): round.content
        case .restricted(let round): round
        }
    }
}
