// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import PaperTree
import Publication

extension WatchStatus {
    /// For other programs: counts and places, and no words of a paper.
    var json: String {
        object(
            [
                ("title", "\(JSONText(title))"),
                ("council", "\(JSONText(council))"),
                ("updated", "\(JSONText(updated.stamp))"),
                ("milliseconds", "\(Int(duration.inMilliseconds.rounded()))"),
                ("failure", failure.map { "\(JSONText($0))" } ?? "null"),
                ("papers", array(papers.map(json))),
                ("directorates", array(directorates.map(json))),
                ("problems", array(diagnostics.map(json))),
            ],
            between: ",\n  ",
            inside: ("\n  ", "\n")
        ) + "\n"
    }

    private func json(_ paper: Paper) -> String {
        object([
            ("paper", "\(JSONText(paper.id))"),
            ("edition", "\(JSONText(paper.edition.rawValue))"),
            ("state", "\(JSONText(paper.state.rawValue))"),
            ("file", "\(JSONText(paper.file))"),
            ("pages", paper.pages.map { "\($0)" } ?? "null"),
            ("written", paper.written.map { "\(JSONText($0.stamp))" } ?? "null"),
            ("errors", "\(paper.errors)"),
            ("warnings", "\(paper.warnings)"),
        ])
    }

    private func json(_ directorate: DirectorateState) -> String {
        object([
            ("directorate", "\(JSONText(directorate.id))"),
            ("returned", "\(directorate.hasReturned)"),
            ("received", directorate.received.map { "\(JSONText($0.iso8601))" } ?? "null"),
            ("rows", "\(directorate.rows)"),
            ("nil-returns", "\(directorate.nilReturns)"),
            ("errors", "\(directorate.errors)"),
            ("warnings", "\(directorate.warnings)"),
        ])
    }

    private func json(_ diagnostic: Diagnostic) -> String {
        object([
            ("severity", "\(JSONText(diagnostic.severity.rawValue))"),
            ("place", diagnostic.location.map { "\(JSONText($0.place))" } ?? "null"),
        ])
    }

    private func object(
        _ members: [(String, String)],
        between: String = ", ",
        inside: (String, String) = ("", "")
    ) -> String {
        "{" + inside.0 + members.map { "\(JSONText($0.0)): \($0.1)" }.joined(separator: between) + inside.1 + "}"
    }

    private func array(_ values: [String]) -> String {
        values.isEmpty ? "[]" : "[\n    " + values.joined(separator: ",\n    ") + "\n  ]"
    }
}

extension SourceLocation {
    /// Where it is, without the name of the field: a name that an officer made up may say something.
    var place: String {
        var place = self
        place.field = nil
        return place.description
    }
}
