// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import Glibc
package import PaperTree
import WorkspaceFiles

extension Audience {
    /// The mark in the name of every file that is not for publication: whoever sees the name alone is warned.
    package static let restrictedMark = ".RESTRICTED"

    /// The name of a paper's files without their extensions: `cabinet`, or `cabinet.RESTRICTED`.
    package func stem(of paper: String) -> String { self == .restricted ? paper + Self.restrictedMark : paper }
}

extension Edition {
    /// The name of a paper's files without their extensions.
    package func stem(of paper: String) -> String { audience.stem(of: paper) }
}

/// The names of files that are not for publication, in a folder of such files.
///
/// Before version 0.2 they were called as their twins for everybody are.
package enum RestrictedNames {
    /// Gives the files of papers that have an old name their new one.
    ///
    /// - Parameter papers: by their identifiers; files of other names are left alone.
    /// - Returns: the old names of the files that have been renamed.
    package static func renameFormerFiles(of papers: some Sequence<String>, in folder: String) -> [String] {
        let names = Set(names(in: folder))
        var renamed: [String] = []
        for paper in papers {
            for name in names.sorted() {
                guard let new = newName(of: name, paper: paper), !names.contains(new),
                    rename("\(folder)/\(name)", "\(folder)/\(new)") == 0
                else { continue }
                renamed.append(name)
            }
        }
        return renamed
    }

    /// The same for the PDFs of drafts that were circulated, of whatever paper.
    package static func renameFormerFiles(circulatedIn workspace: String) -> [String] {
        var renamed: [String] = []
        for paper in names(in: "\(workspace)/circulated") {
            for draft in names(in: "\(workspace)/circulated/\(paper)") {
                let folder = "circulated/\(paper)/\(draft)/restricted"
                let stems = names(in: "\(workspace)/\(folder)").filter { $0.hasSuffix(".pdf") && !isMarked($0) }
                    .map { String($0.dropLast(4)) }
                renamed += renameFormerFiles(of: stems, in: "\(workspace)/\(folder)").map { "\(folder)/\($0)" }
            }
        }
        return renamed
    }

    /// What is in a folder of files that are not for publication and does not say so by its name.
    package static func unmarkedFiles(in folder: String) -> [Diagnostic] {
        names(in: folder).filter { name in
            !isMarked(name) && [".pdf", ".html", ".png", ".txt", ".json"].contains { name.hasSuffix($0) }
        }.map { name in
            Diagnostic(.unmarkedFile(name, in: folder), at: nil)
        }
    }

    private static func isMarked(_ name: String) -> Bool { name.contains(Audience.restrictedMark) }

    /// The new name of a file of a paper; `nil` where it is not one, or has its new name already.
    private static func newName(of name: String, paper: String) -> String? {
        guard name.hasPrefix(paper) else { return nil }
        let ending = name.dropFirst(paper.count)
        let isPage =
            ending.hasPrefix("-") && ending.hasSuffix(".png") && ending.dropFirst().dropLast(4).allSatisfy(\.isNumber)
        if ending == "-proof.pdf" { return Edition.restricted.stem(of: paper + "-proof") + ".pdf" }
        guard isPage || [".pdf", ".txt", ".problems.txt"].contains(ending) else { return nil }
        return Edition.restricted.stem(of: paper) + ending
    }

    private static func names(in folder: String) -> [String] { (try? DiskFiles(root: folder).names(in: "")) ?? [] }
}

extension Diagnostic.Message {
    fileprivate static func unmarkedFile(_ name: String, in folder: String) -> Self {
        Self(
            .unmarkedRestrictedFile,
            "\(own: folder)/\(own: name) is among what is not for publication, and does not say so by its name",
            hint: "take it away where it is of no use any more, or put \(own: Audience.restrictedMark) into its name"
        )
    }
}
