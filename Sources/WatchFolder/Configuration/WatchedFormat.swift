// SPDX-License-Identifier: Apache-2.0

package import Publishing

/// A format that the watch folder keeps current: those that people read.
package enum WatchedFormat: String, Sendable, Hashable, CaseIterable {
    case pdf, html

    /// - Returns: `nil` for a format that is for programs, or for one look.
    package init?(_ format: PublicationRequest.Format) {
        switch format {
        case .pdf: self = .pdf
        case .html: self = .html
        case .png, .tree, .treeJSON, .data: return nil
        }
    }

    /// The format of a file, by the end of its name.
    init?(fileName: String) {
        guard let format = Self.allCases.first(where: { fileName.hasSuffix($0.ending) }) else { return nil }
        self = format
    }

    var format: PublicationRequest.Format { self == .pdf ? .pdf : .html }

    /// What follows the stem in the names of its files.
    var ending: String { self == .pdf ? ".pdf" : ".html" }
}
