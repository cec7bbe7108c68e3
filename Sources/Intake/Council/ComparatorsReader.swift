// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import ResourceLimits
import WorkspaceFiles

/// Reads with whom a council compares its indicators.
struct ComparatorsReader {
    let findings: DiagnosticCollector

    /// The comparators in the order of the file. Columns of returns call one by its identifier or its name: no two have one in common.
    func read(_ entries: [(name: YAMLEntry, form: FilledForm)]) -> [Comparator] {
        if entries.count > Limits.mostComparators {
            findings.report(.tooManyComparators, at: entries[Limits.mostComparators].name.location)
        }
        var taken: Set<String> = []
        return entries.prefix(Limits.mostComparators).map { entry, form in
            let comparator = Comparator(
                id: entry.key,
                name: form.words(ComparatorForm.name),
                source: form.words(ComparatorForm.source)
            )
            let place = form.mentions(ComparatorForm.name) ? form.location(of: ComparatorForm.name) : form.location
            for name in Set([comparator.id, comparator.name].map(\.comparedName)).sorted()
            where !name.isEmpty {
                if Indicator.FigureKey.Kind(rawValue: name) != nil {
                    findings.report(.comparatorLikeFigures(name), at: place)
                } else if !taken.insert(name).inserted {
                    findings.report(.repeatedComparator(name), at: place)
                }
            }
            return comparator
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var tooManyComparators: Self {
        Self(
            .tooManyEntries,
            "there are more than \(Limits.mostComparators) comparators",
            hint: "this one and those after it are not read"
        )
    }

    fileprivate static func comparatorLikeFigures(_ name: String) -> Self {
        Self(
            .reservedIdentifier,
            "`\(name.shortened)` cannot be a comparator: columns of own figures are called so",
            hint: "call it after those whose figures it has: `england`, `neighbours`"
        )
    }

    fileprivate static func repeatedComparator(_ name: String) -> Self {
        Self(
            .repeatedIdentifier,
            "two comparators are called `\(name.shortened)`",
            hint: "columns of returns name a comparator by its identifier or its name: give each its own"
        )
    }
}
