// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Intake

/// Names of a council, found in texts however they are written.
struct NameIndexTests {
    private static let index = {
        var index = NameIndex()
        for part in [
            "Children, Families and Education", "Chief Executive’s Department", "Kent Scientific Service",
            "Youth Service",
            "Sport, Leisure and Olympics Service", "Libraries and Archives", "Communities", "Growth Areas",
            "Commissioning Division (Specialist Services)", "Children’s Social Services", "Services for older people",
            "Half-Year Review Team", "École Française",
        ] {
            index.add(part, as: .part)
        }
        index.add("Children, Families and Education Policy Overview Committee", as: .body)
        index.add("County Council", as: .body)
        index.add("Managing Director", as: .post)
        index.add("Chief Executive", as: .post)
        return index
    }()

    /// Each misspelling as `written > registered`.
    private func misspellings(_ text: String) -> [String] {
        Self.index.misspellings(in: text).map { "\($0.written) > \($0.registered)" }
    }

    @Test(arguments: [
        ("Children, Families & Education", "Children, Families and Education"),
        ("the Children Families and Education return", "Children, Families and Education"),
        ("Children, Family and Education", nil),
        ("Childrens, Families, and Education", "Children, Families and Education"),
        ("CHILDREN, FAMILIES AND EDUCATION", "Children, Families and Education"),
        ("Chief Executives Department", "Chief Executive’s Department"),
        ("the Chief Executive's Dept. has", "Chief Executive’s Department"),
        ("Chief Executive’s dept", nil),
        ("Kent Scientific Services are", "Kent Scientific Service"),
        ("Libraries & Archives", "Libraries and Archives"),
        ("Library and Archives", nil),
        ("Sports, Leisure and Olympic Service", "Sport, Leisure and Olympics Service"),
        ("Commissioning Division – Specialist Services", nil),
        ("Commissioning Division, Specialist Services", "Commissioning Division (Specialist Services)"),
        ("Childrens’ Social Services", "Children’s Social Services"),
        ("Services for Older People", "Services for older people"),
        ("the Half Year Review Team", "Half-Year Review Team"),
        ("ÉCOLE FRANÇAISE", "École Française"),
    ])
    func `another writing of the same words is a misspelling`(text: String, registered: String?) {
        let found = Self.index.misspellings(in: text).map(\.registered)
        #expect(found == [registered].compactMap(\.self))
    }

    @Test(arguments: [
        "Children, Families and Education", "the Chief Executive’s Department’s plan",
        "the Chief Executive's Department",
        "the Chief Executive’s statement", "Chief Executive\u{2019}s\u{A0}Department", "the Youth Service’s van",
        "Half\u{2011}Year Review Team", "Commissioning Division (Specialist Services)",
        "Child\u{AD}ren’s Social Services",
        "‘Youth Service’",
    ])
    func `the registered writing is none, whatever its apostrophes and spaces`(text: String) {
        #expect(misspellings(text) == [])
    }

    @Test(arguments: [
        "children, families & education", "Libraries & archives", "community", "COMMUNITIES", "Growth areas",
        "We went to the Youth. Services were good", "the Youth; Services", "Libraries: Archives",
    ])
    func `words that are no name are left alone`(text: String) {
        #expect(misspellings(text) == [])
    }

    @Test(arguments: [
        "the Managing Directors met", "three County Councils", "the Ashford Growth Area", "Youth Services Manager",
        "A Growth Area Board",
    ])
    func `a plural of a post or body, or within a longer name, is none`(text: String) {
        #expect(misspellings(text) == [])
    }

    @Test(arguments: ["Our Growth Area grows", "The Growth Area", "growth in one Growth Area", "Growth Area, Ashford"])
    func `a plural in the name of a unit is a misspelling`(text: String) {
        #expect(misspellings(text) == ["Growth Area > Growth Areas"])
    }

    @Test func `the longest name is meant`() {
        #expect(
            misspellings("Children, Families & Education Policy Overview Committee") == [
                "Children, Families & Education Policy Overview Committee > "
                    + "Children, Families and Education Policy Overview Committee"
            ]
        )
        #expect(
            misspellings("Children, Families & Education Policy Group") == [
                "Children, Families & Education > Children, Families and Education"
            ]
        )
    }

    @Test func `every misspelling of a text is found, in order`() {
        #expect(
            misspellings("Libraries & Archives, Kent Scientific Services and Libraries And Archives") == [
                "Libraries & Archives > Libraries and Archives", "Kent Scientific Services > Kent Scientific Service",
                "Libraries And Archives > Libraries and Archives",
            ]
        )
    }

    @Test func `a bracket in a name is closed where it is quoted`() {
        #expect(
            misspellings("Commissioning division, Commissioning Division (Specialist Service)") == [
                "Commissioning Division (Specialist Service) > Commissioning Division (Specialist Services)"
            ]
        )
    }

    @Test func `of two names that only a plural tells apart both are right`() {
        var index = NameIndex()
        index.add("Youth Service", as: .part)
        index.add("Youth Services", as: .part)
        index.add("Youth  -  Service", as: .part)
        let found = ["Youth Service", "Youth Services", "Youth-Service"].flatMap {
            index.misspellings(in: $0).map(\.written)
        }
        #expect(found == ["Youth-Service"])
    }

    @Test func `a council without names finds nothing`() {
        #expect(NameIndex().misspellings(in: "Children, Families & Education").isEmpty)
    }
}
