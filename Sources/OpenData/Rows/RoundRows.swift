// SPDX-License-Identifier: Apache-2.0

import Layouts
package import Monitoring

/// The rows of a public round, for every table.
struct RoundRows {
    private let round: MonitoringRound
    private let wording: Wording
    private let exemptWording: ExemptWording

    private(set) var directorates: [DirectorateRow] = []
    private(set) var units: [UnitRow] = []
    private(set) var counts: [CountRow] = []
    private(set) var withheld: [WithheldRow] = []
    private(set) var items: [ReportedClass: [ItemRow]] = [:]
    private(set) var indicators: [IndicatorRow] = []
    private(set) var figures: [FigureRow] = []
    private(set) var details: [DetailRow] = []
    private(set) var comparators: [ComparatorRow] = []

    /// - Parameter directorates: those whose returns are asked for, by their identifiers; all of them if it is `nil`.
    init(of edition: PublicRound, directorates wanted: Set<String>? = nil, layouts: LayoutSet) {
        round = edition.content
        wording = layouts.wording
        exemptWording = ExemptWording(wording: wording, nation: round.council.nation)
        let open = edition.openReturns.filter { wanted?.contains($0.directorate) != false }
        let prose = ProseText(of: round, wording: wording)
        for directorate in round.council.directorates where wanted?.contains(directorate.id) != false {
            let own = open.first { $0.directorate == directorate.id }
            add(directorate, own)
            guard let own else { continue }
            let rows = ReturnRowBuilder(of: own, in: round, layouts: layouts, prose: prose)
            items.merge(rows.items) { $0 + $1 }
            indicators += rows.indicators
            figures += rows.figures
            details += rows.details
            addCounts(of: own, directorate)
            addWithheld(of: own, PrintedTables(of: own, in: round, layouts: layouts))
        }
        comparators = round.council.comparators.map { ComparatorRow(id: $0.id, name: $0.name, source: $0.source) }
    }

    private mutating func add(_ directorate: Directorate, _ own: DirectorateReturn?) {
        directorates.append(
            DirectorateRow(
                id: directorate.id,
                name: directorate.name,
                head: directorate.head.title,
                isPublished: own != nil
            )
        )
        for place in directorate.places {
            let classes = ReportedClass.allCases.filter { own?.nilReturns[$0]?.contains(place.id) == true }
            units.append(
                UnitRow(
                    directorate: directorate.id,
                    id: place.id,
                    division: place.division,
                    unit: place.unit,
                    nilReturns: classes.map(\.rawValue)
                )
            )
        }
    }

    /// Counts the rows of each class by status, without withheld rows: the difference between a count and the rows listed would reveal their statuses.
    private mutating func addCounts(of whole: DirectorateReturn, _ directorate: Directorate) {
        let places = directorate.places.map(\.id)
        var own = whole
        own.items.removeAll { $0.exemption != nil }
        own.indicators.removeAll { $0.exemption != nil }
        func isWhole(_ unit: String, _ reported: ReportedClass) -> Bool {
            reported == .indicators
                ? !whole.indicators.contains { $0.exemption != nil && $0.unit == unit }
                : !whole.items.contains { $0.exemption != nil && $0.unit == unit && $0.reportedClass == reported }
        }
        for reported in ReportedClass.allCases {
            let counts = own.statusCounts(of: reported)
            let others = counts.keys.filter { !places.contains($0) }.sorted()
            for unit in places + others {
                guard let counts = counts[unit] else { continue }
                func add(_ status: String, _ code: StatusCode, _ isException: Bool?, _ count: Int) {
                    if count == 0 { return }
                    self.counts.append(
                        CountRow(
                            directorate: own.directorate,
                            unit: unit.isEmpty ? nil : unit,
                            reportedClass: reported.rawValue,
                            status: status.capitalisingFirst,
                            code: code,
                            isException: isException,
                            count: count
                        )
                    )
                }
                for standing in standings {
                    add(standing.word, StatusCode(standing), standing.isException, counts.listed[standing] ?? 0)
                }
                let isRated = reported == .indicators && round.council.ratings != nil
                add(wording.words(isRated ? .notRated : .withoutStatus), .none, nil, counts.withoutStatus)
                // What a total has beyond the rows would count those that are withheld.
                if isWhole(unit, reported) { add(wording.words(.noException), .notListed, false, counts.unlisted) }
            }
        }
    }

    /// How rows of the council can stand, from worst to best.
    private var standings: [StatusCounts.Standing] {
        (round.council.ratings?.steps.reversed() ?? []).map { .step($0) }
            + round.council.statuses.worstFirst.map { .status($0) }
    }

    /// The rows in place of which a public paper says that they are withheld, and under which paragraphs.
    private mutating func addWithheld(of own: DirectorateReturn, _ printed: PrintedTables) {
        var found: [(reported: ReportedClass, exemption: Exemption)] = []
        var comments = SharedComments()
        for (index, item) in own.items.enumerated() {
            let comment = comments.comment(of: item.comment, row: index)
            guard let exemption = item.exemption, printed.list(item, isCommented: comment.saysSomething) else {
                continue
            }
            found.append((item.reportedClass, exemption))
        }
        for indicator in own.indicators {
            guard let exemption = indicator.exemption, printed.list(indicator) else { continue }
            found.append((.indicators, exemption))
        }
        for (reported, exemption) in found {
            let words = exemptWording.words(.withheldRow, exemption)
            let index = withheld.firstIndex {
                $0.directorate == own.directorate && $0.reportedClass == reported.rawValue && $0.printed == words
            }
            if let index {
                withheld[index].count += 1
            } else {
                withheld.append(
                    WithheldRow(
                        directorate: own.directorate,
                        reportedClass: reported.rawValue,
                        printed: words,
                        count: 1
                    )
                )
            }
        }
    }
}

extension StatusCounts.Standing {
    /// The council's word for it.
    fileprivate var word: String {
        switch self {
        case .status(let status): status.word
        case .step(let step): step.word
        }
    }
}

extension PublicRound {
    /// The returns that an open paper appends and none withholds: of a return that is appended as exempt, or whose rows are in the tables of a
    /// paper that is exempt as a whole, nothing is public but its name. A return of which an open paper lists rows, and which none appends, has
    /// tables that nobody prints.
    package var openReturns: [DirectorateReturn] {
        let council = content.council
        var open: Set<String> = []
        var exempt: Set<String> = []
        for paper in content.papers {
            if paper.exemption != nil, paper.printsRows {
                exempt.formUnion(council.directorates(of: paper).map(\.id))
            }
            for appendix in paper.appendices {
                let directorates = council.directorates(in: appendix, of: paper)
                if paper.exemption == nil, appendix.exemption == nil {
                    open.formUnion(directorates)
                } else {
                    exempt.formUnion(directorates)
                }
            }
        }
        return content.returns.filter { open.contains($0.directorate) && !exempt.contains($0.directorate) }
    }
}
