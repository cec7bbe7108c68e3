// SPDX-License-Identifier: Apache-2.0

import PaperTree

/// What every paper is held to before it is published: a breach is a fault of the program, never of a workspace.
///
/// A validator looks for what the standards forbid; these look for what they cannot: that all that the tree says is drawn, once,
/// in the order of the tree, and that every cell is named.
struct PaperAssertions {
    let paper: Paper
    let structure: StructureTree
    let content: MarkedContent
    let text: DrawnText

    /// - Throws: an ``ExportError`` that names the first breach.
    func check() throws(ExportError) {
        try DocumentAssertions(properties: paper.properties).check()
        try NestingAssertions(structure: structure).check()
        try HeadingAssertions(structure: structure).check()
        try TableAssertions(paper: paper, structure: structure).check()
        try LinkAssertions(structure: structure, content: content).check()
        try WordAssertions(structure: structure, text: text).check()
        try OrderAssertions(structure: structure, content: content).check()
    }
}
