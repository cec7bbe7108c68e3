// SPDX-License-Identifier: Apache-2.0

extension Theme {
    /// How the titles of papers and of appendices are set, where they are not as headings of the first level.
    package struct TitleStyle: Sendable, Hashable {
        /// The title.
        package var title: BlockStyle
        /// What an appendix is called, "Appendix 2:", on a line of its own over its title.
        package var label: TextStyle

        package init(title: BlockStyle, label: TextStyle) {
            self.title = title
            self.label = label
        }
    }
}
