// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import TestSupport
import WorkspaceFiles

/// A Markdown text as the body of a paper or as a statement, with a marked passage put between two of its lines.
struct MarkdownFuzzing {
    let session: FuzzSession

    /// Where the text goes.
    private enum Place: CaseIterable {
        case paper, statement, introduction
    }

    func run(_ bytes: [UInt8]) throws {
        let (place, rest) = bytes.choosing(among: Place.allCases)
        let (line, content) = (Int(rest.first ?? 0), Array(rest.dropFirst()))
        try checkProse(content.text)
        var secret = ExemptRound.secret
        let isExported = bytes.fingerprint % 4 == 1
        let first = try compose(content, in: place, planting: secret, after: line, isExported: isExported)
        if bytes.fingerprint % 4 == 0 {
            // What the public sees is the same whatever the secret is.
            secret = ExemptRound.otherSecret
            let second = try compose(content, in: place, planting: secret, after: line)
            try require(first == second, "a public paper depends on what is exempt")
        }
    }

    private func compose(
        _ content: [UInt8],
        in place: Place,
        planting secret: String,
        after line: Int,
        isExported: Bool = false
    ) throws
        -> [String]
    {
        var round = ExemptRound(starter: try session.starter(), secret: secret)
        let text = content.planting(ExemptRound.passage(holding: secret), afterLine: line)
        switch place {
        case .paper: round.paperBody = text
        case .statement: round.statement = text
        case .introduction: round.introduction = text
        }
        let end = isExported ? WorkspaceRun.Stage.export : .composition
        return try WorkspaceRun(session: session, secrets: [secret], end: end).run(round.files)
    }

    /// The text alone is read the same way twice, and its places are in it.
    private func checkProse(_ text: String) throws {
        let readings = (0..<2).map { _ in
            let findings = DiagnosticCollector()
            let origin = TextOrigin(start: SourceLocation(file: "a.md", line: 1, column: 1))
            let result = MarkdownReader(findings: findings).read(text, origin: origin)
            return (prose: result.prose, diagnostics: findings.report(), waivers: result.waivers)
        }
        try require(readings[0].prose == readings[1].prose, "the prose differs")
        try require(readings[0].diagnostics == readings[1].diagnostics, "the diagnostics differ")
        try require(readings[0].waivers.map(\.text) == readings[1].waivers.map(\.text), "the waivers differ")
        let bytes = Array(text.utf8)
        let index = LineIndex(bytes)
        for lines in readings[0].waivers.compactMap(\.lines) {
            try require(lines.upperBound <= index.count, "a waiver is for line \(lines.upperBound)")
        }
        for place in readings[0].diagnostics.compactMap(\.location) where place.line > 0 {
            let length = index.line(place.line, of: bytes)?.unicodeScalars.count
            try require(place.column <= (length ?? -1) + 1, "\(place) is not in the text")
        }
    }

    static func seeds() throws -> [[UInt8]] {
        var seeds: [[UInt8]] = [
            "\0\u{3}# One\n\n- a\n  - b\n\n1. c\n\n> quoted\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n\n**s** *e* `c` [l](https://a.example)\n",
            "\u{1}\u{0}> [!EXEMPT 3]\n> In it.\n>\n> - item\n\nText[^flood] {{ actions.total }}.\n",
            "\u{2}\u{1}Words\n\n> [!EXEMPT 3]\n> more\n",
            "\u{1}\u{2}<!-- waive figure-differs: of girls -->\n- one\n<!-- waive\nrepeated-text: so -->\n- two\n",
        ].map { Array($0.utf8) }
        let disk = DiskFiles(root: Repository.sample)
        for path in try disk.tree().keys.sorted() where path.hasSuffix(".md") {
            let text = (try disk.bytes(of: path) ?? []).text
            let body =
                text.hasPrefix("---\n")
                ? text.split(separator: "\n---\n", maxSplits: 1).last.map(String.init) ?? "" : text
            seeds.append([path.hasPrefix("papers") ? 0 : 1, 5] + Array(body.utf8.prefix(3000)))
        }
        return seeds
    }
}

extension [UInt8] {
    /// The text with another between two of its lines.
    func planting(_ other: String, afterLine line: Int) -> [UInt8] {
        var lines = split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        lines.insert(Array(other.utf8), at: Swift.min(line, lines.count))
        return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }
}
