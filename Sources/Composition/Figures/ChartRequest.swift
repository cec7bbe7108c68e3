// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring

/// The charts that an insertion can ask for.
enum ChartKind: CaseIterable {
    /// Counts of rows.
    case counts(ChartRequest.Kind)
    /// The figures of one indicator from period to period.
    case trend

    static let allCases = ChartRequest.Kind.allCases.map { ChartKind.counts($0) } + [.trend]

    /// The first word of the name by which references know the figure.
    var word: String {
        switch self {
        case .counts(let kind): kind.rawValue
        case .trend: "trend"
        }
    }

    /// As an insertion names it: `chart status`.
    var name: String { "\(Prose.chart) \(word)" }

    init?(name: String) {
        guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = kind
    }
}

/// What `{{> chart status of: actions, by: directorate }}` asks for.
struct ChartRequest {
    /// What a chart of counts can show.
    enum Kind: String, CaseIterable {
        /// How many have each status.
        case status
        /// Which share are exceptions, of each directorate or unit.
        case exceptions
        /// Which share is done, of each directorate or unit.
        case complete
    }

    /// What the bars of a chart are for.
    enum Division: String {
        case directorate, unit
        /// The same indicators in each of the latest periods.
        case period
    }

    var kind: Kind
    var classes: [ReportedClass]
    /// `nil` for a chart of all rows together.
    var division: Division?

    /// By what references know the figure: `status-actions`.
    var name: String { ([kind.rawValue] + classes.map(\.rawValue)).joined(separator: "-") }

    /// Reads the options of an insertion, and reports what is wrong with them.
    ///
    /// - Parameter division: that of the document: a paper has directorates, a statement units.
    init?(
        _ kind: Kind,
        _ options: [Prose.Option],
        dividedBy division: Division,
        at location: SourceLocation,
        reportingTo diagnostics: inout DiagnosticList
    ) {
        self.kind = kind
        self.division = kind == .status ? nil : division
        classes = []
        let known = kind == .status ? ["of", "by"] : ["of"]
        for option in options where !known.contains(option.key) {
            diagnostics.report(.unknownOption(option.key, of: ChartKind.counts(kind).name, known: known), at: location)
        }
        let wanted = options.first { $0.key == "of" }?.value ?? ReportedClass.actions.rawValue
        for name in wanted.split(separator: " ").filter({ $0 != "and" }).map(String.init) {
            guard let reported = ReportedClass(rawValue: name) else {
                diagnostics.report(.unknownClass(name), at: location)
                return nil
            }
            if !classes.contains(reported) { classes.append(reported) }
        }
        guard kind == .status, let by = options.first(where: { $0.key == "by" }) else { return }
        self.division = Division(rawValue: by.value)
        switch self.division {
        case division: break
        case .period where classes == [.indicators]: break
        case .period:
            diagnostics.report(.onlyIndicatorsHavePeriods, at: location)
            return nil
        case .directorate, .unit, nil:
            diagnostics.report(.unknownDivision(by.value, known: division), at: location)
            return nil
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var onlyIndicatorsHavePeriods: Self {
        Self(
            .invalidChoice,
            "only indicators have figures of earlier periods, and a chart `by: period` shows these",
            hint: "write `of: indicators`, or leave out `by: period`"
        )
    }

    fileprivate static func unknownDivision(_ name: String, known: ChartRequest.Division) -> Self {
        Self(
            .invalidChoice,
            "a chart here is not divided by `\(name)`",
            hint: "write `by: \(own: known.rawValue)`, or for indicators `by: period`"
        )
    }
}
