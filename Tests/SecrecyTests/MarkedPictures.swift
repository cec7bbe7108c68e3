// SPDX-License-Identifier: Apache-2.0

import TestSupport

extension Placement {
    /// Pictures in exempt passages: what they show, what is said of them, and what else is in their files.
    static var markedPictures: [Placement] {
        [ProsePlace.body, .statement].flatMap { place in
            [
                Placement("\(place.rawValue): a picture of a passage") { secret, round in
                    let text = "![A plan of \(secret.word)](plan.png \"The bid of \(secret.word)\")"
                    place.put("> [!EXEMPT 3]\n> The plan.\n>\n> \(text)\n>\n> After it.", in: &round)
                    round.pictures["plan.png"] = picture(of: secret)
                },
                Placement("\(place.rawValue): the name of a picture", isPrinted: false) { secret, round in
                    place.put("> [!EXEMPT 3]\n> The plan.\n>\n> ![A plan](\(secret.word).png)", in: &round)
                    round.pictures["\(secret.word).png"] = picture(of: secret)
                },
                Placement("\(place.rawValue): a picture that is not there", .refused) { secret, round in
                    place.put("> [!EXEMPT 3]\n> The plan.\n>\n> ![A plan](\(secret.word).png)", in: &round)
                },
                Placement("\(place.rawValue): a picture that is damaged", .refused) { secret, round in
                    place.put("> [!EXEMPT 3]\n> The plan.\n>\n> ![\(secret.word)](plan.png)", in: &round)
                    round.pictures["plan.png"] = Array(picture(of: secret).dropLast(30))
                },
                Placement("\(place.rawValue): a picture that says nothing", .refused) { secret, round in
                    place.put("> [!EXEMPT 3]\n> The plan.\n>\n> ![](\(secret.word).png \"\(secret.word)\")", in: &round)
                },
            ]
        }
    }

    private static func picture(of secret: Secret) -> [UInt8] {
        let colour: [UInt8] = secret.isFirst ? [200, 0, 0] : [0, 0, 200]
        var file = PNGFile(width: secret.isFirst ? 30 : 70, height: 20, colour: colour)
        file.chunks = [("tEXt", Array("Author\0\(secret.word)".utf8))]
        return file.bytes
    }
}

extension Placement {
    fileprivate init(
        _ name: String,
        isPrinted: Bool = true,
        _ put: @escaping @Sendable (Secret, inout SecretRound) -> Void
    ) {
        self.init(name, .published, isPrinted: isPrinted, put)
    }
}
