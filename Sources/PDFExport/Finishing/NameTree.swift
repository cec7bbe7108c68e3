// SPDX-License-Identifier: Apache-2.0

/// A name tree of one node (ISO 32000-1, 7.9.6).
struct NameTree {
    private var entries: [(name: [UInt8], value: (inout PDFBytes) -> Void)] = []

    var isEmpty: Bool { entries.isEmpty }

    /// - Parameter value: writes the value of the name.
    mutating func add(_ name: some Sequence<UInt8>, value: @escaping (inout PDFBytes) -> Void) {
        entries.append((Array(name), value))
    }

    /// Writes the node.
    ///
    /// - Throws: an ``ExportError`` if two names are the same.
    func write(to bytes: inout PDFBytes) throws(ExportError) {
        let sorted = entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
        for (entry, next) in zip(sorted, sorted.dropFirst()) where entry.name == next.name {
            // The message leaves the name out: it is made of the words of a heading, which may be exempt.
            throw ExportError("two places have the same name")
        }
        bytes.append("<</Names[")
        for entry in sorted {
            bytes.append(string: entry.name)
            entry.value(&bytes)
            bytes.append("\n")
        }
        bytes.append("]>>")
    }
}
