// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import WorkspaceFiles

/// The rules on exempt information, as the readers of files ask for them (``ExemptSigns``, ``NotExempt``).
final class ExemptScreen: ExemptionScreen {
    private var waivers = NotExempt()

    /// A layout speaks of exempt information as the program does, and holds none: there only the marker itself hides the file.
    func mustHide(_ text: SourceText) -> Bool {
        if text.file.hasSuffix(" (program)") { return false }
        let isLayout = text.sourceFile.subject == .layouts
        let index = LineIndex(text.bytes)
        return (1...index.count).contains { number in
            guard let range = index.range(number), ExemptSigns.mayHold(text.bytes[range]) else { return false }
            let line = String(decoding: text.bytes[range], as: UTF8.self)
            return isLayout ? ExemptSigns.holdsMarker(line) : ExemptSigns.areLike(line)
        }
    }

    func resemblesMark(_ name: String, in file: String) -> Bool {
        NotExempt.place(for: file) != nil && ExemptSigns.isLikeName(name)
    }

    func report(_ text: String, at location: () -> SourceLocation, to findings: Findings) -> Bool {
        guard let sign = ExemptSigns.sign(in: text) else { return false }
        let location = location()
        switch sign {
        case .marker: return findings.reportSign(.markerInPlainText, in: [text], at: location)
        case .nearly: return findings.reportSign(.nearlyMarked(in: location.file), in: [text], at: location)
        }
    }

    func waive(_ openings: [(words: String, location: SourceLocation)], in files: String) {
        waivers.add(openings, for: files)
    }

    func isWaived(_ texts: [String], in file: String) -> Bool { waivers.settles(texts, in: file) }

    var waiverDiagnostics: [Diagnostic] { waivers.diagnostics }
}
