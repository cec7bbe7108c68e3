// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree

/// A page without its head and its foot, which depend on how many pages there are.
struct PageBody {
    /// The label of its section, which running lines print.
    var label: String
    var orientation: Orientation
    /// The index of the first item that it holds something of.
    var firstItem = 0
    var items: [PageItem] = []
    var destinations: [Destination] = []
    var ending = PageEnding(cause: .sectionEnd, white: .zero, capacity: .zero)
}
