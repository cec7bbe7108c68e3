// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import Testing

struct CompletenessTests {
    private let place = SourceLocation(
        file: SourceFile("returns/arts/actions.csv", subject: .directorateReturn("arts")),
        line: 2,
        column: 3
    )

    private func round(_ returns: [DirectorateReturn]) throws -> MonitoringRound {
        var council = Council(name: "Test Council", shortName: "TC", nation: .england, language: "en-GB")
        council.directorates = [("arts", "Arts"), ("works", "Works")].map { id, name in
            Directorate(
                id: id,
                name: name,
                head: Directorate.Head(person: "head", title: "Director"),
                divisions: [Division(id: "museums", name: "Museums", units: [Unit(id: "hall", name: "The Hall")])],
                units: [Unit(id: "stage", name: "Stage"), Unit(id: "shop", name: "Shop")]
            )
        }
        return MonitoringRound(
            council: council,
            round: Round(
                title: "Quarter 3",
                period: Period(year: ReportingYear(first: 2026), span: .quarter(3)),
                asAt: try #require(CalendarDate("2026-12-31"))
            ),
            returns: returns,
            papers: []
        )
    }

    private var arts: DirectorateReturn {
        let row = PlanItem(
            reportedClass: .actions,
            unit: "hall",
            title: Prose(text: "An action", at: place),
            status: StatusWord(.onCourse),
            comment: .own(reason: Prose(), response: Prose()),
            location: place
        )
        return DirectorateReturn(
            directorate: "arts",
            declares: [.actions],
            received: CalendarDate("2026-10-02"),
            signatory: "head",
            items: [row, row],
            nilReturns: [.actions: ["stage"]],
            location: place
        )
    }

    @Test func `each directorate has what its units have said`() throws {
        let completeness = Completeness(of: try round([arts]), diagnostics: [])
        #expect(completeness.returns.map(\.name) == ["Arts", "Works"])
        #expect(
            completeness.returns[0].units == [
                Completeness.Unit(name: "The Hall", answer: .rows(2)),
                Completeness.Unit(name: "Stage", answer: .nilReturn),
                Completeness.Unit(name: "Shop", answer: .notReceived),
            ]
        )
        #expect(completeness.returns[0].hasCome)
        #expect(completeness.returns[0].received == CalendarDate("2026-10-02"))
        #expect(!completeness.returns[1].hasCome)
        #expect(completeness.returns[1].missingUnits.map(\.name) == ["The Hall", "Stage", "Shop"])
        #expect(completeness.returns.map(\.rows) == [2, 0])
        #expect(!completeness.isComplete)
    }

    @Test func `a return is complete where every unit has answered and nothing is missing in its rows`() throws {
        var whole = arts
        whole.nilReturns = [.actions: ["stage", "shop"]]
        var other = whole
        other.directorate = "works"
        let round = try round([whole, other])
        #expect(Completeness(of: round, diagnostics: []).isComplete)
        let missing = Diagnostic(Diagnostic.Message(.missingReason, "the row has no reason"), at: place)
        let completeness = Completeness(of: round, diagnostics: [missing, missing])
        #expect(completeness.returns[0].gaps == [.reason: 2])
        #expect(completeness.returns.map(\.isComplete) == [false, true])
    }

    @Test func `only problems of what is missing in rows are gaps, each by its rule`() throws {
        let status = SourceLocation(file: place.sourceFile, line: 2, column: 5, field: "status")
        let found = [
            Diagnostic(Diagnostic.Message(.missingCell, "the status is missing"), at: status),
            Diagnostic(Diagnostic.Message(.missingCell, "the title is missing"), at: place),
            Diagnostic(Diagnostic.Message(.missingComment, "no comment"), at: place),
            Diagnostic(Diagnostic.Message(.missingValue, "no value"), at: place),
            Diagnostic(Diagnostic.Message(.unknownStatus, "unknown"), at: status),
            Diagnostic(Diagnostic.Message(.missingReason, "no reason"), at: nil),
        ]
        let completeness = Completeness(of: try round([arts]), diagnostics: found)
        #expect(completeness.returns[0].gaps == [.status: 1, .comment: 1, .figure: 1])
        #expect(completeness.returns[1].gaps == [:])
        #expect(completeness.returns.map(\.errors) == [2, 0])
        #expect(!completeness.returns[0].isComplete)
    }

    @Test func `as JSON it has every gap and every unit`() throws {
        let text = JSONText(Completeness(of: try round([arts]), diagnostics: [])).description
        #expect(
            text.hasPrefix(
                #"{"due":null,"returns":[{"directorate":"arts","errors":0,"gaps":{"comment":0,"figure":0,"reason":0,"status":0},"has-come":true,"head":null,"#
                    + #""is-complete":false,"name":"Arts","received":"2026-10-02","rows":2,"units":["#
                    + #"{"answer":"rows","name":"The Hall","rows":2},{"answer":"nil","name":"Stage"},{"answer":"missing","name":"Shop"}]},"#
            )
        )
    }
}
