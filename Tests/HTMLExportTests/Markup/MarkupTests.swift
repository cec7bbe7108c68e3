// SPDX-License-Identifier: Apache-2.0

import Geometry
import Testing

@testable import HTMLExport

/// A document can only be written with what is escaped.
struct MarkupTests {
    private struct Page: MarkupBuilder {
        var markup = Markup()
    }

    /// What is written, without the declaration that every document begins with.
    private func written(_ write: (inout Page) -> Void) -> String {
        var page = Page()
        write(&page)
        return String(decoding: page.markup.bytes.dropFirst(15), as: UTF8.self)
    }

    @Test func `a document begins with its declaration`() {
        #expect(String(decoding: Page().markup.bytes, as: UTF8.self) == "<!DOCTYPE html>")
    }

    @Test func `what HTML forbids is left out, and its neighbours are not`() {
        #expect(
            written { $0.write("a\u{85}b\u{9F}\u{A0}c\u{FFFD}d\u{FFFE}e\u{FFFF}") }
                == written { $0.write("ab\u{A0}c\u{FFFD}de") }
        )
    }

    @Test func `text is escaped, and control characters are left out`() {
        #expect(
            written { $0.write("<script>\"a\" & 'b'\u{0}\u{1B}\u{7F}\tc</script> – é") }
                == "&lt;script&gt;&quot;a&quot; &amp; 'b'\tc&lt;/script&gt; – é"
        )
    }

    @Test func `elements are closed around what they hold`() {
        #expect(
            written { page in
                page.element(.td, .columnSpan(2)) { page in
                    page.write("a")
                    page.element(.br)
                    page.element(.strong) { $0.write("b") }
                    page.element(.svg)
                }
            } == "<td colspan=\"2\">a<br><strong>b</strong><svg></svg></td>"
        )
    }

    @Test func `the values of attributes are escaped`() {
        #expect(
            written { $0.element(.img, .alternativeText("\"><script>"), .width(3)) }
                == "<img alt=\"&quot;&gt;&lt;script&gt;\" width=\"3\">"
        )
        #expect(
            written { page in
                page.element(.span, .class("a", "b"), .labelled(by: [.name("x y\"<"), .numbered("c", 12)])) { _ in }
            } == "<span class=\"a b\" aria-labelledby=\"x-y&quot;&lt; c.12\"></span>"
        )
    }

    @Test func `only addresses of the web and of mail are links`() {
        for text in [
            "javascript:alert(1)", "JavaScript:alert(1)", " https://example.org", "data:text/html,x", "vbscript:x",
            "file:///etc/passwd", "//example.org", "relative.html", "https", "http:", "",
        ] {
            #expect(Address(text) == nil, "\(text)")
        }
        #expect(Address("HTTPS://example.org") != nil)
        #expect(Address("mailto:a@example.org") != nil)
        #expect(Address("tel:+441632960410") != nil)
    }

    @Test func `addresses are encoded`() {
        func link(_ address: Address?) -> String {
            written { page in if let address { page.element(.a, .link(to: address)) { _ in } } }
        }
        #expect(
            link(Address("https://example.org/a b?x=1&y=\"é'<#z%20")) == """
                <a href="https://example.org/a%20b?x=1&amp;y=%22%C3%A9&#39;%3C#z%20"></a>
                """
        )
        #expect(link(.fragment(.name("é x:y"))) == "<a href=\"#%C3%A9-x:y\"></a>")
        #expect(link(.fragment(.numbered("c", 7))) == "<a href=\"#c.7\"></a>")
        #expect(link(.file("a?b#c/d.pdf")) == "<a href=\"a%3Fb%23c%2Fd.pdf\"></a>")
    }

    @Test(arguments: [
        (0.0, "0"), (12, "12"), (0.5, "0.5"), (1.25, "1.25"), (-0.05, "-0.05"), (33.333_333, "33.33"), (99.999, "100"),
    ]) func `numbers have at most two decimals`(number: Double, text: String) {
        #expect(written { $0.element(.rect, .x(number)) } == "<rect x=\"\(text)\"></rect>")
    }

    @Test func `lists of numbers and percentages are written as SVG has them`() {
        #expect(
            written { $0.element(.polyline, .points([1, 2.5]), .wide(percent: 50)) }
                == "<polyline points=\"1 2.5\" width=\"50%\"></polyline>"
        )
    }

    @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
    func `pictures are in base64`(bytes: String, text: String) {
        #expect(
            written { $0.element(.img, .source(png: Array(bytes.utf8))) }
                == "<img src=\"data:image/png;base64,\(text)\">"
        )
    }

    @Test func `the name of a font cannot end its string, its rule or the style sheet`() {
        var sheet = StyleSheet()
        sheet.add("p", [("font-family", .family("A'}</style>\\é B", fallback: "serif")), ("color", .colour(.black))])
        #expect(written { $0.style(sheet) } == "\n<style>p{font-family:'Astyleé B',serif;color:#000000;}\n</style>")
    }
}
