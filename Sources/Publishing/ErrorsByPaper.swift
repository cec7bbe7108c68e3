// SPDX-License-Identifier: Apache-2.0

import Composition
import Diagnostics
import Layouts
import Monitoring
import PaperTree
import ResourceLimits

/// The errors of a workspace by the papers that they make wrong.
///
/// An error in a paper's own file fails that paper, one in a return the papers in which that return has a part, any other error
/// all of them.
struct ErrorsByPaper {
    private var everybodys: [Diagnostic] = []
    /// By the file in `papers/`, without its ending.
    private(set) var papers: [String: [Diagnostic]] = [:]
    /// By directorate.
    private var returns: [String: [Diagnostic]] = [:]

    init(_ diagnostics: [Diagnostic], council: Council) {
        for error in diagnostics where error.severity == .error {
            if let file = error.paperFile {
                papers[file, default: []].append(error)
            } else if let directorate = error.directorate, council.directorate(directorate) != nil {
                returns[directorate, default: []].append(error)
            } else {
                everybodys.append(error)
            }
        }
    }

    /// The errors that make a paper wrong. Those of a return do where the paper says something else with the return than without
    /// it.
    ///
    /// - Parameters:
    ///   - file: the file in `papers/` that the paper is written in; nothing for a return alone.
    ///   - directorate: whose return it is, where it is one alone.
    ///   - layouts: by which it is known which papers append the return.
    ///   - compose: makes the paper of a round.
    func concerning(
        _ file: String?,
        directorate: String? = nil,
        in round: MonitoringRound,
        layouts: LayoutSet,
        compose: (MonitoringRound) -> Paper?
    ) -> [Diagnostic] {
        var found = everybodys + (file.flatMap { papers[$0] } ?? [])
        if let directorate {
            // Its classification, and whatever else its pages say of the paper, come from the paper.
            for paper in AppendixComposer(layouts: layouts).papers(appending: directorate, in: round) {
                found += (papers[paper.file] ?? []).filter(\.isExposure)
            }
            return found + (returns[directorate] ?? [])
        }
        if returns.isEmpty { return found }
        let whole = compose(round)
        // To find out costs a composition for each return.
        if (whole?.nodeCount ?? 0) * returns.count > Limits.mostNodesCompared {
            return found + returns.sorted(by: { $0.key < $1.key }).flatMap(\.value)
        }
        for (directorate, own) in returns.sorted(by: { $0.key < $1.key }) {
            if round.directorateReturn(directorate) != nil {
                var without = round
                without.returns.removeAll { $0.directorate == directorate }
                if compose(without) != whole { found += own }
                continue
            }
            let order = round.council.directorates.map(\.id)
            let place = order.firstIndex(of: directorate) ?? 0
            var with = round
            with.returns.insert(
                .blank(directorate),
                at: round.returns.count { order.firstIndex(of: $0.directorate) ?? 0 < place }
            )
            if compose(with) != whole { found += own }
        }
        return found
    }
}

extension Diagnostic {
    /// The file in `papers/` that it is about, without its ending.
    var paperFile: String? {
        guard let file = location?.file, file.hasPrefix("papers/"), file.hasSuffix(".md") else { return nil }
        return String(file.dropFirst(7).dropLast(3))
    }

    /// The directorate in whose return it is.
    var directorate: String? {
        guard let parts = location?.file.split(separator: "/"), parts.count > 1, parts[0] == "returns" else {
            return nil
        }
        return String(parts[1])
    }
}

extension DirectorateReturn {
    /// Stands in for a return of which nothing can be read.
    fileprivate static func blank(_ directorate: String) -> DirectorateReturn {
        DirectorateReturn(
            directorate: directorate,
            declares: [],
            signatory: "",
            location: SourceLocation(file: "")
        )
    }
}
