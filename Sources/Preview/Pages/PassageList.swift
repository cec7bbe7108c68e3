// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree

/// Where the passages of a paper were written, and which problems are about them, for the program of its page.
///
/// It is apart from the paper, since places move without the paper.
struct PassageList: Encodable {
    /// A problem beside a passage.
    struct Problem: Encodable {
        /// The element that it is about, by its `data-node`.
        var node: Int
        var kind: String
        var place: String
        var message: String
        var hint: String?
    }

    /// The state of the round that these are of.
    var generation: String
    /// By the `data-node` of their elements.
    var places: [String: String] = [:]
    var problems: [Problem] = []

    init(_ paper: PreviewPaper, generation: String) {
        self.generation = generation
        for (node, location) in paper.places { places["\(node.index)"] = location.placeWords }
        problems = paper.problems.compactMap { placed in
            guard let node = placed.node else { return nil }
            return Problem(
                node: node.index,
                kind: placed.problem.severity == .error ? "Error" : "Warning",
                place: placed.problem.location?.placeWords ?? "",
                message: placed.problem.message.asSentence,
                hint: placed.problem.hint?.capitalisingFirst.asSentence
            )
        }
    }
}
