// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts

/// The sheets of a paper, upright and on their side, each with the margins that its own head and foot need.
///
/// A sheet that lies on its side is wider, so that what has two lines at the head of an upright one may have one there.
struct Sheets {
    private let upright: Theme.PageStyle
    private let onSide: Theme.PageStyle

    /// The sheets of a theme.
    ///
    /// - Parameters:
    ///   - upright: the margins of upright sheets.
    ///   - onSide: those of sheets on their side.
    init(of page: Theme.PageStyle, upright: Sides<Length>, onSide: Sides<Length>) {
        self.upright = page.with(upright)
        self.onSide = page.turned(to: .landscape).with(onSide)
    }

    subscript(orientation: Orientation) -> Theme.PageStyle {
        switch orientation {
        case .portrait: upright
        case .landscape: onSide
        }
    }
}

extension Theme.PageStyle {
    fileprivate func with(_ margins: Sides<Length>) -> Self {
        var page = self
        page.margins = margins
        return page
    }
}
