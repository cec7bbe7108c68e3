// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import UnicodeText
import WorkspaceFiles

/// Lists, by the levels of their items.
extension DocumentBuilder {
    /// The lists that items make, one inside another by their levels.
    mutating func lists(_ items: ArraySlice<Paragraph>, _ around: Surroundings) -> [Prose.Block] {
        var blocks: [Prose.Block] = []
        var rest = items
        while !rest.isEmpty { blocks.append(list(&rest, around)) }
        return blocks
    }

    /// The inlines of a paragraph in a list or a quotation, where nothing can be put in.
    mutating func nestedInlines(of paragraph: Paragraph, dropping length: Int = 0) -> [Prose.Inline] {
        if paragraph.words.trimmed.hasPrefix("{{>") {
            findings.report(.misplacedInsertion, at: location(paragraph.number))
            return []
        }
        return inlines(of: paragraph, dropping: length) ?? []
    }

    private mutating func list(_ rest: inout ArraySlice<Paragraph>, _ around: Surroundings) -> Prose.Block {
        let first = rest[rest.startIndex]
        let level = first.item?.level ?? 0
        let start = first.item?.number
        if first.item?.isLettered == true, level == 0 {
            findings.report(.letteredList, at: location(first.number))
        }
        var items: [[Prose.Block]] = []
        var number = start
        while let next = rest.first {
            let isFurther = next.item == nil && next.typedBullet == 0
            let own = isFurther ? level : next.item?.level ?? 0
            if isFurther {
                rest = rest.dropFirst()
                let inlines = nestedInlines(of: next)
                addToOutline(next, inlines, around)
                items[items.count - 1].append(Prose.Block(.paragraph(inlines), at: location(next.number)))
                continue
            }
            if own < level { break }
            if own > level, !items.isEmpty {
                items[items.count - 1].append(list(&rest, around))
                continue
            }
            if !items.isEmpty {
                // Another list begins where bullets follow numbers, and where numbers do not go on.
                guard (next.item?.number == nil) == (number == nil) else { break }
                if let last = number, next.item?.number != last + 1 { break }
            }
            number = next.item?.number
            rest = rest.dropFirst()
            let inlines = nestedInlines(of: next, dropping: next.typedBullet)
            addToOutline(next, inlines, around)
            items.append([Prose.Block(.paragraph(inlines), at: location(next.number))])
        }
        return Prose.Block(.list(start: start, items: items), at: location(first.number))
    }
}

extension DocumentBuilder.Paragraph {
    /// The length in bytes of a bullet that was typed, with the white space around it; zero if there is none.
    var typedBullet: Int {
        guard item == nil, TypedText.opensWithBullet(words.utf8.drop { $0 <= 0x20 }.prefix(3).map(\.self)) else {
            return 0
        }
        let scalars = words.unicodeScalars
        guard let bullet = scalars.firstIndex(where: { $0.value > 0x20 }) else { return 0 }
        let behind = scalars[scalars.index(after: bullet)...]
        guard let start = behind.firstIndex(where: { !$0.properties.isWhitespace }) else { return 0 }
        // Line breaks are no text.
        return words.utf8[..<start].count { $0 != 0x0A }
    }
}
