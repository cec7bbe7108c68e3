// SPDX-License-Identifier: Apache-2.0

import Composition
import Diagnostics
import Monitoring
import PaperTree
import ResourceLimits

/// The errors of a workspace by the papers that they make wrong, so that one paper's problems hold up no other.
///
/// An error in a paper's own file fails that paper, one in a return the papers that say something else with the return than without it,
/// any other error all of them. An error that may let out what is exempt (``Diagnostic/isExposure``) also fails the returns that are
/// composed with the paper in which it is.
struct ErrorAttribution {
    /// The errors of every paper.
    private var shared: [Diagnostic] = []
    /// The errors of the files in `papers/`, by the file's name without its extension.
    private(set) var papers: [String: [Diagnostic]] = [:]
    /// The errors of returns, by directorate.
    private var returns: [String: [Diagnostic]] = [:]

    init(_ diagnostics: [Diagnostic], council: Council) {
        for error in diagnostics where error.severity == .error {
            switch error.subject {
            case .paper(let file): papers[file, default: []].append(error)
            case .directorateReturn(let directorate) where council.directorate(directorate) != nil:
                returns[directorate, default: []].append(error)
            default: shared.append(error)
            }
        }
    }

    /// The errors that make a paper wrong.
    ///
    /// - Parameter composition: composes the paper with and without a return that has errors.
    func errors(
        concerning job: PaperJob,
        of round: MonitoringRound,
        in composition: inout PaperComposition
    ) -> [Diagnostic] {
        switch job.content {
        case .paper(_, let file, _): shared + (papers[file] ?? []) + errorsOfReturns(in: job, of: round, &composition)
        case .directorateReturn(let directorate):
            // The classification of a return, and whatever else its pages say of the paper, come from the paper.
            shared
                + composition.papers(appending: directorate).flatMap { papers[$0.file] ?? [] }.filter(\.isExposure)
                + (returns[directorate] ?? [])
        }
    }

    /// The errors of the returns that change what a paper says.
    private func errorsOfReturns(
        in job: PaperJob,
        of round: MonitoringRound,
        _ composition: inout PaperComposition
    ) -> [Diagnostic] {
        if returns.isEmpty { return [] }
        let errors = returns.sorted { $0.key < $1.key }
        let whole = composition.compose(job, of: .restricted(round))?.paper
        // Each return costs a composition.
        if (whole?.nodeCount ?? 0) * returns.count > Limits.mostNodesCompared { return errors.flatMap(\.value) }
        return errors.flatMap { directorate, own in
            let other =
                round.directorateReturn(directorate) != nil
                ? round.without(returnOf: directorate) : round.with(blankReturnOf: directorate)
            // A paper that lists rows lacks those of a return that cannot be read, whether a blank one changes it or not.
            if case .paper(let index, _, _) = job.content, round.papers[index].printsRows,
                round.council.directorates(of: round.papers[index]).contains(where: { $0.id == directorate })
            {
                return own
            }
            return composition.compose(job, of: .restricted(other))?.paper != whole ? own : []
        }
    }
}

extension MonitoringRound {
    fileprivate func without(returnOf directorate: String) -> MonitoringRound {
        var round = self
        round.returns.removeAll { $0.directorate == directorate }
        return round
    }

    /// The round with an empty return in place of one that cannot be read.
    fileprivate func with(blankReturnOf directorate: String) -> MonitoringRound {
        let order = council.directorates.map(\.id)
        let position = order.firstIndex(of: directorate) ?? 0
        var round = self
        round.returns.insert(
            DirectorateReturn(
                directorate: directorate,
                declares: [],
                signatory: "",
                location: SourceLocation(in: SourceFile("", subject: .directorateReturn(directorate)))
            ),
            at: returns.count { order.firstIndex(of: $0.directorate) ?? 0 < position }
        )
        return round
    }
}
