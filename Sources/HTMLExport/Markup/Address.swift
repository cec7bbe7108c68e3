// SPDX-License-Identifier: Apache-2.0

/// Where a link of a document leads.
///
/// An address from outside is one only if it begins with `http:`, `https:`, `mailto:` or `tel:`: with `javascript:` a link would be a program.
package struct Address: Sendable, Hashable {
    enum Form: Sendable, Hashable {
        case external(String)
        case fragment(ElementID)
        case file(String)
        case path([String], query: String?)
    }

    let form: Form

    /// An element of the same document.
    package static func fragment(_ id: ElementID) -> Address { Address(form: .fragment(id)) }

    /// A file in the folder of the document.
    package static func file(_ name: String) -> Address { Address(form: .file(name)) }

    /// A place of the server that the document comes from, by the parts of its path.
    package static func path(_ parts: [String], query: String? = nil) -> Address {
        Address(form: .path(parts, query: query))
    }

    private init(form: Form) { self.form = form }

    /// An address outside the document, or `nil` if it is of no scheme that is allowed.
    package init?(_ text: String) {
        let scheme = text.prefix { $0 != ":" }.lowercased()
        guard ["http", "https", "mailto", "tel"].contains(scheme), text.utf8.count > scheme.utf8.count + 1 else {
            return nil
        }
        form = .external(text)
    }
}

extension MarkupBytes {
    /// Appends an address as the value of an attribute.
    mutating func append(_ address: Address) {
        switch address.form {
        case .external(let text): append(percentEncoding: text, keeping: .delimiters)
        case .fragment(let id):
            append("#")
            switch id {
            case .name(let name): append(percentEncoding: name, keeping: .identifier)
            case .numbered: append(id)
            }
        case .file(let name): append(percentEncoding: name, keeping: .unreserved)
        case .path(let parts, let query):
            for part in parts {
                append("/")
                append(percentEncoding: part, keeping: .unreserved)
            }
            if parts.isEmpty { append("/") }
            guard let query else { return }
            append("?v=")
            append(percentEncoding: query, keeping: .unreserved)
        }
    }

    /// Which characters of an address are written as they are (RFC 3986, 2).
    private enum Kept {
        /// Letters, digits and `-._~`.
        case unreserved
        /// These, colons, and white space as hyphens.
        case identifier
        /// These, and what divides an address into its parts.
        case delimiters
    }

    private mutating func append(percentEncoding text: String, keeping kept: Kept) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                append(byte: byte)
            case UInt8(ascii: ":") where kept != .unreserved: append(byte: byte)
            case 0...0x20 where kept == .identifier: append("-")
            case UInt8(ascii: "&") where kept == .delimiters: append("&amp;")
            case UInt8(ascii: "'") where kept == .delimiters: append("&#39;")
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "!"),
                UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
                UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "%"):
                if kept == .delimiters { append(byte: byte) } else { append(percentEncoding: byte) }
            default: append(percentEncoding: byte)
            }
        }
    }

    private mutating func append(percentEncoding byte: UInt8) {
        append("%")
        for digit in [byte >> 4, byte & 0xF] {
            append(byte: digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
    }
}
