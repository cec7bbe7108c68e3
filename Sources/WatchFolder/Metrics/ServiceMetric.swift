// SPDX-License-Identifier: Apache-2.0

/// What the service counts and measures.
enum ServiceMetric: String, CaseIterable {
    case papersMade = "cleardays_papers_made_total"
    case papersFailed = "cleardays_papers_failed_total"
    case stageSeconds = "cleardays_stage_seconds_total"
    case workerFaults = "cleardays_worker_faults_total"
    case drops = "cleardays_drops_total"
    case papers = "cleardays_papers"
    case paperWritten = "cleardays_paper_written_timestamp_seconds"
    case paperFailing = "cleardays_paper_failing"
    case publicationDays = "cleardays_publication_days"
    case filesWaiting = "cleardays_files_waiting"
    case dropsWaiting = "cleardays_drops_waiting"
    case failing = "cleardays_failing"
    case alive = "cleardays_alive_timestamp_seconds"

    var declaration: TextMetrics.Declaration { .init(name: rawValue, kind: kind, help: help) }

    private var kind: TextMetrics.Declaration.Kind {
        switch self {
        case .papersMade, .papersFailed, .stageSeconds, .workerFaults, .drops: .counter
        case .papers, .paperWritten, .paperFailing, .publicationDays, .filesWaiting, .dropsWaiting, .failing, .alive:
            .gauge
        }
    }

    private var help: String {
        switch self {
        case .papersMade: "Papers that were made and written."
        case .papersFailed: "Attempts at a paper that found errors in it."
        case .stageSeconds: "Time that the stages of making papers took, of all threads."
        case .workerFaults: "Workers that ended at their work."
        case .drops: "Returns that were dropped into the inbox, by what became of them."
        case .papers: "Papers of the round, by their state."
        case .paperWritten: "When each paper was written last, in seconds since 1970."
        case .paperFailing: "Whether a paper has errors, or cannot be written: 1 if so."
        case .publicationDays: "Days until the last day of publication of each paper; below zero when it has passed."
        case .filesWaiting: "Changed files that are still to be read."
        case .dropsWaiting: "Returns in the inbox that are still to be checked."
        case .failing: "Whether the service cannot do what it should: 1 if so."
        case .alive: "When this was written, in seconds since 1970."
        }
    }
}
