// SPDX-License-Identifier: Apache-2.0

package import Monitoring

/// Words that say what is exempt, and under which paragraphs of which Act.
package struct ExemptWording: Sendable {
    private let wording: Wording
    private let nation: Nation

    package init(wording: Wording, nation: Nation) {
        self.wording = wording
        self.nation = nation
    }

    /// A phrase with the paragraphs filled in.
    package func words(_ phrase: Phrase, _ exemption: Exemption) -> String {
        let schedule = wording.words(.exemptSchedule, ["number": nation.exemptSchedule])
        return wording.words(
            phrase,
            ["paragraphs": paragraphs(exemption), "citation": citation(exemption), "schedule": schedule]
        )
    }

    /// "paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972 (information about …)", as the council's nation has it.
    package func citation(_ exemption: Exemption) -> String {
        let descriptions = exemption.paragraphs.sorted().compactMap { Phrase.exemptParagraph($0, in: nation) }.map {
            wording.words($0)
        }
        return wording.words(
            .exemptCitation,
            [
                "paragraphs": paragraphs(exemption), "law": wording.words(nation.exemptLaw),
                "descriptions": descriptions.joined(separator: "; "),
            ]
        )
    }

    /// "paragraphs 1 and 3".
    private func paragraphs(_ exemption: Exemption) -> String {
        wording.words(
            exemption.paragraphs.count == 1 ? .exemptNumber : .exemptNumbers,
            ["numbers": wording.words(list: exemption.paragraphs.sorted().map(String.init))]
        )
    }
}

extension Phrase {
    /// What a paragraph is about: Wales has the paragraphs of England under other numbers.
    fileprivate static func exemptParagraph(_ number: Int, in nation: Nation) -> Phrase? {
        switch nation {
        case .england, .northernIreland: Phrase(rawValue: "exempt-paragraph-\(number)")
        case .wales: Phrase(rawValue: "exempt-paragraph-\(number - 11)")
        case .scotland: Phrase(rawValue: "exempt-paragraph-scotland-\(number)")
        }
    }
}

extension Nation {
    /// The number of the schedule that lists what is exempt.
    fileprivate var exemptSchedule: String {
        switch self {
        case .england, .wales: "12A"
        case .scotland: "7A"
        case .northernIreland: "6"
        }
    }

    /// The part of the Act that lists what is exempt.
    fileprivate var exemptLaw: Phrase {
        switch self {
        case .england: .exemptLawEngland
        case .wales: .exemptLawWales
        case .scotland: .exemptLawScotland
        case .northernIreland: .exemptLawNorthernIreland
        }
    }
}
