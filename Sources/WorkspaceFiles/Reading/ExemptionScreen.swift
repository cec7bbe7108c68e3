// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Judges whether text that is read may be exempt from publication, for readers that know formats and no rules.
///
/// `Intake` implements it. Every reader asks it at the place where it reads, so that a text that is nearly marked as exempt is reported
/// before any later stage could print it, and what may hold one is quoted in no report.
package protocol ExemptionScreen: AnyObject {
    /// The lines of a file that hold anything like a mark, judged by its raw text, so that no parse has to succeed first.
    func suspectLines(of text: SourceText) -> [Int]

    /// Whether the unknown name of a key or a column may be meant to mark something as exempt.
    func resemblesMark(_ name: String, about subject: SourceFile.Subject) -> Bool

    /// Reports a text that would be printed although it is marked as exempt, or nearly so.
    ///
    /// - Returns: whether it was reported.
    func report(_ text: String, at location: () -> SourceLocation, to findings: DiagnosticCollector) -> Bool

    /// Records that texts are for everybody although they open as exempt information does, in all files that are about the same as the
    /// file in which that is written.
    ///
    /// - Parameter openings: the first words of each text, and where they are written.
    func waive(_ openings: [(words: String, location: SourceLocation)])

    /// Whether a text is waived.
    ///
    /// - Parameter texts: what its first words may be: its own, or those of the block around it.
    func isWaived(_ texts: [String], about subject: SourceFile.Subject) -> Bool

    /// Warnings about waivers that match no text. Complete once everything has been read.
    var waiverDiagnostics: [Diagnostic] { get }
}
