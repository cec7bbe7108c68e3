// SPDX-License-Identifier: Apache-2.0

import PaperTree

/// The assertions that every paper must pass before it is published: a failure is a fault of the program, never of a workspace.
///
/// A validator looks for what the standards forbid. These look for what it cannot know: that all text of the tree is drawn, once, in the
/// order of the tree, and that every cell has its headers.
struct PaperAssertions {
    let paper: Paper
    let structure: StructureTree
    let content: MarkedContent
    let text: DrawnText

    /// - Throws: an ``ExportError`` for the first failure.
    func check() throws(ExportError) {
        try DocumentAssertions(properties: paper.properties).check()
        try NestingAssertions(structure: structure).check()
        try HeadingAssertions(structure: structure).check()
        let contents = PaperContents(of: paper)
        try TableAssertions(contents: contents, structure: structure).check()
        try FigureAssertions(contents: contents, structure: structure, content: content).check()
        try LinkAssertions(structure: structure, content: content).check()
        try WordAssertions(structure: structure, text: text).check()
        try OrderAssertions(structure: structure, content: content).check()
    }
}
