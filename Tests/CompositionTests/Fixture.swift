// SPDX-License-Identifier: Apache-2.0

import Composition
import Diagnostics
import Intake
import Layouts
import Monitoring
import PaperTree
import Publishing
import TestSupport
import Testing

/// A small round, and the program's own layouts.
struct Fixture {
    static let place = SourceLocation(file: "papers/cabinet.md", line: 1, column: 1)

    var round: MonitoringRound
    var layouts: LayoutSet

    init() throws {
        let contents = try readWorkspace(at: Repository.program.starter, programLayouts: Repository.program.layouts)
        layouts = contents.layouts
        let date = try #require(CalendarDate("2009-11-30"))
        let asAt = try #require(CalendarDate("2009-09-30"))
        round = MonitoringRound(
            council: Council(
                name: "Test Council",
                shortName: "TC",
                nation: .england,
                language: "en-GB",
                bodies: [
                    Body(
                        id: "cabinet",
                        name: "Cabinet",
                        shortName: "Cabinet",
                        kind: .executive,
                        members: "Cabinet Members"
                    )
                ],
                people: [Person(id: "head", name: "Pat Smith", post: "Managing Director")],
                directorates: [
                    Directorate(
                        id: "communities",
                        name: "Communities",
                        head: Directorate.Head(person: "head", title: "Managing Director"),
                        divisions: [
                            Division(id: "finance", name: "Finance"),
                            Division(id: "culture", name: "Culture", units: [Unit(id: "arts", name: "Arts")]),
                        ],
                        units: [Unit(id: "sport", name: "Sport"), Unit(id: "youth", name: "Youth")]
                    )
                ]
            ),
            round: Round(
                title: "Half-year monitoring",
                period: Period(year: ReportingYear(first: 2009), span: .half(1)),
                asAt: asAt
            ),
            returns: [
                DirectorateReturn(
                    directorate: "communities",
                    declares: [.actions],
                    signatory: "head",
                    location: Self.place
                )
            ],
            papers: [
                PaperSource(
                    id: "cabinet",
                    layout: "cabinet",
                    authors: ["head"],
                    meeting: PaperSource.Meeting(body: "cabinet", date: date),
                    subject: "Monitoring",
                    contact: "head",
                    appendices: [
                        PaperSource.Appendix(
                            title: "Returns",
                            content: .returns(.allDirectorates),
                            location: Self.place
                        )
                    ],
                    status: .final,
                    location: Self.place
                )
            ]
        )
    }

    /// The composed paper with the problems on the way.
    func composed() throws -> (paper: Paper, diagnostics: [Diagnostic]) {
        let composed = try #require(composePaper(at: 0, of: .restricted(round), layouts: layouts))
        return (composed.paper, composed.diagnostics)
    }

    /// A directorate's return composed alone.
    func appendix(of directorate: String) throws -> Paper? {
        var composer = AppendixComposer(layouts: layouts)
        return composer.appendix(of: directorate, of: .restricted(round))?.paper
    }

    /// The lines of the composed tree between two of them, without their indents.
    func lines(from first: String, to last: String) throws -> [String] {
        let lines = try composed().paper.dump.split(separator: "\n").map { $0.drop { $0 == " " } }.map(String.init)
        let start = try #require(lines.firstIndex(of: first), "\(lines.joined(separator: "\n"))")
        let end = try #require(lines[start...].firstIndex(of: last), "\(lines.joined(separator: "\n"))")
        return Array(lines[start...end])
    }

    mutating func setBody(_ blocks: Prose.Content...) {
        round.papers[0].body = Prose(blocks.map { Prose.Block($0, at: Self.place) })
    }

    static func item(
        _ unit: String,
        _ title: String,
        reference: String? = nil,
        reason: String? = "Late.",
        status: Status = .notOnCourse
    ) -> PlanItem {
        PlanItem(
            reportedClass: .actions,
            unit: unit,
            reference: reference,
            title: Prose(text: title, at: place),
            status: StatusWord(status),
            comment: reason.map { .own(reason: Prose(text: $0, at: place), response: Prose()) } ?? .sharedWithRowAbove,
            location: place
        )
    }
}
