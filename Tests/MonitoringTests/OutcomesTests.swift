// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

struct OutcomesTests {
    private let place = SourceLocation(file: "actions.csv")

    private func item(_ unit: String, _ status: Status) -> PlanItem {
        PlanItem(
            reportedClass: .actions,
            unit: unit,
            title: Prose(text: "An action", at: place),
            status: StatusWord(status),
            comment: .own(reason: Prose(), response: Prose()),
            location: place
        )
    }

    private func made(
        _ items: [PlanItem],
        totals: [String: Int] = [:],
        nilReturns: [ReportedClass: Set<String>] = [:]
    ) -> DirectorateReturn {
        DirectorateReturn(
            directorate: "communities",
            declares: [.actions],
            signatory: "head",
            items: items,
            totals: totals.isEmpty ? [:] : [.actions: totals],
            nilReturns: nilReturns,
            location: place
        )
    }

    @Test func `only what is not on course is an exception`() {
        #expect(Status.allCases.filter(\.isException) == [.notOnCourse, .atRisk, .paused, .carriedOver])
        #expect(made(Status.allCases.map { item("sport", $0) }).notOnTarget(.actions) == Share(4, of: 9))
    }

    @Test func `without totals every row counts`() {
        let made = made([item("sport", .notOnCourse), item("sport", .done), item("arts", .onCourse)])
        #expect(made.notOnTarget(.actions) == Share(1, of: 3))
        #expect(
            made.statusCounts(of: .actions).mapValues(\.exceptions) == [
                "sport": Share(1, of: 2), "arts": Share(0, of: 1),
            ]
        )
    }

    @Test func `a stated total stands for its unit alone`() {
        let made = made([item("sport", .notOnCourse), item("arts", .done)], totals: ["sport": 24, "libraries": 31])
        #expect(made.notOnTarget(.actions) == Share(1, of: 56))
    }

    @Test func `a class without rows has no share`() {
        #expect(made([]).notOnTarget(.indicators) == Share(0, of: 0))
    }

    @Test func `a unit has rows, or says nil, or has not reported`() {
        let directorate = Directorate(
            id: "communities",
            name: "Communities",
            head: Directorate.Head(person: "head", title: "Managing Director"),
            divisions: [
                Division(id: "finance", name: "Finance"),
                Division(id: "culture", name: "Culture", units: [Unit(id: "arts", name: "Arts")]),
            ],
            units: [Unit(id: "sport", name: "Sport")]
        )
        let made = made([item("finance", .notOnCourse)], nilReturns: [.indicators: ["arts"]])
        let answers = made.answers(in: directorate)
        #expect(answers.map(\.place.id) == ["finance", "arts", "sport"])
        #expect(answers.map(\.answer) == [.rows(1), .nilReturn, .notReceived])
        #expect(directorate.places.map(\.id) == ["finance", "culture", "arts", "sport"])
    }

    @Test func `units have nothing to report of one class, or of several`() {
        let made = made([], nilReturns: [.actions: ["arts", "sport"], .indicators: ["sport"]])
        #expect(made.unitsWithNilReturns == ["arts", "sport"])
        #expect(made.unitsWithNilReturns(of: [.actions]) == ["arts", "sport"])
        #expect(made.unitsWithNilReturns(of: [.actions, .indicators]) == ["sport"])
        #expect(made.unitsWithNilReturns(of: [.activity]) == [])
    }
}
