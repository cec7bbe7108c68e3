// SPDX-License-Identifier: Apache-2.0

import Monitoring
import Testing

/// Who belongs to a council, and where rows of a return belong.
struct CouncilTests {
    private func directorate(_ id: String, divisions: [Division] = [], units: [Unit] = []) -> Directorate {
        Directorate(
            id: id,
            name: id.uppercased(),
            head: Directorate.Head(person: "head", title: "Director"),
            divisions: divisions,
            units: units
        )
    }

    private func council(remit: [String]) -> Council {
        let body = Body(
            id: "poc",
            name: "Committee",
            shortName: "POC",
            kind: .overview,
            members: "Members",
            remit: remit
        )
        return Council(
            name: "Wealdshire",
            shortName: "W",
            nation: .wales,
            language: "en-GB",
            bodies: [body],
            people: [Person(id: "head", name: "Pat", post: "Director")],
            directorates: [directorate("a"), directorate("b"), directorate("c")]
        )
    }

    @Test(arguments: [
        ([], ["a", "b", "c"]), (["c", "a"], ["a", "c"]), (["b"], ["b"]), (["z"], []),
    ])
    func `a body is told of its remit in the council's order, or of all directorates`(remit: [String], told: [String]) {
        #expect(council(remit: remit).directorates(before: "poc").map(\.id) == told)
        #expect(council(remit: remit).directorates(before: "another").map(\.id) == ["a", "b", "c"])
    }

    @Test func `bodies, people and directorates are found by their identifiers alone`() {
        let council = council(remit: [])
        #expect(council.body("poc")?.shortName == "POC")
        #expect(council.body("POC") == nil)
        #expect(council.person("head")?.name == "Pat")
        #expect(council.person("") == nil)
        #expect(council.directorate("b")?.name == "B")
        #expect(council.directorate("z") == nil)
    }

    @Test func `a nation has its clear days`() {
        #expect(Nation.allCases.map(\.clearDays) == [5, 3, 3, 5])
    }

    @Test func `divisions come before the units that belong to none, and report themselves only without units`() {
        let directorate = directorate(
            "a",
            divisions: [
                Division(id: "one", name: "One", units: [Unit(id: "one-a", name: "A"), Unit(id: "one-b", name: "B")]),
                Division(id: "two", name: "Two"),
            ],
            units: [Unit(id: "alone", name: "Alone")]
        )
        #expect(
            directorate.places.map { [$0.id, $0.division ?? "-", $0.unit ?? "-"] } == [
                ["one", "One", "-"], ["one-a", "One", "A"], ["one-b", "One", "B"], ["two", "Two", "-"],
                ["alone", "-", "Alone"],
            ]
        )
        #expect(directorate.reportingPlaces.map(\.id) == ["one-a", "one-b", "two", "alone"])
        #expect(directorate.paperIdentifier == "appendix-a")
    }

    @Test func `a directorate without divisions and units has no places`() {
        #expect(directorate("a").places == [])
        #expect(directorate("a").reportingPlaces == [])
    }

    @Test(arguments: [
        ("on course", Status.onCourse), ("ON COURSE", .onCourse), ("Not On Course", .notOnCourse), ("done", .done),
    ])
    func `capitals do not matter in a status`(word: String, status: Status) {
        #expect(StatusVocabulary.standard.status(named: word) == StatusWord(status))
    }

    @Test(arguments: ["", "on  course", " on course", "on-course", "finished"])
    func `another word is no status`(word: String) {
        #expect(StatusVocabulary.standard.status(named: word) == nil)
    }

    @Test func `of a word with two meanings the first counts`() {
        let words = StatusVocabulary([
            StatusWord(word: "Éteint", meaning: .done),
            StatusWord(word: "éteint", meaning: .onCourse),
        ])
        #expect(words.status(named: "ÉTEINT")?.meaning == .done)
        #expect(words.words.count == 2)
    }

    @Test func `two exemptions together have the paragraphs of both`() {
        #expect(Exemption([1, 3]).union(Exemption([3, 5])) == Exemption([1, 3, 5]))
        #expect(Exemption([1, 3]).union(Exemption([])) == Exemption([1, 3]))
    }

    @Test(arguments: [(3, 2, ">99%"), (Int.max / 400, Int.max / 300, "75%"), (0, 1, "0%"), (1, 1, "100%")])
    func `a share may be of very many, and of fewer than it is`(part: Int, whole: Int, percent: String) {
        #expect(Share(part, of: whole).percent == percent)
    }
}
