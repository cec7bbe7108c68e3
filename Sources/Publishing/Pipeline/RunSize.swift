// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree
import ResourceLimits

/// How much the papers of one run come to: each is bounded by itself, and there may be a thousand of them.
struct RunSize {
    private var nodes = 0

    /// Counts papers.
    ///
    /// - Parameter file: the file or folder of the workspace that they are made of.
    /// - Returns: an error where they are too much together with those before them.
    mutating func problem(adding papers: [Paper], at file: SourceFile) -> Diagnostic? {
        nodes += papers.reduce(0) { $0 + $1.nodeCount }
        guard nodes > Limits.mostNodesInRun else { return nil }
        return Diagnostic(.runTooLarge, at: SourceLocation(in: file))
    }
}

extension Diagnostic.Message {
    fileprivate static var runTooLarge: Self {
        Self(
            .paperTooLarge,
            "the papers up to this one come to more than \(Limits.mostNodesInRun) paragraphs, rows and cells",
            hint: "append fewer returns, or print only exceptions"
        )
    }
}
