// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A namespace of Office Open XML, in its transitional or its strict form (ISO/IEC 29500-1 and -4).
enum XMLNamespace: Sendable {
    /// Workbooks and sheets.
    case spreadsheet
    /// Which part of a package belongs to which, in the files `.rels`.
    case packageRelationships
    /// References to those, in other parts: `r:id`.
    case relationships
    /// Threaded comments, which Excel writes beside the older ones.
    case threadedComments
    /// Word documents.
    case document
    /// Formulas of mathematics in documents.
    case mathematics
    /// Content in several forms, of which a reader takes the one that it knows (ISO/IEC 29500-3).
    case compatibility
    case other

    private static let names: [(uri: StaticString, namespace: XMLNamespace)] = [
        ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", .spreadsheet),
        ("http://purl.oclc.org/ooxml/spreadsheetml/main", .spreadsheet),
        ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", .document),
        ("http://purl.oclc.org/ooxml/wordprocessingml/main", .document),
        ("http://schemas.openxmlformats.org/officeDocument/2006/math", .mathematics),
        ("http://purl.oclc.org/ooxml/officeDocument/math", .mathematics),
        ("http://schemas.openxmlformats.org/package/2006/relationships", .packageRelationships),
        ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", .relationships),
        ("http://purl.oclc.org/ooxml/officeDocument/relationships", .relationships),
        ("http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments", .threadedComments),
        ("http://schemas.openxmlformats.org/markup-compatibility/2006", .compatibility),
    ]

    init(_ uri: XMLText) { self = Self.names.first { uri == $0.uri }?.namespace ?? .other }
}

/// The name of an element. It is valid only during the call that it is given to.
struct XMLName {
    let namespace: XMLNamespace
    /// The name without its namespace.
    let local: XMLText

    /// Whether an element of some namespace has a name.
    static func ~= (pattern: StaticString, name: XMLName) -> Bool { name.local == pattern }
}

/// Text of an XML document in the parser's memory. It is valid only during the call that it is given to.
struct XMLText {
    let bytes: UnsafeBufferPointer<UInt8>

    /// The text as a string of its own.
    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The whole number that it is, or `nil` if it is none or has more than nine digits.
    var number: Int? {
        guard (1...9).contains(bytes.count) else { return nil }
        var number = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = 10 * number + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }

    /// A flag (`xsd:boolean`, and `on`, which Word writes).
    var isTrue: Bool { self == "1" || self == "true" || self == "on" }

    static func == (text: XMLText, other: StaticString) -> Bool {
        // Every element and attribute of a sheet of ten thousand rows comes here several times.
        let count = other.utf8CodeUnitCount
        guard text.bytes.count == count, let base = text.bytes.baseAddress else { return count == text.bytes.count }
        return memcmp(base, other.utf8Start, count) == 0
    }
}

/// The attributes of an element. They are valid only during the call that they are given to.
struct XMLAttributes {
    /// Name and value by turns, up to a null pointer (`XML_StartElementHandler` of expat).
    let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// The value of an attribute without a prefix, or `nil` if it is not there.
    subscript(name: StaticString) -> XMLText? {
        first { $0 == name }
    }

    /// The value of an attribute with a prefix, or `nil` if it is not there.
    func value(of name: StaticString, in namespace: XMLNamespace) -> XMLText? {
        first { written in
            let name = XMLReader.name(written, local: name)
            return name.map { $0.namespace == namespace } ?? false
        }
    }

    private func first(where matches: (XMLText) -> Bool) -> XMLText? {
        guard let pairs else { return nil }
        var index = 0
        while let name = pairs[index], let value = pairs[index + 1] {
            if matches(XMLText(name)) { return XMLText(value) }
            index += 2
        }
        return nil
    }
}

extension XMLText {
    /// A null-terminated text of the parser.
    init(_ text: UnsafePointer<CChar>) {
        let length = strlen(text)
        bytes = text.withMemoryRebound(to: UInt8.self, capacity: length) {
            UnsafeBufferPointer(start: $0, count: length)
        }
    }
}
