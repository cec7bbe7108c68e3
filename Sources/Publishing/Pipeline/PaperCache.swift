// SPDX-License-Identifier: Apache-2.0

import PDFExport
import Typesetting

/// What one edition of a paper is made of again if its content is the same: paragraphs by text and style, pages by what they draw.
final class PaperCache {
    let paragraphs = ParagraphCache()
    let pages = PageCache()
}
