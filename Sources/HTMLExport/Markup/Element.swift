// SPDX-License-Identifier: Apache-2.0

/// An element of HTML or SVG that has a start tag and an end tag.
///
/// Only these can be written, so that no name of an element is ever made of a text.
package enum Element: Sendable {
    case html, head, title, style, body
    case header, main, nav, section, article, aside, footer, div
    case h1, h2, h3, h4, h5, h6
    case p, blockquote, ol, ul, li, dl, dt, dd
    case figure, figcaption
    case table, caption, thead, tbody, tr, th, td
    case a, abbr, strong, em, span, time, button
    case svg, defs, g, pattern, symbol, rect, circle, line, path, polyline, text, use

    /// The heading of a level, or `nil` if HTML has none.
    package init?(headingLevel: Int) {
        switch headingLevel {
        case 1: self = .h1
        case 2: self = .h2
        case 3: self = .h3
        case 4: self = .h4
        case 5: self = .h5
        case 6: self = .h6
        default: return nil
        }
    }

    /// As it is written in its tags.
    var name: StaticString {
        switch self {
        case .html: "html"
        case .head: "head"
        case .title: "title"
        case .style: "style"
        case .body: "body"
        case .header: "header"
        case .main: "main"
        case .nav: "nav"
        case .section: "section"
        case .article: "article"
        case .aside: "aside"
        case .footer: "footer"
        case .div: "div"
        case .h1: "h1"
        case .h2: "h2"
        case .h3: "h3"
        case .h4: "h4"
        case .h5: "h5"
        case .h6: "h6"
        case .p: "p"
        case .blockquote: "blockquote"
        case .ol: "ol"
        case .ul: "ul"
        case .li: "li"
        case .dl: "dl"
        case .dt: "dt"
        case .dd: "dd"
        case .figure: "figure"
        case .figcaption: "figcaption"
        case .table: "table"
        case .caption: "caption"
        case .thead: "thead"
        case .tbody: "tbody"
        case .tr: "tr"
        case .th: "th"
        case .td: "td"
        case .a: "a"
        case .abbr: "abbr"
        case .strong: "strong"
        case .em: "em"
        case .span: "span"
        case .time: "time"
        case .button: "button"
        case .svg: "svg"
        case .defs: "defs"
        case .g: "g"
        case .pattern: "pattern"
        case .symbol: "symbol"
        case .rect: "rect"
        case .circle: "circle"
        case .line: "line"
        case .path: "path"
        case .polyline: "polyline"
        case .text: "text"
        case .use: "use"
        }
    }

    /// Whether it begins a line of the file, which is white space that nobody sees there.
    var beginsLine: Bool {
        switch self {
        case .html, .head, .title, .style, .body, .header, .main, .nav, .section, .article, .aside, .footer, .div, .h1,
            .h2, .h3, .h4, .h5, .h6, .p, .blockquote, .ol, .ul, .li, .dl, .dt, .dd, .figure, .figcaption, .table,
            .caption, .thead, .tbody, .tr:
            true
        case .th, .td, .a, .abbr, .strong, .em, .span, .time, .button, .svg, .defs, .g, .pattern, .symbol, .rect,
            .circle, .line, .path, .polyline, .text, .use:
            false
        }
    }
}

/// An element of HTML that has a start tag only.
package enum VoidElement: Sendable {
    case meta, link, br, wbr, img

    /// As it is written in its tag.
    var name: StaticString {
        switch self {
        case .meta: "meta"
        case .link: "link"
        case .br: "br"
        case .wbr: "wbr"
        case .img: "img"
        }
    }
}
