// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// Every table of data: the one list of which files, metadata and the schema are made.
enum DataTables {
    /// The tables of a round's rows.
    static func tables(of rows: RoundRows) -> [OpenTable] {
        let items = ReportedClass.allCases.compactMap { reported in
            ItemTables.definition(of: reported)?.table(of: rows.items[reported] ?? [])
        }
        return [
            PlaceTables.directorates.table(of: rows.directorates), PlaceTables.units.table(of: rows.units),
            PlaceTables.counts.table(of: rows.counts), PlaceTables.withheld.table(of: rows.withheld),
            PlaceTables.comparators.table(of: rows.comparators),
        ] + items + [
            IndicatorTables.indicators.table(of: rows.indicators), IndicatorTables.figures.table(of: rows.figures),
            IndicatorTables.details.table(of: rows.details),
        ]
    }

    /// What every table is.
    static let descriptions: [TableDescription] =
        [
            PlaceTables.directorates.description, PlaceTables.units.description, PlaceTables.counts.description,
            PlaceTables.withheld.description, PlaceTables.comparators.description,
        ] + ReportedClass.allCases.compactMap { ItemTables.definition(of: $0)?.description } + [
            IndicatorTables.indicators.description, IndicatorTables.figures.description,
            IndicatorTables.details.description,
        ]
}
