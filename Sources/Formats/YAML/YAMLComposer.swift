// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits
import WorkspaceFiles

/// Composes the values of a YAML text from its events, and reports what no form reads: tags, anchors, keys given twice, and more levels,
/// items or keys than there may be.
struct YAMLComposer {
    private let events: [YAMLEvent]
    private let lines: YAMLLines
    private let file: SourceFile
    private let linesBefore: Int
    private let findings: DiagnosticCollector
    /// Of the next event.
    private var index = 0

    /// - Parameters:
    ///   - events: at least one.
    ///   - bytes: the text that they are of.
    ///   - linesBefore: how many lines of the file precede the text.
    init(
        _ events: [YAMLEvent],
        of bytes: [UInt8],
        in file: SourceFile,
        linesBefore: Int,
        findings: DiagnosticCollector
    ) {
        self.events = events
        lines = YAMLLines(bytes)
        self.file = file
        self.linesBefore = linesBefore
        self.findings = findings
    }

    /// The value of the next node.
    ///
    /// - Parameters:
    ///   - key: whose value it is.
    ///   - depth: how many lists and groups it is in.
    mutating func value(key: String?, depth: Int) -> YAMLValue {
        let event = events[index]
        let place = location(event.mark, key: key)
        let nothing = YAMLValue(content: .nothing, location: place)
        if depth >= Limits.deepestForm {
            findings.report(.nestingTooDeep, at: place)
            skip()
            return nothing
        }
        if reportProperty(of: event, at: place) {
            skip()
            return nothing
        }
        index += 1
        switch event.kind {
        case .scalar(let string, let style): return scalar(string, style, at: event.mark, place)
        case .listStart: return YAMLValue(content: .list(items(key: key, depth: depth)), location: place)
        case .groupStart: return YAMLValue(content: .group(entries(key: key, depth: depth)), location: place)
        case .end: return nothing
        }
    }

    private func scalar(
        _ string: String,
        _ style: YAMLEvent.Style,
        at mark: YAMLMark,
        _ place: SourceLocation
    ) -> YAMLValue {
        if style == .plain {
            if let comment = lines.unlikelyComment(behind: string, at: mark) {
                findings.report(.unlikelyComment, at: location(comment, key: place.field))
            }
            if string.isEmpty || string == "~" { return YAMLValue(content: .nothing, location: place) }
        }
        let origin = lines.origin(of: string, style, at: mark, place)
        return YAMLValue(content: .text(YAMLText(string: string, location: place, origin: origin)), location: place)
    }

    /// The items of a list, to its end.
    private mutating func items(key: String?, depth: Int) -> [YAMLValue] {
        var items: [YAMLValue] = []
        while !isAtEnd {
            if items.count == Limits.mostItems {
                findings.report(.tooManyItems, at: location(events[index].mark, key: key))
                skipToEnd()
                break
            }
            items.append(value(key: key, depth: depth + 1))
        }
        index += 1
        return items
    }

    /// The entries of a group, to its end. Of a key that is given twice the first holds.
    private mutating func entries(key: String?, depth: Int) -> [YAMLEntry] {
        var entries: [YAMLEntry] = []
        var lines: [String: Int] = [:]
        var count = 0
        while !isAtEnd {
            let name = events[index]
            count += 1
            if count > Limits.mostEntries {
                findings.report(.tooManyKeys, at: location(name.mark, key: key))
                skipToEnd()
                break
            }
            guard case .scalar(let string, _) = name.kind else {
                findings.report(.invalidKey, at: location(name.mark, key: key))
                skip()
                skip()
                continue
            }
            index += 1
            if reportProperty(of: name, at: location(name.mark, key: nil)) {
                skip()
                continue
            }
            let place = location(name.mark, key: string)
            if let first = lines[string] {
                // One of the two may say what is exempt.
                findings.keepTogether(file.subject)
                findings.report(.repeatedKey(string, firstLine: first), at: place)
                skip()
                continue
            }
            lines[string] = place.line
            entries.append(YAMLEntry(key: string, location: place, value: value(key: string, depth: depth + 1)))
        }
        index += 1
        return entries
    }

    /// Reports a tag or an anchor, which would be dropped from the value: who writes `!EXEMPT 3` or `&Co` means neither.
    ///
    /// - Returns: whether there is one.
    private func reportProperty(of event: YAMLEvent, at place: SourceLocation) -> Bool {
        if event.isTagged { findings.report(.tag, at: place) }
        if event.isAnchored { findings.report(.anchor, at: place) }
        return event.isTagged || event.isAnchored
    }

    // MARK: - Events

    /// Whether the list or group ends here that the next node would be in.
    private var isAtEnd: Bool {
        if case .end = events[index].kind { true } else { false }
    }

    /// Passes the next node over.
    private mutating func skip() {
        var depth = 0
        repeat {
            switch events[index].kind {
            case .scalar: break
            case .listStart, .groupStart: depth += 1
            case .end: depth -= 1
            }
            index += 1
        } while depth > 0
    }

    /// Passes over what is left of a list or group.
    private mutating func skipToEnd() {
        while !isAtEnd { skip() }
    }

    private func location(_ mark: YAMLMark, key: String?) -> SourceLocation {
        SourceLocation(file: file, line: mark.line + linesBefore, column: mark.column, field: key)
    }
}

extension Diagnostic.Message {
    fileprivate static func repeatedKey(_ name: String, firstLine line: Int) -> Self {
        Self(.repeatedKey, "`\(name)` is given twice", hint: "it is given first in line \(line); keep one of the two")
    }

    fileprivate static var unlikelyComment: Self {
        Self(
            .yamlComment,
            "what follows `#` is a comment, and is not read",
            hint: "put the whole text in quotes if it belongs to it; a comment has a space behind its `#`"
        )
    }

    fileprivate static var tag: Self {
        Self(.yamlTag, "a text cannot begin with `!`", hint: "put the text in quotes")
    }

    fileprivate static var anchor: Self {
        Self(.yamlAlias, "a text cannot begin with `&`", hint: "put the text in quotes")
    }

    fileprivate static var nestingTooDeep: Self {
        Self(
            .nestingTooDeep,
            "lists and groups stand too deep in one another here",
            hint: "write it with fewer levels"
        )
    }

    fileprivate static var tooManyItems: Self {
        Self(
            .tooManyEntries,
            "the list has more than \(Limits.mostItems) items",
            hint: "this one and those after it are not read"
        )
    }

    fileprivate static var tooManyKeys: Self {
        Self(
            .tooManyEntries,
            "the group has more than \(Limits.mostEntries) keys",
            hint: "this one and those after it are not read"
        )
    }

    fileprivate static var invalidKey: Self {
        Self(
            .invalidKey,
            "a key is a word, not a list or a group",
            hint: "write one word before the colon"
        )
    }
}
