// SPDX-License-Identifier: Apache-2.0

/// The bytes of an input as choices: one byte a choice, so that the fuzzer changes one choice at a time.
///
/// Where the bytes end every choice is the least one, so that what is built from them comes to an end.
struct FuzzBytes: RandomNumberGenerator {
    private var rest: ArraySlice<UInt8>
    private var count: UInt64 = 0

    init(_ bytes: some Sequence<UInt8>) { rest = Array(bytes)[...] }

    /// The byte in the upper bits, which `Int.random(in:using:)` scales. The lower bits differ, since it would otherwise refuse the
    /// same number without end.
    mutating func next() -> UInt64 {
        count &+= 1
        let noise = (count &* 0x9E37_79B9_7F4A_7C15) >> 8
        return UInt64(rest.popFirst() ?? 0) << 56 | noise
    }
}

extension [UInt8] {
    /// The input without its first byte, and what that byte chooses.
    func choosing<Choice>(among choices: [Choice]) -> (choice: Choice, rest: [UInt8]) {
        (choices[Int(first ?? 0) % choices.count], Array(dropFirst()))
    }

    /// A number by which some inputs, always the same, are tried twice (FNV-1a).
    var fingerprint: UInt64 { reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } }

    /// The bytes as text, with U+FFFD for what is not UTF-8.
    var text: String { String(decoding: self, as: UTF8.self) }
}
