// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import PDFExport

struct SRGBProfileTests {
    private let bytes = SRGBProfile.bytes

    private func big32(at offset: Int) -> Int {
        bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }

    @Test func `it is as long as it says, and every tag lies in it`() {
        #expect(big32(at: 0) == bytes.count)
        #expect(bytes.count < 600)
        #expect(String(decoding: bytes[36..<40], as: UTF8.self) == "acsp")
        #expect(String(decoding: bytes[12..<20], as: UTF8.self) == "mntrRGB ")
        let count = big32(at: 128)
        #expect(count == 10)
        for tag in 0..<count {
            let offset = big32(at: 132 + 12 * tag + 4)
            let length = big32(at: 132 + 12 * tag + 8)
            #expect(offset % 4 == 0)
            #expect(offset >= 132 + 12 * count)
            #expect(offset + length <= bytes.count)
        }
    }

    /// Red, green and blue together are white (ICC.1:2004, D50), to the last of the sixteen bits but one.
    @Test func `its primaries add up to its white`() {
        func xyz(_ name: String) -> [Int] {
            for tag in 0..<big32(at: 128) {
                let entry = 132 + 12 * tag
                guard String(decoding: bytes[entry..<entry + 4], as: UTF8.self) == name else { continue }
                return (0..<3).map { big32(at: big32(at: entry + 4) + 8 + 4 * $0) }
            }
            return []
        }
        let white = xyz("wtpt")
        let sum = zip(zip(xyz("rXYZ"), xyz("gXYZ")), xyz("bXYZ")).map { $0.0 + $0.1 + $1 }
        #expect(white == [63190, 65536, 54061])
        #expect(zip(white, sum).allSatisfy { abs($0 - $1) <= 12 }, "\(sum)")
    }
}
