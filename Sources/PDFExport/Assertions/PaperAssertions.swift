// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Typesetting

/// What every paper is held to before it is published: a breach is a fault of the program, never of a workspace.
struct PaperAssertions {
    let paper: Paper
    let structure: StructureTree
    let content: MarkedContent
    let drawn: DrawnPaper

    /// - Throws: an ``ExportError`` that names the first breach.
    func check() throws(ExportError) {
    }
}
