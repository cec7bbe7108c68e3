// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import PaperTree
import Publishing

extension WatchStatus {
    /// For other programs: counts and places, and no words of a paper.
    var json: String { JSONText(Summary(status: self), isPretty: true).description + "\n" }

    private struct Summary: Encodable {
        let status: WatchStatus

        private enum Key: CodingKey {
            case title, council, updated, milliseconds, failure, papers, directorates, problems
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(status.title, forKey: .title)
            try container.encode(status.council, forKey: .council)
            try container.encode(status.updated.stamp, forKey: .updated)
            try container.encode(Int(status.duration.inMilliseconds.rounded()), forKey: .milliseconds)
            try container.encode(status.failure, forKey: .failure)
            try container.encode(status.papers.map(PaperEntry.init), forKey: .papers)
            try container.encode(status.directorates.map(DirectorateEntry.init), forKey: .directorates)
            try container.encode(status.diagnostics.map(Problem.init), forKey: .problems)
        }
    }

    private struct PaperEntry: Encodable {
        let paper: Paper

        private enum Key: CodingKey {
            case paper, edition, state, file, pages, written, errors, warnings
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(paper.id, forKey: .paper)
            try container.encode(paper.edition.rawValue, forKey: .edition)
            try container.encode(paper.state.rawValue, forKey: .state)
            try container.encode(paper.file, forKey: .file)
            try container.encode(paper.pages, forKey: .pages)
            try container.encode(paper.written?.stamp, forKey: .written)
            try container.encode(paper.errors, forKey: .errors)
            try container.encode(paper.warnings, forKey: .warnings)
        }
    }

    private struct DirectorateEntry: Encodable {
        let directorate: DirectorateState

        private enum Key: String, CodingKey {
            case directorate, returned, received, rows, errors, warnings
            case nilReturns = "nil-returns"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(directorate.id, forKey: .directorate)
            try container.encode(directorate.hasReturned, forKey: .returned)
            try container.encode(directorate.received?.iso8601, forKey: .received)
            try container.encode(directorate.rows, forKey: .rows)
            try container.encode(directorate.nilReturns, forKey: .nilReturns)
            try container.encode(directorate.errors, forKey: .errors)
            try container.encode(directorate.warnings, forKey: .warnings)
        }
    }

    private struct Problem: Encodable {
        let diagnostic: Diagnostic

        private enum Key: CodingKey {
            case severity, place
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(diagnostic.severity.rawValue, forKey: .severity)
            try container.encode(diagnostic.location?.place, forKey: .place)
        }
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
