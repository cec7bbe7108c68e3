// SPDX-License-Identifier: Apache-2.0

package import Geometry

extension Theme {
    /// The width of the gutter in which the numbers of paragraphs and their headings hang: 12 millimetres for text of 12 points, and more
    /// where the text is larger.
    package var numberGutter: Length { .millimetres(12) * (body.text.size.points / 12) }
}
