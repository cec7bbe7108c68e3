// SPDX-License-Identifier: Apache-2.0

/// What the process of a council says to its supervisor, a byte each.
enum CouncilMessage: UInt8 {
    /// It wants to make a paper.
    case ask = 0x61
    /// It has made it.
    case giveBack = 0x62
    /// It lives, and does what it should.
    case well = 0x77
    /// It lives, and cannot do what it should.
    case failing = 0x66
    /// It has looked at everything once.
    case ready = 0x72
}

/// What the supervisor says to the process of a council.
enum SupervisorMessage: UInt8 {
    /// It may make a paper.
    case grant = 0x67
}
