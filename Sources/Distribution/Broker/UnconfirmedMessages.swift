// SPDX-License-Identifier: Apache-2.0

/// What was published on a connection and is not confirmed yet, with what is to be done when it is.
struct UnconfirmedMessages<Sequel> {
    private var sequels: [UInt64: Sequel] = [:]
    private var oldest: UInt64 = 1

    var count: Int { sequels.count }

    mutating func add(_ number: UInt64, _ sequel: Sequel) { sequels[number] = sequel }

    /// Takes out what a confirmation is of, in the order of publishing.
    mutating func take(_ number: UInt64, upTo: Bool) -> [Sequel] {
        guard upTo else { return sequels.removeValue(forKey: number).map { [$0] } ?? [] }
        guard number >= oldest else { return [] }
        defer { oldest = number + 1 }
        return (oldest...number).compactMap { sequels.removeValue(forKey: $0) }
    }
}
