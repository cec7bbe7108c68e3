// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import HTMLExport
package import Monitoring
package import Publishing

/// A page about a whole round: the status page of a watch folder, or the overview of a preview. They have the tables of returns and problems in common.
package protocol RoundPage: MarkupBuilder {
    /// The names of its classes.
    static var classes: RoundPageClasses { get }
}

/// The classes of a page about a round, as its style sheet has them.
package struct RoundPageClasses: Sendable {
    /// A table that scrolls by itself.
    let scroll: StaticString
    /// A cell with a number.
    let number: StaticString
    /// What somebody has to do something about.
    let bad: StaticString

    package init(scroll: StaticString, number: StaticString, bad: StaticString) {
        self.scroll = scroll
        self.number = number
        self.bad = bad
    }
}

extension RoundPage {
    /// Writes a table that scrolls by itself where it is wider than the window.
    package mutating func writeTable(
        _ caption: String,
        _ heads: [String],
        id: ElementID? = nil,
        rows: (inout Self) -> Void
    ) {
        let identity = id.map { [Attribute.id($0)] } ?? []
        element(.div, identity + [.class(Self.classes.scroll), .role("region"), .label(caption), .tabStop()]) { page in
            page.element(.table) { page in
                page.element(.caption) { $0.write(caption) }
                page.element(.thead) { page in
                    page.element(.tr) { page in
                        for head in heads { page.element(.th, .scope("col")) { $0.write(head) } }
                    }
                }
                page.element(.tbody) { rows(&$0) }
            }
        }
    }

    /// Writes a day.
    package mutating func writeDay(_ day: CalendarDate, _ attributes: Attribute...) {
        element(.time, [.moment(day.iso8601)] + attributes) { $0.write("\(day)") }
    }

    /// Writes words that somebody has to do something about.
    package mutating func writeBad(_ words: String) {
        element(.span, .class(Self.classes.bad)) { $0.write(words) }
    }

    /// Writes the table of what has been returned and what is still owed, if there are directorates.
    ///
    /// - Parameter writeCount: writes how many problems a return has.
    package mutating func writeReturns(
        _ directorates: [DirectorateState],
        writeCount: (inout Self, DirectorateState, DiagnosticCount) -> Void
    ) {
        if directorates.isEmpty { return }
        let heads = ["Directorate", "Received", "Still owed", "Rows", "Units with nothing to report"]
        writeTable("Returns", heads) { page in
            for directorate in directorates {
                page.element(.tr) { $0.writeCells(of: directorate, writeCount: writeCount) }
            }
        }
    }

    private mutating func writeCells(
        of directorate: DirectorateState,
        writeCount: (inout Self, DirectorateState, DiagnosticCount) -> Void
    ) {
        element(.th, .scope("row")) { $0.write(directorate.name) }
        element(.td) { page in
            if !directorate.hasReturned {
                page.write("no")
            } else if let received = directorate.received {
                page.writeDay(received)
            } else {
                page.write("yes")
            }
        }
        element(.td) { page in
            let count = DiagnosticCount(errors: directorate.errors, warnings: directorate.warnings)
            if !directorate.hasReturned {
                page.writeBad("the return")
            } else if count.errors + count.warnings == 0 {
                page.write("nothing")
            } else {
                page.write("an answer to ")
                writeCount(&page, directorate, count)
            }
        }
        element(.td, .class(Self.classes.number)) { $0.write("\(directorate.rows)") }
        element(.td, .class(Self.classes.number)) { $0.write("\(directorate.nilReturns)") }
    }

    /// Writes a table of problems, if there are any.
    ///
    /// - Parameter place: what is written of where one is.
    package mutating func writeProblems(
        _ problems: [Diagnostic],
        _ caption: String,
        id: ElementID? = nil,
        place: (SourceLocation) -> String
    ) {
        if problems.isEmpty { return }
        writeTable(caption, ["Kind", "Where", "What"], id: id) { page in
            for problem in problems {
                page.element(.tr) { page in
                    page.element(.td) { $0.write(problem.severity.rawValue) }
                    page.element(.th, .scope("row")) { $0.write(problem.location.map(place) ?? "the round") }
                    page.element(.td) { page in
                        page.write(problem.message)
                        guard let hint = problem.hint else { return }
                        page.element(.br)
                        page.write(hint)
                    }
                }
            }
        }
    }
}
