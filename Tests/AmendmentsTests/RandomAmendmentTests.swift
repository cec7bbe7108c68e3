// SPDX-License-Identifier: Apache-2.0

import Composition
import Intake
import Monitoring
import PaperTree
import Publishing
import TestSupport
import Testing

@testable import Amendments

/// The Cabinet paper of the sample, edited by chance: every edit is found, where it was made, and nothing else.
struct RandomAmendmentTests {
    private static let paper = Result {
        let contents = try readWorkspace(at: Repository.sample, programLayouts: Repository.program.layouts)
        let round = try #require(contents.round)
        let index = try #require(round.papers.firstIndex { $0.id == "cabinet-2009-11-30" })
        return try #require(
            composePaper(at: index, of: .restricted(round), layouts: contents.layouts, baseline: .omitted)
        ).paper
    }

    /// Something in a paper that can be edited, by where it stands.
    private struct Target {
        var section: Int
        var block: Int
    }

    /// What was done, and what must be found.
    private struct Edit {
        var key: String
        /// One of these is told.
        var changes: Set<Change>
        /// Some of these are among what has changed.
        var nodes: Set<NodeID>
        var description: String
    }

    /// The part that a block belongs to.
    private func key(of target: Target, in paper: Paper) -> String {
        let section = paper.sections[target.section]
        if !section.anchor.isEmpty { return section.anchor }
        for block in section.blocks[...target.block].reversed() {
            if case .heading(let heading) = block.content, heading.level == 1 { return heading.anchor }
        }
        return "head"
    }

    private func edit(_ paper: inout Paper, at target: Target, by random: inout SeededGenerator) -> Edit? {
        let key = key(of: target, in: paper)
        var block = paper.sections[target.section].blocks[target.block]
        switch block.content {
        case .paragraph(var paragraph):
            switch Int.random(in: 0..<4, using: &random) {
            case 0:
                paper.sections[target.section].blocks.remove(at: target.block)
                return Edit(key: key, changes: [.textRemoved], nodes: [], description: "removed \(block.id)")
            case 1:
                let id = NodeID(1_000_000 + target.section * 1000 + target.block)
                let new = Block(id: id, .paragraph(Paragraph([.text("Words that nobody wrote before.")])))
                paper.sections[target.section].blocks.insert(new, at: target.block)
                return Edit(key: key, changes: [.textAdded], nodes: [id], description: "added before \(block.id)")
            case 2:
                paragraph.inlines.append(.text(" 1,234"))
                block.content = .paragraph(paragraph)
            default:
                paragraph.inlines.insert(.text("Unheard-of: "), at: 0)
                block.content = .paragraph(paragraph)
            }
            paper.sections[target.section].blocks[target.block] = block
            return Edit(
                key: key,
                changes: [.textChanged, .textAdded],
                nodes: [block.id],
                description: "changed \(block.id)"
            )
        case .table(var table):
            let rows = table.rows.indices.filter { table.rows[$0].kind == .body && !table.rows[$0].cells.isEmpty }
            guard let row = rows.randomElement(using: &random) else { return nil }
            let rowKey = table.rows[row].key
            if Bool.random(using: &random), table.rows[row].cells.allSatisfy({ $0.rowSpan == 1 }),
                table.rows[row].cells.count == table.columns.count
            {
                table.rows.remove(at: row)
                block.content = .table(table)
                paper.sections[target.section].blocks[target.block] = block
                return Edit(
                    key: key,
                    changes: [.rowsRemoved([rowKey])],
                    nodes: [],
                    description: "removed the row \(rowKey)"
                )
            }
            let cell = Int.random(in: table.rows[row].cells.indices, using: &random)
            let id = NodeID(2_000_000 + target.section * 1000 + target.block)
            table.rows[row].cells[cell].blocks = [Block(id: id, .paragraph(Paragraph([.text("Another value")])))]
            block.content = .table(table)
            paper.sections[target.section].blocks[target.block] = block
            return Edit(
                key: key,
                changes: [.wordsChanged(rows: [rowKey]), .figuresChanged(rows: [rowKey])],
                nodes: [id],
                description: "changed a cell of the row \(rowKey)"
            )
        case .masthead, .heading, .list, .quotation, .details, .signature, .contents, .figure, .notes: return nil
        }
    }

    private func targets(in paper: Paper) -> [Target] {
        paper.sections.indices.flatMap { section in
            paper.sections[section].blocks.indices.compactMap { block in
                switch paper.sections[section].blocks[block].content {
                case .paragraph, .table: Target(section: section, block: block)
                default: nil
                }
            }
        }
    }

    @Test func `every edit is found where it was made, and nothing else`() throws {
        let old = try Self.paper.get()
        let targets = targets(in: old)
        #expect(targets.count > 100)
        var kinds: Set<String> = []
        for seed in 0..<600 {
            var random = SeededGenerator(seed: UInt64(seed))
            var new = old
            let target = try #require(targets.randomElement(using: &random))
            guard let edit = edit(&new, at: target, by: &random) else { continue }
            let changes = PaperComparison(from: old, to: new).changes()
            #expect(changes.map(\.key) == [edit.key], "\(seed): \(edit.description)")
            let change = try #require(changes.first)
            let isFound = !edit.changes.isDisjoint(with: change.changes)
            #expect(isFound, "\(seed): \(edit.description): \(change.changes)")
            #expect(edit.nodes.isSubset(of: change.nodes), "\(seed): \(edit.description)")
            #expect(!change.nodes.isEmpty)
            kinds.insert(String(edit.description.prefix { $0 != " " }))
        }
        #expect(kinds == ["removed", "added", "changed"])
    }

    @Test func `many edits at once are found in every part that they were made in, and in no other`() throws {
        let old = try Self.paper.get()
        for seed in 0..<60 {
            var random = SeededGenerator(seed: UInt64(seed))
            var new = old
            var edited: Set<String> = []
            // From last to first, so that the places of those before stay.
            let chosen = targets(in: old).shuffled(using: &random).prefix(12)
                .sorted { ($0.section, $0.block) > ($1.section, $1.block) }
            for target in chosen {
                if let edit = edit(&new, at: target, by: &random) { edited.insert(edit.key) }
            }
            let found = PaperComparison(from: old, to: new).changes().map(\.key)
            #expect(Set(found) == edited, "\(seed)")
            #expect(found.count == edited.count)
        }
    }

    @Test func `a paper is as it was, whatever its nodes are called`() throws {
        let paper = try Self.paper.get()
        #expect(PaperComparison(from: paper, to: paper).changes().isEmpty)
    }
}
