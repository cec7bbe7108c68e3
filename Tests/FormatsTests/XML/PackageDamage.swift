// SPDX-License-Identifier: Apache-2.0

import TestSupport

/// A file of Office with one thing wrong in it: bytes changed, the end or a part missing, XML cut or changed.
struct PackageDamage {
    /// The whole file, and the parts of it by their paths.
    var bytes: [UInt8]
    var parts: [(path: String, text: String)]

    /// The damaged file.
    func damaged(_ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            return bytes
        case 1: return Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))
        case 2: return with(part(&random), nil)
        case 3:
            let index = part(&random)
            let text = parts[index].text
            return with(index, String(text.prefix(Int.random(in: 1..<text.count, using: &random))))
        default:
            let index = part(&random)
            return with(index, changed(parts[index].text, &random))
        }
    }

    private func part(_ random: inout SeededGenerator) -> Int { Int.random(in: 0..<parts.count, using: &random) }

    /// The file with another text in place of a part's, or without the part.
    private func with(_ index: Int, _ text: String?) -> [UInt8] {
        var parts = parts
        if let text { parts[index].text = text } else { parts.remove(at: index) }
        return StoredZip.bytes(of: parts.map { ($0.path, Array($0.text.utf8)) })
    }

    /// XML with small changes in it, which the checksum of the part does not give away.
    private func changed(_ text: String, _ random: inout SeededGenerator) -> String {
        var text = Array(text)
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let place = Int.random(in: 0..<text.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: text.remove(at: place)
            case 1: text[place] = "<>\"/=0123456789AZrst& _x".randomElement(using: &random) ?? "x"
            default:
                let length = min(Int.random(in: 1...40, using: &random), text.count - place)
                text.insert(
                    contentsOf: text[place..<(place + length)],
                    at: Int.random(in: 0..<text.count, using: &random)
                )
            }
        }
        return String(text)
    }
}
