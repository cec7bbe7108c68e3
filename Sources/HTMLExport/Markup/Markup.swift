// SPDX-License-Identifier: Apache-2.0

/// What has been written of a document of HTML.
///
/// A text comes into it by ``MarkupBuilder/write(_:)`` or as the value of an attribute, and both escape it; there is no way to add bytes. The
/// tags of an element are around what its closure writes, so that every element is closed.
package struct Markup: Sendable {
    fileprivate var buffer: MarkupBytes

    /// - Parameters:
    ///   - capacity: for how many bytes there is room at first.
    ///   - isFragment: whether it is a part of a document that is put into another one.
    package init(capacity: Int = 1 << 16, isFragment: Bool = false) {
        buffer = MarkupBytes(capacity: capacity)
        if !isFragment { buffer.append("<!DOCTYPE html>") }
    }

    /// The document in UTF-8.
    package var bytes: [UInt8] { buffer.bytes }
}

/// Something that writes a document: it owns the ``Markup``, and beside it whatever it has to remember.
///
/// ```swift
/// struct StatusPage: MarkupBuilder {
///     var markup = Markup()
/// }
/// page.element(.p, .class("late")) { $0.write("Cabinet & scrutiny") }
/// ```
package protocol MarkupBuilder {
    var markup: Markup { get set }
}

extension MarkupBuilder {
    /// Writes an element around what a closure writes.
    package mutating func element(_ element: Element, _ attributes: Attribute..., content: (inout Self) -> Void) {
        markup.buffer.begin(element, attributes)
        content(&self)
        markup.buffer.end(element)
    }

    /// Writes an element around what a closure writes.
    package mutating func element(_ element: Element, _ attributes: [Attribute], content: (inout Self) -> Void) {
        markup.buffer.begin(element, attributes)
        content(&self)
        markup.buffer.end(element)
    }

    /// Writes an element that holds nothing.
    package mutating func element(_ element: Element, _ attributes: Attribute...) {
        markup.buffer.begin(element, attributes)
        markup.buffer.end(element)
    }

    /// Writes an element that has no end tag.
    package mutating func element(_ element: VoidElement, _ attributes: Attribute...) {
        markup.buffer.begin(element.name, attributes)
    }

    /// Writes a text, of which nothing is taken for markup.
    package mutating func write(_ text: String) { markup.buffer.append(escaping: text) }

    /// Writes a program into the document, which is written in the source of this one.
    package mutating func script(_ program: StaticString) {
        markup.buffer.append("<script>")
        markup.buffer.append(program)
        markup.buffer.append("</script>")
    }

    /// Has the document load a program, which runs once the document has been read.
    package mutating func script(at address: Address) {
        markup.buffer.append("<script defer")
        markup.buffer.append(.source(address))
        markup.buffer.append("></script>")
    }

    /// Writes a style sheet into the document.
    package mutating func style(_ sheet: StyleSheet) {
        markup.buffer.begin(.style, [])
        markup.buffer.append(sheet.bytes)
        markup.buffer.end(.style)
    }
}

extension MarkupBytes {
    fileprivate mutating func begin(_ element: Element, _ attributes: [Attribute]) {
        if element.beginsLine { append("\n") }
        begin(element.name, attributes)
    }

    fileprivate mutating func begin(_ name: StaticString, _ attributes: [Attribute]) {
        append("<")
        append(name)
        for attribute in attributes { append(attribute) }
        append(">")
    }

    fileprivate mutating func end(_ element: Element) {
        append("</")
        append(element.name)
        append(">")
    }
}
