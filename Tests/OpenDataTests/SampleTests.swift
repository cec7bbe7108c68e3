// SPDX-License-Identifier: Apache-2.0

import Intake
import Monitoring
import OpenData
import Publishing
import TestSupport
import Testing

/// The samples as data: every public figure of the model is there, and nothing more.
struct SampleTests {
    private static let samples = ["wealdshire-2009", "fenwick-vale-2026-q3", "morhelyg-2027-year-end"]

    private func data(_ sample: String) throws -> (round: PublicRound, files: [DataFile]) {
        let contents = try readWorkspace(
            at: Repository.folder + "/samples/" + sample,
            programLayouts: Repository.program.layouts
        )
        let round = PublicRound(redacting: try #require(contents.round))
        return (round, exportOpenData(round, layouts: contents.layouts))
    }

    private func rows(_ name: String, _ files: [DataFile]) throws -> [[String: String]] {
        let file = try #require(files.first { $0.name == name })
        return try CSVRows(file.bytes, name: name).rows
    }

    /// Millionths: the model's own number is not exact.
    private func rounded(_ number: Double) -> Double { (number * 1_000_000).rounded() }

    @Test(arguments: samples)
    func `figures equal the model`(sample: String) throws {
        let (round, files) = try data(sample)
        var expected: [String] = []
        for own in round.content.returns {
            for indicator in own.indicators where indicator.exemption == nil {
                let own = indicator.figures.map {
                    ("\($0.kind.rawValue) \($0.period.firstDay?.iso8601 ?? "")/\($0.period.lastDay?.iso8601 ?? "")", $1)
                }
                let others = indicator.comparatorFigures.filter { $0.value.value != .absent(.notApplicable) }.map {
                    ("\($0.comparator) \($0.period.firstDay?.iso8601 ?? "")/\($0.period.lastDay?.iso8601 ?? "")", $1)
                }
                let words = [indicator.comparison].compactMap { $0 }.map { ("comparison ", $0) }
                for (key, observation) in own + others + words {
                    let name = "\(indicator.reference ?? "") \(key)"
                    switch observation.value {
                    case .number(let quantity): expected.append("\(name) \(rounded(quantity.approximate))")
                    case .composite(let parts): expected += parts.map { "\(name) \(rounded($0.quantity.approximate))" }
                    case .absent(let absence): expected.append("\(name) \(absence.rawValue)")
                    case .yesOrNo(let isYes): expected.append("\(name) \(isYes ? "Yes" : "No")")
                    case .words(let words): expected.append("\(name) \(words)")
                    }
                }
            }
        }
        let found = try rows("figures.csv", files).map { row in
            let kind = row["kind"] == "comparator" ? row["comparator"] : row["kind"]
            let value = row["value"].flatMap(Double.init).map { "\(rounded($0))" }
            let absence = row["absence"].flatMap { $0.isEmpty ? nil : $0.replacing("-", with: " ") }
            return
                "\(row["ref"] ?? "") \(kind ?? "") \(row["period"] ?? "") \(value ?? absence ?? row["printed"] ?? "")"
        }
        #expect(found.sorted() == expected.sorted())
        #expect(found.count > 50)
    }

    @Test(arguments: samples)
    func `every public row of a plan is there, in its order`(sample: String) throws {
        let (round, files) = try data(sample)
        let names: [(ReportedClass, String)] = [
            (.actions, "actions.csv"), (.activity, "activity.csv"), (.coreServices, "core-services.csv"),
        ]
        for (reported, name) in names {
            let expected = round.content.council.directorates.flatMap { directorate in
                (round.content.directorateReturn(directorate.id)?.items ?? []).filter {
                    $0.reportedClass == reported && $0.exemption == nil
                }
            }
            let found = try rows(name, files)
            #expect(found.map { $0["ref"] } == expected.map { $0.reference ?? "" })
            #expect(found.map { $0["status"]?.lowercased() } == expected.map { $0.status.word.lowercased() })
            #expect(found.map { $0["unit"] } == expected.map(\.unit))
        }
    }

    @Test(arguments: samples)
    func `counts equal the model without the rows that are withheld`(sample: String) throws {
        let (round, files) = try data(sample)
        var found: [String: Int] = [:]
        for row in try rows("counts.csv", files) {
            found["\(row["directorate"] ?? "") \(row["class"] ?? "")", default: 0] +=
                row["count"].flatMap { Int($0) } ?? 0
        }
        for whole in round.content.returns {
            var own = whole
            own.items.removeAll { $0.exemption != nil }
            own.indicators.removeAll { $0.exemption != nil }
            for reported in ReportedClass.allCases {
                let all = whole.statusCounts(of: reported)
                let total = own.statusCounts(of: reported).reduce(0) { sum, unit in
                    let isWhole = all[unit.key]?.unlisted == unit.value.unlisted
                    return sum + unit.value.total - (isWhole ? 0 : unit.value.unlisted)
                }
                #expect(found["\(own.directorate) \(reported.rawValue)"] ?? 0 == total)
            }
        }
    }

    @Test(arguments: samples)
    func `the same round is the same bytes`(sample: String) throws {
        #expect(try data(sample).files == data(sample).files)
    }
}
