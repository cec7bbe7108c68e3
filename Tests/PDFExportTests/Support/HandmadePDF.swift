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

    /// The same as Cairo 1.18 writes it: objects that are no streams in an object stream, the last one first, and a cross-reference stream.
    ///
    /// - Parameters:
    ///   - widths: of the fields of a cross-reference.
    ///   - streamEntries, entries: further entries of the object stream and the cross-reference stream.
    ///   - compress: makes the data of both, and says by which filter.
    func compressedBytes(
        widths: [Int] = [1, 4, 2],
        count: Int? = nil,
        streamEntries: String = "",
        entries: String = "",
        compress: ([UInt8]) throws -> (data: [UInt8], filter: String) = { ($0, "") }
    ) throws -> [UInt8] {
        var bytes = Array((header + "\n").utf8)
        var places: [(kind: Int, first: Int, second: Int)] = [(0, 0, 0xFFFF)]
        var members: [(number: Int, text: String)] = []
        let container = objects.count + 1
        for (index, object) in objects.enumerated() {
            if object.contains("stream") {
                places.append((1, bytes.count, 0))
                bytes += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
            } else {
                places.append((2, container, 0))
                members.insert((index + 1, object), at: 0)
            }
        }
        var head = ""
        var body = ""
        for (index, member) in members.enumerated() {
            places[member.number].second = index
            head += "\(member.number) \(body.utf8.count) "
            body += member.text + " "
        }
        func append(_ number: Int, _ dictionary: String, _ data: [UInt8]) throws {
            let (data, filter) = try compress(data)
            bytes += Array("\(number) 0 obj\n<< \(dictionary) /Length \(data.count) \(filter) >>\nstream\n".utf8)
            bytes += data
            bytes += Array("\nendstream\nendobj\n".utf8)
        }
        places.append((1, bytes.count, 0))
        let first = "/Type /ObjStm /N \(count ?? members.count) /First \(head.utf8.count) \(streamEntries)"
        try append(container, first, Array((head + body).utf8))
        let table = bytes.count
        places.append((1, table, 0))
        let fields = places.flatMap { place in
            zip(widths, [place.kind, place.first, place.second]).flatMap { width, value in
                (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
            }
        }
        let w = widths.map(String.init).joined(separator: " ")
        try append(container + 1, "/Type /XRef /Size \(places.count) /W [\(w)] /Root 1 0 R \(entries)", fields)
        return bytes + Array("startxref\n\(table)\n%%EOF\n".utf8)
    }
}
