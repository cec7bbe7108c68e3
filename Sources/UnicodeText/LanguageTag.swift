// SPDX-License-Identifier: Apache-2.0

/// The tag of a language by BCP 47, in the case that its subtags are written in: `cy`, `en-GB`, `zh-Hant`.
///
/// Languages of two letters are known; of the rest the form is checked and not the registry of subtags. A language that has two letters is not
/// written with three (RFC 5646, 2.2.1): readers that speak do not know it by them.
package struct LanguageTag: Sendable, Hashable {
    /// The tag as it stands in a file.
    package let rawValue: String

    /// - Returns: `nil` if the text is not of the form of a tag.
    package init?(_ text: String) {
        let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let language = subtags.first, (2...3).contains(language.utf8.count),
            language.utf8.allSatisfy(\.isASCIILetter), Self.isKnown(language.lowercased()),
            subtags.dropFirst().allSatisfy({
                (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
            })
        else { return nil }
        // RFC 5646, 2.1.1: a script is written in title case, and a region in capitals, unless either follows a single character.
        var written = [language.lowercased()]
        for subtag in subtags.dropFirst() {
            let isExtension = written.contains { $0.utf8.count == 1 }
            switch subtag.utf8.count {
            case 2 where !isExtension: written.append(subtag.uppercased())
            case 4 where !isExtension: written.append(subtag.prefix(1).uppercased() + subtag.dropFirst().lowercased())
            default: written.append(subtag.lowercased())
            }
        }
        rawValue = written.joined(separator: "-")
    }

    /// The tag of a language by its name in English or its own, or by letters that are not its tag; `nil` for any other text.
    package init?(named name: String) {
        guard let tag = Self.tags[name.lowercased()] else { return nil }
        self.init(tag)
    }

    private static func isKnown(_ language: String) -> Bool {
        language.utf8.count == 2 ? twoLetters.contains(language) : tags[language] == nil
    }

    /// The languages of ISO 639-1.
    private static let twoLetters = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj \
        fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la \
        lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa \
        sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.split(separator: " ").map(String.init)
    )

    /// What officers write in place of the tags of languages that are spoken in councils' areas.
    private static let tags = [
        "arabic": "ar", "ara": "ar", "bengali": "bn", "ben": "bn", "chinese": "zh", "chi": "zh", "zho": "zh",
        "cornish": "kw", "cor": "kw",
        "cymraeg": "cy", "welsh": "cy", "wel": "cy", "cym": "cy", "wl": "cy", "english": "en", "eng": "en",
        "gb": "en-GB", "french": "fr",
        "fra": "fr", "fre": "fr", "gaelic": "gd", "gàidhlig": "gd", "gla": "gd", "german": "de", "deu": "de",
        "ger": "de", "gujarati": "gu",
        "guj": "gu", "hindi": "hi", "hin": "hi", "irish": "ga", "gaeilge": "ga", "gle": "ga", "italian": "it",
        "ita": "it", "lithuanian": "lt",
        "lit": "lt", "manx": "gv", "glv": "gv", "nepali": "ne", "nep": "ne", "polish": "pl", "pol": "pl",
        "portuguese": "pt", "por": "pt",
        "punjabi": "pa", "panjabi": "pa", "pan": "pa", "romanian": "ro", "ron": "ro", "rum": "ro", "russian": "ru",
        "rus": "ru", "scots": "sco",
        "somali": "so", "som": "so", "spanish": "es", "spa": "es", "tamil": "ta", "tam": "ta", "turkish": "tr",
        "tur": "tr", "ukrainian": "uk",
        "ukr": "uk", "urdu": "ur", "urd": "ur",
    ]

    /// The language alone: `en` of `en-GB`.
    package var language: Substring { rawValue.prefix { $0 != "-" } }

    /// Whether words in both need no mark to tell them apart: one language, of which at most one tag says more.
    package func covers(_ other: LanguageTag) -> Bool {
        self == other || language == other.language && (language == rawValue || other.language == other.rawValue)
    }
}

extension UInt8 {
    fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    fileprivate var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
}
