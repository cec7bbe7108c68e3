// SPDX-License-Identifier: Apache-2.0

extension String {
    /// Whether it could be an email address: enough to catch a slip.
    var isEmailAddress: Bool {
        let halves = split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].isEmpty, !contains(where: \.isWhitespace) else { return false }
        let names = halves[1].split(separator: ".", omittingEmptySubsequences: false)
        return names.count >= 2 && names.allSatisfy { !$0.isEmpty }
    }

    /// Whether it could be a telephone number: six to fifteen digits (ITU-T E.164), with what is usual between them, and
    /// perhaps an extension.
    var isTelephoneNumber: Bool {
        let number = lowercased().split(separator: "x", maxSplits: 1).first.map {
            $0.hasSuffix("e") ? $0.dropLast() : $0
        }
        guard let number, number.allSatisfy({ $0.isASCII && $0.isNumber || " +()-.".contains($0) }) else {
            return false
        }
        return (6...15).contains(number.count { $0.isNumber })
    }
}
