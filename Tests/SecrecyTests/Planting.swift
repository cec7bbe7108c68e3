// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

/// A workspace with secrets in it, each a placement with a pair of secrets of its own.
///
/// Placements that are published share a workspace where they are independent: it is composed once for all of them, and a leak is of
/// the secret whose letters are seen. What is refused stands alone, since one refusal would hide that another is missing.
struct Planting: Sendable, CustomTestStringConvertible {
    struct Member: Sendable {
        var placement: Placement
        var pair: Secret.Pair
    }

    private(set) var members: [Member]
    private var footprints: [Footprint] = []

    init(_ placement: Placement) { members = [Member(placement: placement, pair: Secret.pairs[0])] }

    var testDescription: String { members.map(\.placement.name).joined(separator: " + ") }

    var outcome: Placement.Outcome { members[0].placement.outcome }

    /// Each of its placements in a workspace of its own.
    var alone: [Planting] { members.map { Planting($0.placement) } }

    /// The workspace, with the secret of each pair that is asked for.
    func round(_ secret: (Member) -> Secret) -> SecretRound {
        var round = SecretRound()
        for member in members { member.placement.put(secret(member), &round) }
        return round
    }

    /// Puts every placement into one workspace, in as few as their places and the number of pairs allow.
    static func together(_ placements: [Placement]) -> [Planting] {
        var plantings: [Planting] = []
        for placement in placements {
            let footprint = Footprint(of: placement)
            let index = plantings.firstIndex { planting in
                placement.outcome == .published && planting.outcome == .published
                    && planting.members.count < Secret.pairs.count
                    && planting.footprints.allSatisfy { $0.isIndependent(of: footprint) }
            }
            if let index {
                let pair = Secret.pairs[plantings[index].members.count]
                plantings[index].members.append(Member(placement: placement, pair: pair))
                plantings[index].footprints.append(footprint)
            } else {
                var planting = Planting(placement)
                planting.footprints = [footprint]
                plantings.append(planting)
            }
        }
        return plantings
    }
}

/// A planting that goes through an output.
struct Trial: Sendable, CustomTestStringConvertible {
    var output: PublicOutput
    var planting: Planting

    var testDescription: String { "\(output.name): \(planting.testDescription)" }

    static let all = PublicOutput.all.flatMap { output in
        Planting.together(Placement.all.filter(output.takes)).map { Trial(output: output, planting: $0) }
    }
}
