// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import WorkspaceFiles

/// The rules on exempt information, as the readers of files ask for them (``ExemptSigns``, ``ExemptionWaivers``).
final class ExemptSignScreen: ExemptionScreen {
    private var waivers = ExemptionWaivers()

    /// A layout speaks of exempt information as the program does, and holds none: there only the marker itself counts.
    func suspectLines(of text: SourceText) -> [Int] {
        let subject = text.sourceFile.subject
        if subject == .program { return [] }
        let index = text.lines
        return (1...index.count).filter { number in
            guard let range = index.range(number), ExemptSigns.mayHold(text.bytes[range]) else { return false }
            let line = text.words(in: range)
            return subject == .layouts ? ExemptSigns.holdsMarker(line) : ExemptSigns.areLike(line)
        }
    }

    func resemblesMark(_ name: String, about subject: SourceFile.Subject) -> Bool {
        ExemptionWaivers.keyLocation(for: subject) != nil && ExemptSigns.isLikeName(name)
    }

    func report(_ text: String, at location: () -> SourceLocation, to findings: DiagnosticCollector) -> Bool {
        guard let sign = ExemptSigns.sign(in: text) else { return false }
        let location = location()
        switch sign {
        case .marker: return findings.reportSign(.markerInPlainText, in: [text], at: location)
        case .nearly:
            return findings.reportSign(
                .nearlyMarked(about: location.sourceFile.subject),
                in: [text],
                at: location
            )
        }
    }

    func waive(_ openings: [(words: String, location: SourceLocation)]) { waivers.add(openings) }

    func isWaived(_ texts: [String], about subject: SourceFile.Subject) -> Bool {
        waivers.matches(texts, about: subject)
    }

    var waiverDiagnostics: [Diagnostic] { waivers.diagnostics }
}
