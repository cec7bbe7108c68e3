// SPDX-License-Identifier: Apache-2.0

import Layouts
import PaperTree
import TextShaping

/// A paper whose words are shaped and whose styles are chosen, but which has no pages yet.
package struct ShapedPaper {
    let paper: Paper
    let sections: [TypesetSection]
    let theme: Theme
    let shaper: TextShaper
    /// Shapes what depends on pages: page references, heads and feet.
    let blocks: BlockShaper
    let cache: ParagraphCache
}
