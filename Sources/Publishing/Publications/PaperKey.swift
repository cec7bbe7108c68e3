// SPDX-License-Identifier: Apache-2.0

package import PaperTree

/// The identity of one edition of a paper among all that a workspace makes.
package struct PaperKey: Sendable, Hashable, Codable, Comparable {
    package var id: String
    /// For whom this edition of the paper is.
    package var audience: Audience

    package init(id: String, audience: Audience) {
        self.id = id
        self.audience = audience
    }

    /// The name of the edition's files without their extensions.
    package var stem: String { audience.stem(of: id) }

    /// Whether a file of the edition can have a name: the stem, the number of a page or none, and an ending such as `.pdf`.
    ///
    /// To be asked of names that come from elsewhere: they decide where a file is written, and in whose name.
    package func canName(_ file: String) -> Bool {
        guard file.hasPrefix(stem) else { return false }
        let rest = file.dropFirst(stem.count)
        let page = rest.hasPrefix("-") ? rest.dropFirst().prefix { $0.isASCII && $0.isNumber } : ""
        let ending = page.isEmpty ? rest : rest.dropFirst(page.count + 1)
        return ending.hasPrefix(".") && ending.count > 1 && !ending.contains("..")
            && ending.allSatisfy { $0 == "." || $0.isASCII && $0.isLowercase }
    }

    package static func < (first: PaperKey, second: PaperKey) -> Bool {
        (first.id, first.audience == .public ? 0 : 1) < (second.id, second.audience == .public ? 0 : 1)
    }
}
