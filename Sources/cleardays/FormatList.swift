// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Publishing

/// What a command makes of each paper, as it is given on the command line: `pdf,html`.
struct FormatList: ExpressibleByArgument {
    var formats: Set<PublicationRequest.Format>

    init(_ formats: Set<PublicationRequest.Format>) { self.formats = formats }

    init?(argument: String) {
        formats = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let format = PublicationRequest.Format(rawValue: String(name)) else { return nil }
            formats.insert(format)
        }
    }

    var defaultValueDescription: String {
        PublicationRequest.Format.allCases.filter(formats.contains).map(\.rawValue).joined(separator: ",")
    }

    static var allValueStrings: [String] { PublicationRequest.Format.allCases.map(\.rawValue) }
}

extension [FormatList] {
    /// All of them: the option may be given again, `--format html --format pdf`.
    var formats: Set<PublicationRequest.Format> { reduce(into: []) { $0.formUnion($1.formats) } }
}
