# SPDX-License-Identifier: Apache-2.0
"""The measures of layouts/themes/accessible.yaml, in points, for the sources of the other engines."""

from dataclasses import dataclass

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
MARGIN_TOP, MARGIN_BOTTOM, MARGIN_SIDE = 27 * MM, 24 * MM, 20 * MM
PROSE_WIDTH = 150 * MM
LIST_INDENT = 18
CELL_PADDING_X, CELL_PADDING_TOP, CELL_PADDING_BOTTOM = 5, 4.5, 5.5
BORDER = 0.5
BORDER_COLOUR = "#7d878e"
BAND_FILL = "#e4ecf0"
FONT = "Liberation Sans"
FONT_FOLDER = "/usr/share/fonts/truetype/liberation2"


@dataclass(frozen=True)
class TextStyle:
    """How a paragraph is set: sizes in points, and whether all of it is bold."""

    size: float
    leading: float
    before: float = 0
    after: float = 0
    is_bold: bool = False


BODY = TextStyle(12, 16, 0, 9)
ITEM = TextStyle(12, 16, 0, 5)
SUBHEADING = TextStyle(14, 18, 0, 9)
NOTE = TextStyle(10.5, 14, 0, 4)
RUNNING = TextStyle(10.5, 14)
CELL = TextStyle(10.5, 14, 3.5)
HEADER_CELL = TextStyle(10.5, 14, 3.5, 0, True)
HEADINGS = {
    1: TextStyle(18, 22, 24, 9, True),
    2: TextStyle(14.5, 19, 18, 6, True),
    3: TextStyle(12, 17, 14, 5, True),
    4: TextStyle(12, 17, 14, 5, True),
    5: TextStyle(12, 17, 9, 5, True),
    6: TextStyle(12, 17, 9, 5),
}
