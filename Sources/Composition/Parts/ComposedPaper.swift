// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import PaperTree

/// A paper as a tree, with what was reported while it was composed.
package struct ComposedPaper: Sendable {
    /// The tree, with every figure filled in and every reference worded.
    package var paper: Paper
    /// Unknown names, references without a target, and the like.
    package var diagnostics: [Diagnostic]
    /// What has changed in the paper since the draft that it was compared with, in reading order; `nil` if there was none.
    package var amendments: [Amendment]?
}
