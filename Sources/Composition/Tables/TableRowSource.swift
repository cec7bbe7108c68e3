// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring

/// What one row of a table is made of.
struct TableRowSource {
    enum Subject {
        case item(PlanItem)
        case indicator(Indicator)
        case change(IndicatorChange)
        case directorate(Directorate, Share)
        case step(PaperSource.RouteStep)
    }

    var subject: Subject
    /// The unit or division that it belongs to.
    var place: String?
    /// Its own, or those of the row whose comment it shares.
    var reason = Prose()
    var response = Prose()
    /// Where the row is not for publication.
    var exemption: Exemption?
    /// Rows next to each other with the same number share one comment.
    var commentGroup: Int
    /// Whether there are such rows.
    var sharesComment = false
}

extension TableRowSource {
    /// Where the row was written; `nil` for one that the program makes up.
    var location: SourceLocation? {
        switch subject {
        case .item(let item): item.location
        case .indicator(let indicator): indicator.location
        case .change(let change): change.indicator.location
        case .step(let step): step.location
        case .directorate: nil
        }
    }

    /// The rows of a return that a table lists, in the order of their files.
    ///
    /// - Parameters:
    ///   - classes: those of plan items.
    ///   - group: that of indicators, or `nil` for all of them.
    static func rows(
        _ rows: TableKind.ReturnRows,
        of directorateReturn: DirectorateReturn,
        classes: [ReportedClass],
        group: String? = nil,
        in round: MonitoringRound
    ) -> [TableRowSource] {
        switch rows {
        case .exceptions, .items, .commented:
            self.rows(of: directorateReturn.items, classes: classes) { rows.list($0, isCommented: $1) }
        case .indicatorChanges:
            directorateReturn.indicatorChanges.enumerated().map { index, change in
                TableRowSource(
                    subject: .change(change),
                    place: change.indicator.unit,
                    exemption: change.exemption,
                    commentGroup: index
                )
            }
        case .indicators, .indicatorExceptions, .indicatorsOffTarget, .indicatorsMoved:
            self.rows(of: directorateReturn.indicators) { indicator in
                (group == nil || indicator.group == group) && rows.list(indicator, in: round)
            }
        }
    }

    /// The plan items of some classes, in the order of the file.
    ///
    /// - Parameter isListed: which of them.
    static func rows(
        of items: [PlanItem],
        classes: [ReportedClass],
        where isListed: (_ item: PlanItem, _ isCommented: Bool) -> Bool
    ) -> [TableRowSource] {
        var comments = SharedComments()
        return items.enumerated().compactMap { index, item in
            let comment = comments.comment(of: item.comment, row: index)
            guard classes.contains(item.reportedClass),
                isListed(item, !comment.reason.isEmpty || !comment.response.isEmpty)
            else { return nil }
            return TableRowSource(
                subject: .item(item),
                place: item.unit,
                reason: comment.reason,
                response: comment.response,
                exemption: item.exemption,
                commentGroup: comment.group
            )
        }
    }

    /// The indicators that are listed, in the order of the file.
    private static func rows(
        of indicators: [Indicator],
        where isListed: (Indicator) -> Bool
    ) -> [TableRowSource] {
        var comments = SharedComments()
        return indicators.enumerated().compactMap { index, indicator in
            let comment = comments.comment(of: indicator.comment, row: index)
            guard isListed(indicator) else { return nil }
            return TableRowSource(
                subject: .indicator(indicator),
                place: indicator.unit,
                reason: comment.reason,
                response: comment.response,
                exemption: indicator.exemption,
                commentGroup: comment.group
            )
        }
    }
}

extension IndicatorChange {
    /// Where the row is not for publication: it also says what the indicator was.
    fileprivate var exemption: Exemption? {
        guard case .redefined(let indicator, let former) = self else { return indicator.exemption }
        return indicator.exemption ?? former.exemption
    }
}
