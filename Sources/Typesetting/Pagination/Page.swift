// SPDX-License-Identifier: Apache-2.0

package import Geometry

/// A page as it will be drawn: every item has its position, and no decision is left to the exporter.
package struct Page: Sendable, Hashable {
    /// From one.
    package var number: Int
    /// The size of the sheet, portrait or landscape.
    package var size: Size
    /// In the order in which they are drawn, which is reading order.
    package var items: [PageItem]
    /// The targets of links on the page.
    package var destinations: [Destination]
    /// Why it ends where it does.
    package var ending: PageEnding
}
