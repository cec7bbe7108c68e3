// SPDX-License-Identifier: Apache-2.0

/// A PDF file put together by hand, as Cairo's are: objects one after another, and a cross-reference table.
struct HandmadePDF {
    var header = "%PDF-1.5"
    /// By their numbers, from one.
    var objects: [String]
    /// What the trailer says; nothing for the root alone.
    var trailer: String?

    var bytes: [UInt8] {
        var text = header + "\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = text.utf8.count
        let count = objects.count + 1
        text += "xref\n0 \(count)\n0000000000 65535 f \n"
        for offset in offsets {
            text += String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n"
        }
        text += "trailer\n\(trailer ?? "<< /Size \(count) /Root 1 0 R >>")\nstartxref\n\(table)\n%%EOF\n"
        return Array(text.utf8)
    }
}
