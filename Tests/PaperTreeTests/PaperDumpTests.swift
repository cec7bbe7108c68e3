// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TestSupport
import Testing

/// The tree as text for people.
struct PaperDumpTests {
    @Test func `every kind has a line of its own`() {
        #expect(
            EveryKind.paper.dump == """
                paper “Half-year monitoring” en-GB
                  banner “NOT FOR PUBLICATION”
                  section “Appendix 1”
                    heading 2 1 “Figures” #figures
                    lead-in 1.1 “Visits*rose****fast***[survey](https://example.org/a)[page 7](#figures)[^note 1]⏎[bore da]{lang=cy}[ONS]{Office for National Statistics}”
                    list decimal from 3
                      item
                        paragraph “Open”
                    quotation
                      paragraph “Well done”
                    details contact
                      pair “Contact”
                        paragraph “Pat Smith”
                    signature “Pat Smith” “Director”
                    table “Table 1” 2 columns landscape #visits
                      header row
                        header cell “Indicator”
                        header cell “Value”
                      band 1
                        header cell over 2 columns “Arts”
                      row
                        cell “Visits”
                        cell “12.5”
                    note 1
                      paragraph “Counted at the door.”
                    contents “Contents” from 20 pages
                      entry 2 1 “Figures” #figures
                    figure “Figure 1” #figure-visits
                      caption “Status of visits”
                      caption-note “5 in all”
                      alternative “Status of visits, stacked bar of 5.”
                      stacked bars of off “Late”, none “Never”, complete “Done”
                        bar “Arts” 2 + 0 + 3 = 5
                    masthead
                      figure
                        alternative “A hill”
                        image 1 × 1 abc
                      paragraph “Test Council”
                      paragraph “Report to Cabinet”

                """
        )
    }

    @Test func `a cell of several blocks, or of a block with a role, has them on lines of their own`() {
        var table = EveryKind.table
        table.header = []
        table.rows = [
            Table.Row(
                id: NodeID(1),
                kind: .body,
                cells: [
                    Table.Cell(id: NodeID(2), rowSpan: 2, blocks: []),
                    Table.Cell(
                        id: NodeID(3),
                        blocks: [Block(id: NodeID(4), .paragraph(Paragraph([.text("small")], role: .tableNote)))]
                    ),
                ]
            )
        ]
        let section = Section(id: NodeID(0), label: "", blocks: [Block(id: NodeID(5), .table(table))])
        let paper = Paper(
            properties: EveryKind.properties,
            sections: [section],
            head: RunningText(),
            foot: RunningText(),
            continuation: Paper.TableContinuation(mark: "", overleaf: "")
        )
        #expect(
            paper.dump == """
                paper “Half-year monitoring” en-GB
                  section
                    table “Table 1” 2 columns landscape #visits
                      row
                        cell over 2 rows
                        cell
                          table-note “small”

                """
        )
    }
}
