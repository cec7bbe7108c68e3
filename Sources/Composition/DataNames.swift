// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// The names that stand for figures and words in text, with what they stand for.
struct DataNames {
    /// What a known name stands for.
    enum Meaning {
        case value(String)
        /// The percentage of no actions, a subtitle that the round has not.
        case noValue
    }

    private var meanings: [String: Meaning] = [:]

    /// The names that any text of a round may use.
    init(of round: MonitoringRound) {
        set("council.name", to: round.council.name)
        set("council.short-name", to: round.council.shortName)
        set("round.title", to: round.round.title)
        set("round.subtitle", to: round.round.subtitle)
        set(
            "round.full-title",
            to: [round.round.title, round.round.subtitle].compactMap(\.self).joined(separator: ", ")
        )
        set("round.year", to: round.round.year.description)
        set("round.point", to: round.round.point.rawValue)
        set("round.as-at", to: round.round.asAt.description)
        set("round.excludes", to: round.round.excludes)
        for directorate in round.council.directorates {
            set("\(directorate.id).name", to: directorate.name)
            set("\(directorate.id).head.title", to: directorate.head.title)
            set("\(directorate.id).head.name", to: round.council.person(directorate.head.person)?.name)
            let directorateReturn = round.directorateReturn(directorate.id)
            set(directorate.id, sharesOf: [directorateReturn].compactMap(\.self))
        }
    }

    /// Adds how much of their plans is on course, for some returns together.
    private mutating func set(_ name: String, sharesOf returns: [DirectorateReturn]) {
        for reportedClass in ReportedClass.allCases {
            let shares = returns.map { $0.notOnTarget(reportedClass) }
            let share = Share(shares.map(\.numerator).reduce(0, +), of: shares.map(\.denominator).reduce(0, +))
            let name = "\(name).\(reportedClass.rawValue)"
            set("\(name).total", to: Quantity.grouped(String(share.denominator)))
            for (part, partOfWhole) in [("not-on-target", share), ("on-course", share.complement)] {
                set("\(name).\(part).count", to: Quantity.grouped(String(partOfWhole.numerator)))
                set("\(name).\(part).percent", to: partOfWhole.percent)
            }
        }
    }

    /// Adds the names of one paper.
    mutating func add(_ source: PaperSource, of round: MonitoringRound) {
        set("subject", to: source.subject)
        set("meeting.date", to: source.meeting.date.description)
        let last = round.council.calendar.lastDayOfPublication(before: source.meeting.date)
        set("meeting.publish-by", to: last.description)
        set("version", to: source.version)
        set("as-at", to: (source.asAt ?? round.round.asAt).description)
        let remit = round.council.directorates(before: source.meeting.body)
        set("remit.names", to: remit.map(\.name).joinedInWords)
        set("remit", sharesOf: remit.compactMap { round.directorateReturn($0.id) })
        guard let body = round.council.body(source.meeting.body) else { return }
        set("body.name", to: body.name)
        set("body.short-name", to: body.shortName)
        set("body.members", to: body.members)
    }

    /// Adds or replaces one name.
    mutating func set(_ name: String, to value: String?) {
        meanings[name] = value.map { .value($0) } ?? .noValue
    }

    /// What a name stands for.
    ///
    /// - Parameter scope: a directorate whose own names need no prefix there; may be empty.
    /// - Returns: nothing where the name is not known.
    func meaning(of name: String, scope: String) -> Meaning? {
        (scope.isEmpty ? nil : meanings["\(scope).\(name)"]) ?? meanings[name]
    }

    /// What a name of the paper stands for, or nothing at all.
    func value(of name: String) -> String {
        if case .value(let value)? = meanings[name] { value } else { "" }
    }

    /// The names that may be meant where a name is not known.
    func known(scope: String) -> [String] {
        let own =
            scope.isEmpty
            ? [] : meanings.keys.filter { $0.hasPrefix(scope + ".") }.map { $0.dropFirst(scope.count + 1) }
        return (own.map(String.init) + meanings.keys).sorted()
    }
}
