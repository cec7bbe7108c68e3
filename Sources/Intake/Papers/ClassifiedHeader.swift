// SPDX-License-Identifier: Apache-2.0

import Formats
import UnicodeText

/// What the header of a paper says of who may read it, also where the header cannot be read as YAML.
struct ClassifiedHeader {
    private let header: String
    private let value: YAMLValue?

    /// - Parameter value: the header as it was read; `nil` if it is not YAML.
    init(_ header: String, value: YAMLValue?) {
        self.header = header
        self.value = value
    }

    /// Whether the paper is for everybody: it says `Unrestricted`, in letters of either case, and nothing else beside it.
    var isPublic: Bool {
        let written = header.split(whereSeparator: \.isNewline).compactMap(isUnrestricted)
        guard let value else { return !written.isEmpty && written.allSatisfy(\.self) }
        guard case .group(let entries) = value.content else { return false }
        let own = entries.first { $0.key == PaperForm.classification.name }?.value.text?.string
        return own?.skeleton == Classification.unrestricted.rawValue.skeleton && written.allSatisfy(\.self)
    }

    /// Whether a line gives `Unrestricted` as the classification; `nil` where it gives none.
    private func isUnrestricted(_ line: some StringProtocol) -> Bool? {
        let tokens = SignTokens(line).tokens.filter { !$0.isPunctuation("\"") }
        guard tokens.count > 1, tokens[0].text == PaperForm.classification.name, tokens[1].isPunctuation(":") else {
            return nil
        }
        let words = tokens.dropFirst(2).prefix { !$0.isPunctuation("#") }.map(\.text)
        return words == [Classification.unrestricted.rawValue.skeleton]
    }
}
