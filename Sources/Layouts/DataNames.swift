// SPDX-License-Identifier: Apache-2.0

package import Monitoring
import ResourceLimits

/// The placeholders that officers may write in text, `{{ name }}`, with their values.
package struct DataNames {
    /// The value of a known name.
    package enum Meaning {
        case value(String)
        /// There is none, as for the percentage of no actions, or the subtitle of a round without one.
        case noValue
    }

    private let round: MonitoringRound
    private let wording: Wording
    /// The index of each directorate in `council.directorates`, by identifier.
    private let places: [String: Int]
    /// The returns of the remit of the paper's body.
    private var remit: [DirectorateReturn] = []
    /// The meanings that have been set, and a cache of those that have been computed: figures are computed when first used.
    private var meanings: [String: Meaning] = [:]

    /// The names that any text of a round may use.
    package init(of round: MonitoringRound, wording: Wording) {
        self.round = round
        self.wording = wording
        WorkMeter.count(round.council.directorates.count)
        places = Dictionary(round.council.directorates.enumerated().map { ($1.id, $0) }) { first, _ in first }
        set("council.name", to: round.council.name)
        set("council.short-name", to: round.council.shortName)
        set("round.title", to: round.round.title)
        set("round.subtitle", to: round.round.subtitle)
        set(
            "round.full-title",
            to: [round.round.title, round.round.subtitle].compactMap(\.self).joined(separator: ", ")
        )
        set("round.year", to: round.round.year.description)
        set("round.point", to: round.round.period.span.name)
        set("round.period", to: wording.words(round.round.period))
        set("round.period-in-full", to: wording.fullWords(round.round.period))
        set("round.as-at", to: wording.words(round.round.asAt))
        set("round.excludes", to: round.round.excludes)
    }

    /// Adds the names of one paper.
    package mutating func add(_ source: PaperSource, of round: MonitoringRound) {
        set("subject", to: source.subject)
        set("meeting.date", to: wording.words(source.meeting.date))
        let last = round.council.calendar.lastDayOfPublication(before: source.meeting.date)
        set("meeting.publish-by", to: wording.words(last))
        set("meeting.notice-by", to: round.lastDayOfNotice(of: source).map { wording.words($0) })
        set("key-decision", to: source.keyDecision?.reference)
        set("version", to: source.version)
        set("as-at", to: wording.words(source.asAt ?? round.round.asAt))
        let directorates = round.council.directorates(of: source)
        set("remit.names", to: wording.words(list: directorates.map(\.name)))
        let known = Set(directorates.map(\.id))
        remit = round.returns.filter { known.contains($0.directorate) }
        guard let body = round.council.body(source.meeting.body) else { return }
        set("body.name", to: body.name)
        set("body.short-name", to: body.shortName)
        set("body.members", to: body.members)
    }

    /// Adds or replaces one name.
    package mutating func set(_ name: String, to value: String?) {
        meanings[name] = value.map { .value($0) } ?? .noValue
    }

    /// The value of a name.
    ///
    /// - Parameter scope: a directorate whose own names need no prefix there; may be empty.
    /// - Returns: `nil` if the name is not known.
    package mutating func meaning(of name: String, scope: String) -> Meaning? {
        (scope.isEmpty ? nil : meaning(of: "\(scope).\(name)")) ?? meaning(of: name)
    }

    private mutating func meaning(of name: String) -> Meaning? {
        if let known = meanings[name] { return known }
        guard let found = computed(name) else { return nil }
        meanings[name] = found
        return found
    }

    /// The meaning of a name that begins with a directorate's identifier or with `remit`, or `nil` if there is none.
    private func computed(_ name: String) -> Meaning? {
        guard let point = name.firstIndex(of: ".") else { return nil }
        let (owner, rest) = (String(name[..<point]), String(name[name.index(after: point)...]))
        if owner == "remit" { return share(rest, of: remit) }
        guard let place = places[owner] else { return nil }
        let directorate = round.council.directorates[place]
        switch rest {
        case "name": return .value(directorate.name)
        case "head.title": return .value(directorate.head.title)
        case "head.name":
            return round.council.person(directorate.head.person).map { .value($0.name) } ?? .noValue
        default: return share(rest, of: [round.directorateReturn(owner)].compactMap(\.self))
        }
    }

    /// How much of the plans of some returns together is on course: `actions.on-course.percent`.
    private func share(_ name: String, of returns: [DirectorateReturn]) -> Meaning? {
        guard let point = name.firstIndex(of: "."), let reported = ReportedClass(rawValue: String(name[..<point]))
        else {
            return nil
        }
        func share() -> Share {
            let shares = returns.map { $0.notOnTarget(reported) }
            return Share(shares.map(\.numerator).reduce(0, +), of: shares.map(\.denominator).reduce(0, +))
        }
        func count(_ number: Int) -> Meaning { .value(wording.words(count: number)) }
        func percent(_ share: Share) -> Meaning { share.percent.map { .value($0) } ?? .noValue }
        switch name[name.index(after: point)...] {
        case "total": return count(share().denominator)
        case "not-on-target.count": return count(share().numerator)
        case "not-on-target.percent": return percent(share())
        case "on-course.count": return count(share().complement.numerator)
        case "on-course.percent": return percent(share().complement)
        default: return nil
        }
    }

    /// The names of a return's figures, without the directorate's prefix.
    private static let namesOfShares = ReportedClass.allCases.flatMap { reported in
        ["total", "not-on-target.count", "not-on-target.percent", "on-course.count", "on-course.percent"]
            .map { "\(reported.rawValue).\($0)" }
    }

    /// The value of a name of the paper, or an empty string.
    package func value(of name: String) -> String {
        if case .value(let value)? = meanings[name] { value } else { "" }
    }

    /// Every known name, for the hint at an unknown one.
    package func known(scope: String) -> [String] {
        WorkMeter.count(round.council.directorates.count * (Self.namesOfShares.count + 3))
        let own = ["name", "head.title", "head.name"] + Self.namesOfShares
        let all = round.council.directorates.flatMap { directorate in own.map { "\(directorate.id).\($0)" } }
        let names = Set(all + meanings.keys + Self.namesOfShares.map { "remit.\($0)" })
        return ((places[scope] == nil ? [] : own) + names).sorted()
    }
}
