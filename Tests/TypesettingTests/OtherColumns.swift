// SPDX-License-Identifier: Apache-2.0

import Geometry

@testable import Typesetting

/// Column widths as other engines have them, to be compared with those that are solved.
struct OtherColumns {
    private let demands: [WidthDemand]

    /// - Parameter padding: at the left and the right of a cell together.
    init(_ table: ShapedTable, padding: Length) {
        demands = table.demands.map { demand in
            var demand = demand
            demand.widen(to: WidthDemand(whole: padding, minimum: padding, natural: padding))
            return demand
        }
    }

    func equal(_ measure: Length) -> [Length] {
        demands.indices.map { measure * ($0 + 1) / demands.count - measure * $0 / demands.count }
    }

    /// In proportion to the longest line of each column's cells.
    func proportional(_ measure: Length) -> [Length] {
        let sum = demands.map(\.natural).total.points
        return demands.map { measure * ($0.natural.points / sum) }
    }

    /// The automatic table layout of CSS 2.1, 17.5.2.2, with the distribution of CSS Tables 3, 3.9.3, for a table whose
    /// width is given: from the minimum of each column towards its maximum, all by the same part of the way; beyond that, in
    /// proportion to the maxima.
    func automatic(_ measure: Length) -> [Length] {
        let least = demands.map(\.minimum).total.points
        let most = demands.map(\.natural).total.points
        let wanted = measure.points
        if wanted >= most { return proportional(measure) }
        if wanted <= least { return demands.map { measure * ($0.minimum.points / least) } }
        let part = (wanted - least) / (most - least)
        return demands.map { $0.minimum + ($0.natural - $0.minimum) * part }
    }
}
