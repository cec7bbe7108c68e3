// SPDX-License-Identifier: Apache-2.0

import Typesetting

/// A typeset paper with its structure tree, and what its pages draw for each element of it.
package struct TaggedPaper {
    var typeset: TypesetPaper
    let structure: StructureTree
    let content: MarkedContent
    /// The drawings of each page.
    let drawings: [[Drawing]]
}
