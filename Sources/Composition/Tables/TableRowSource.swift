// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// What one row of a table is made of.
struct TableRowSource {
    enum Subject {
        case item(PlanItem)
        case indicator(Indicator)
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
}

extension TableRowSource {
    /// Where the row was written; `nil` for one that the program makes up.
    var location: SourceLocation? {
        switch subject {
        case .item(let item): item.location
        case .indicator(let indicator): indicator.location
        case .step(let step): step.location
        case .directorate: nil
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

    /// The indicators of a group, or all of them, in the order of the file.
    static func rows(of indicators: [Indicator], group: String?, onlyExceptions: Bool) -> [TableRowSource] {
        var comments = SharedComments()
        return indicators.enumerated().compactMap { index, indicator in
            let comment = comments.comment(of: indicator.comment, row: index)
            guard group == nil || indicator.group == group,
                !onlyExceptions || indicator.isException == true
            else { return nil }
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

/// Follows shared comments down a file.
private struct SharedComments {
    private var last: (reason: Prose, response: Prose, group: Int) = (Prose(), Prose(), -1)

    mutating func comment(of comment: Comment, row: Int) -> (reason: Prose, response: Prose, group: Int) {
        if case .own(let reason, let response) = comment { last = (reason, response, row) }
        return last
    }
}
