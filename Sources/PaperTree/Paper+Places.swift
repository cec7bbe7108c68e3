// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Paper {
    /// Where the blocks of the paper were written, by their nodes; blocks that the program words itself have no place.
    package var places: [NodeID: SourceLocation] {
        var places: [NodeID: SourceLocation] = [:]
        for section in sections {
            section.blocks.walk { block in if let location = block.location { places[block.id] = location } }
        }
        return places
    }
}
