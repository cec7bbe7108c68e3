// SPDX-License-Identifier: Apache-2.0

import Layouts
import Monitoring

/// What public papers print of the rows of one return, by the tables that list them: data hold no field that every paper leaves out.
struct PrintedTables {
    /// A table that lists rows of a class.
    private struct Listing {
        var kind: TableKind
        /// Of indicators: only those of this group.
        var group: String?
    }

    private let round: MonitoringRound
    private var listings: [ReportedClass: [Listing]] = [:]
    private var fields: [ReportedClass: Set<String>] = [:]

    init(of own: DirectorateReturn, in round: MonitoringRound, layouts: LayoutSet) {
        self.round = round
        let inPapers = Self.kindsInPapers(listing: own.directorate, of: round, layouts)
        for reported in ReportedClass.allCases {
            var listings: [Listing] = []
            for request in own.tables where request.classes.contains(reported) {
                guard let kind = layouts.tables[request.kind] else { continue }
                listings.append(Listing(kind: kind, group: request.group))
                if let others = kind.others.flatMap({ layouts.tables[$0] }) { listings.append(Listing(kind: others)) }
            }
            let isOfIndicators = reported == .indicators
            for kind in inPapers where kind.rows.ofReturn?.areIndicators == isOfIndicators {
                listings.append(Listing(kind: kind))
            }
            self.listings[reported] = listings
            fields[reported] = Set(
                listings.flatMap(\.kind.columns).flatMap(\.fields).map { $0.detail?.name ?? $0.name.rawValue }
            )
        }
    }

    /// The kinds of tables that open papers put in by themselves, with rows of a directorate's return.
    private static func kindsInPapers(
        listing directorate: String,
        of round: MonitoringRound,
        _ layouts: LayoutSet
    ) -> [TableKind] {
        var names: Set<String> = []
        for paper in round.papers where paper.exemption == nil {
            guard round.council.directorates(of: paper).contains(where: { $0.id == directorate }) else { continue }
            let texts = [paper.body] + (layouts.papers[paper.layout]?.texts ?? [])
            names.formUnion(texts.flatMap(\.insertions))
        }
        return names.sorted().compactMap { layouts.tables[$0] }
    }

    /// Whether a table that lists rows of a class has a field.
    func print(_ field: TableKind.FieldName, of reported: ReportedClass) -> Bool {
        fields[reported]?.contains(field.rawValue) == true
    }

    /// Whether a table that lists rows of a class has a detail.
    func print(detail name: String, of reported: ReportedClass) -> Bool { fields[reported]?.contains(name) == true }

    /// Whether a table prints what is said of a plan item.
    func printComment(of item: PlanItem) -> Bool {
        listings[item.reportedClass]?.contains { $0.kind.prints(commentOf: item) } == true
    }

    /// Whether a table prints what is said of an indicator.
    func printComment(of indicator: Indicator) -> Bool { list(indicator) { $0.printsComments } }

    /// Whether a table lists a plan item, by a row that says that it is withheld where it is exempt.
    func list(_ item: PlanItem, isCommented: Bool) -> Bool {
        listings[item.reportedClass]?.contains {
            $0.kind.rows.ofReturn?.list(item, isCommented: isCommented) == true
        } == true
    }

    /// Whether a table lists an indicator, by a row that says that it is withheld where it is exempt.
    ///
    /// - Parameter isMeant: which kinds of tables.
    func list(_ indicator: Indicator, by isMeant: (TableKind) -> Bool = { _ in true }) -> Bool {
        listings[.indicators]?.contains { listing in
            (listing.group == nil || listing.group == indicator.group) && isMeant(listing.kind)
                && listing.kind.rows.ofReturn?.list(indicator, in: round) == true
        } == true
    }
}
