// SPDX-License-Identifier: Apache-2.0

import Typesetting

/// Writes the document outline: the headings, nested, with those of the first level open (ISO 32000-1, 12.3.3).
struct OutlineWriter {
    private struct Item {
        var entry: OutlineEntry
        /// The index of the parent; `nil` at the first level.
        var parent: Int?
        var children: [Int] = []
        /// Whether its children are shown at first.
        var isExpanded: Bool { entry.level == 1 }
    }

    private var items: [Item] = []
    private var roots: [Int] = []

    init(_ entries: [OutlineEntry]) {
        var open: [Int] = []
        for (index, entry) in entries.enumerated() {
            while let last = open.last, items[last].entry.level >= entry.level { open.removeLast() }
            items.append(Item(entry: entry, parent: open.last))
            if let parent = open.last { items[parent].children.append(index) } else { roots.append(index) }
            open.append(index)
        }
    }

    /// Writes the outline.
    ///
    /// - Returns: the number of its object, or `nil` if there are no headings.
    func write(to writer: inout PDFFileWriter) throws(ExportError) -> Int? {
        if items.isEmpty { return nil }
        let root = writer.reserve()
        let first = writer.reserve(items.count)
        try writer.write(root) { bytes in
            bytes.append("<</Type/Outlines")
            writeChildren(roots, count: visible(in: roots), from: first, to: &bytes)
            bytes.append(">>")
        }
        for (index, item) in items.enumerated() {
            let siblings = item.parent.map { items[$0].children } ?? roots
            let place = siblings.firstIndex(of: index) ?? 0
            try writer.write(first + index) { bytes in
                bytes.append("<</Title")
                bytes.append(text: item.entry.title)
                bytes.append("/Parent")
                bytes.append(reference: item.parent.map { first + $0 } ?? root)
                if place > 0 {
                    bytes.append("/Prev")
                    bytes.append(reference: first + siblings[place - 1])
                }
                if place + 1 < siblings.count {
                    bytes.append("/Next")
                    bytes.append(reference: first + siblings[place + 1])
                }
                let count = visible(in: item.children)
                writeChildren(item.children, count: item.isExpanded ? count : -count, from: first, to: &bytes)
                bytes.append("/Dest")
                bytes.append(string: item.entry.anchor.utf8)
                bytes.append(">>")
            }
        }
        return root
    }

    /// The number of items that are shown below some items, with the children of those that are open.
    private func visible(in children: [Int]) -> Int {
        children.reduce(0) { $0 + 1 + (items[$1].isExpanded ? visible(in: items[$1].children) : 0) }
    }

    private func writeChildren(_ children: [Int], count: Int, from first: Int, to bytes: inout PDFBytes) {
        guard let begin = children.first, let end = children.last else { return }
        bytes.append("/First")
        bytes.append(reference: first + begin)
        bytes.append("/Last")
        bytes.append(reference: first + end)
        bytes.append("/Count ")
        bytes.append(count)
    }
}
