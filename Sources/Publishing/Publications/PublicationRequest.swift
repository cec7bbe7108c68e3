// SPDX-License-Identifier: Apache-2.0

import Parallelism

/// What is asked for of a workspace.
package struct PublicationRequest: Sendable, Hashable {
    /// What is made of a paper, or of the round.
    package enum Format: String, Sendable, Hashable, Codable, CaseIterable {
        case pdf
        /// One file for the web, which needs no other.
        case html
        /// One image a page.
        case png
        /// What the paper says, as text.
        case tree
        /// The same as JSON.
        case treeJSON = "tree-json"
        /// The figures of the round as data for programs: of its public edition, and of no paper.
        case data

        /// Whether it is made of pages, for which the paper has to be typeset. HTML is made of what the paper says alone.
        var hasPages: Bool {
            switch self {
            case .pdf, .png, .tree, .treeJSON: true
            case .html, .data: false
            }
        }
    }

    /// The folder that holds `council.yaml`.
    package var workspace: String
    /// Papers by their identifiers; all of them where neither papers nor appendices are named.
    package var papers: [String]
    /// Directorates whose returns are wanted alone.
    package var appendices: [String]
    /// In place of the council's own theme.
    package var theme: String?
    /// What is made of each paper, and of the round, all in one run.
    package var formats: Set<Format>
    /// Whether the PDF of each paper carries the data of the returns that it appends or lists, as embedded files: it is PDF/A-3a then.
    package var attachesData: Bool
    /// When PDFs say that they were made, in seconds since 1970, in place of the day of each paper.
    package var madeAt: Int?
    /// Where editions that are not for publication are kept, if that is known: what is there tells whether a ledger is missing.
    package var restrictedFolder: String?
    /// The most threads that a run may work on.
    package static let mostJobs = Jobs.most
    /// How many threads make papers; what they make is the same for any number.
    package var jobs: Int

    package init(
        workspace: String,
        papers: [String] = [],
        appendices: [String] = [],
        theme: String? = nil,
        formats: Set<Format> = [.pdf],
        attachesData: Bool = false,
        madeAt: Int? = nil,
        restrictedFolder: String? = nil,
        jobs: Int = 1
    ) {
        self.workspace = workspace
        self.papers = papers
        self.appendices = appendices
        self.theme = theme
        self.formats = formats
        self.attachesData = attachesData
        self.madeAt = madeAt
        self.restrictedFolder = restrictedFolder
        self.jobs = jobs
    }

    /// Whether figures leave as data, by themselves or in a PDF.
    var makesData: Bool { formats.contains(.data) || attachesData && formats.contains(.pdf) }
}
