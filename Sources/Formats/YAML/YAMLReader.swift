// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import ResourceLimits
package import WorkspaceFiles
import Yams

/// Reads a YAML text into values with locations.
package struct YAMLReader {
    private let findings: DiagnosticCollector
    private let file: SourceFile
    private let linesBefore: Int

    /// - Parameters:
    ///   - file: the file, for diagnostics.
    ///   - linesBefore: how many lines of the file precede the text.
    package init(findings: DiagnosticCollector, file: SourceFile, linesBefore: Int = 0) {
        self.findings = findings
        self.file = file
        self.linesBefore = linesBefore
    }

    /// The value of the whole text, or `nil`, and a diagnostic, if it is not YAML.
    package func read(_ text: String) -> YAMLValue? {
        guard let value = valueIfReadable(text) else {
            // What the file says is exempt, and why, was not understood either.
            findings.keepTogether(file.subject)
            return nil
        }
        return value
    }

    private func valueIfReadable(_ text: String) -> YAMLValue? {
        guard text.utf8.count <= Limits.longestForm else {
            findings.report(.formTooLong, at: SourceLocation(in: file))
            return nil
        }
        let bytes = Array(text.utf8)
        if let alias = AnchorGuard.firstAlias(in: bytes) {
            let (line, column) = LineIndex(bytes).position(of: alias, in: bytes)
            findings.report(.aliasOfAnchor, at: location(line, column))
            return nil
        }
        guard let composition = compose(text) else { return nil }
        guard let root = composition.root else {
            return YAMLValue(content: .nothing, location: SourceLocation(in: file))
        }
        divide(root, of: composition.text)
        let lines = YAMLLines(composition.text)
        return value(root, key: nil, lines: lines, depth: 0)
    }

    /// Divides the file by the keys of its outermost group, each with the comments directly above it.
    ///
    /// A group in braces may have several keys in a line. And the parser counts U+0085, U+2028 and U+2029 as ends of lines, which no
    /// editor does: the lines of such a text are not known.
    private func divide(_ root: Node, of text: String) {
        let separators: Set<Unicode.Scalar> = ["\u{85}", "\u{2028}", "\u{2029}"]
        guard case .mapping(let mapping) = root, mapping.style != .flow,
            !text.unicodeScalars.contains(where: separators.contains)
        else { return }
        let bytes = Array(text.utf8)
        let index = LineIndex(bytes)
        findings.divide(
            file,
            at: mapping.keys.compactMap(\.mark).map { mark in
                var first = mark.line
                while first > 1, let line = index.line(first - 1, of: bytes),
                    line.drop(while: \.isWhitespace).hasPrefix("#")
                {
                    first -= 1
                }
                return first + linesBefore
            }
        )
    }

    /// Composes the nodes. A duplicate key is reported and renamed, so that the rest is read.
    private func compose(_ original: String) -> (root: Node?, text: String)? {
        var text = original
        let passes = max(1, min(Limits.mostDuplicateKeys, Limits.mostDuplicateKeyWork / max(1, original.utf8.count)))
        for attempt in 0..<passes {
            WorkMeter.count(text.utf8.count)
            do {
                return (try Yams.compose(yaml: text, .basic, .default, .utf8), text)
            } catch YamlError.duplicatedKeysInMapping(let names, let context) {
                guard let name = names.first,
                    let second = YAMLDuplicate.find(name, first: context.mark, in: text)
                else {
                    findings.report(
                        .repeatedKey(names.first ?? ""),
                        at: location(context.mark.line, context.mark.column)
                    )
                    return nil
                }
                // One of the two may say what is exempt.
                findings.keepTogether(file.subject)
                findings.report(
                    .repeatedKey(name, firstLine: context.mark.line + linesBefore),
                    at: location(second.line, second.column, key: name)
                )
                text = second.renamed(attempt)
            } catch {
                report(error)
                return nil
            }
        }
        findings.report(.moreRepeatedKeys, at: SourceLocation(in: file))
        return nil
    }

    private func report(_ error: any Error) {
        let problem = YAMLProblem(error)
        findings.report(
            .invalidYAML(problem),
            at: problem.position.map { location($0.line, $0.column) } ?? SourceLocation(in: file)
        )
    }

    private func location(_ line: Int, _ column: Int, key: String? = nil) -> SourceLocation {
        SourceLocation(file: file, line: line + linesBefore, column: column, field: key)
    }

    private func location(of node: Node, key: String?) -> SourceLocation {
        guard let mark = node.mark else { return SourceLocation(in: file, field: key) }
        return location(mark.line, mark.column, key: key)
    }

    /// Reports a tag, which would be dropped from the value: who writes `!EXEMPT 3` means no tag.
    ///
    /// - Returns: whether there is one.
    private func reportTag(of node: Node, at place: SourceLocation) -> Bool {
        let tag =
            switch node {
            case .scalar(let scalar): scalar.tag
            case .sequence(let sequence): sequence.tag
            case .mapping(let mapping): mapping.tag
            case .alias: Tag.implicit
            }
        if [.implicit, .str, .seq, .map].contains(Tag.Name(rawValue: tag.description)) { return false }
        findings.report(.tag, at: place)
        return true
    }

    private func value(_ node: Node, key: String?, lines: YAMLLines, depth: Int) -> YAMLValue {
        let place = location(of: node, key: key)
        guard depth < Limits.deepestForm else {
            findings.report(.nestingTooDeep, at: place)
            return YAMLValue(content: .nothing, location: place)
        }
        if reportTag(of: node, at: place) { return YAMLValue(content: .nothing, location: place) }
        switch node {
        case .scalar(let scalar):
            if let comment = lines.unlikelyComment(behind: scalar) {
                findings.report(.unlikelyComment, at: location(comment.line, comment.column, key: key))
            }
            if scalar.style == .plain, scalar.string.isEmpty || scalar.string == "~" {
                return YAMLValue(content: .nothing, location: place)
            }
            let origin = lines.origin(of: scalar, at: place)
            let text = YAMLText(string: scalar.string, location: place, origin: origin)
            return YAMLValue(content: .text(text), location: place)
        case .sequence(let sequence):
            if sequence.count > Limits.mostItems {
                findings.report(.tooManyItems, at: location(of: sequence[Limits.mostItems], key: key))
            }
            let values = sequence.prefix(Limits.mostItems).map { value($0, key: key, lines: lines, depth: depth + 1) }
            return YAMLValue(content: .list(values), location: place)
        case .mapping(let mapping):
            var entries: [YAMLEntry] = []
            for (index, (name, content)) in mapping.enumerated() {
                guard index < Limits.mostEntries else {
                    findings.report(.tooManyKeys, at: location(of: name, key: key))
                    break
                }
                guard case .scalar(let scalar) = name else {
                    findings.report(.invalidKey, at: location(of: name, key: key))
                    continue
                }
                if YAMLDuplicate.isRenamed(scalar.string) { continue }
                if reportTag(of: name, at: location(of: name, key: nil)) { continue }
                entries.append(
                    YAMLEntry(
                        key: scalar.string,
                        location: location(of: name, key: scalar.string),
                        value: value(content, key: scalar.string, lines: lines, depth: depth + 1)
                    )
                )
            }
            return YAMLValue(content: .group(entries), location: place)
        case .alias:
            findings.report(.alias, at: place)
            return YAMLValue(content: .nothing, location: place)
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var formTooLong: Self {
        Self(.fileTooLarge, "the file is longer than \(Limits.longestForm >> 20) MB")
    }

    fileprivate static var aliasOfAnchor: Self {
        Self(
            .yamlAlias,
            "`*` refers to an anchor (`&`), which is not read here",
            hint: "write the value out again, or put the text in quotes"
        )
    }

    fileprivate static func repeatedKey(_ name: String) -> Self {
        Self(.repeatedKey, "`\(name)` is given twice")
    }

    fileprivate static func repeatedKey(_ name: String, firstLine line: Int) -> Self {
        Self(.repeatedKey, "`\(name)` is given twice", hint: "it is given first in line \(line); keep one of the two")
    }

    fileprivate static var moreRepeatedKeys: Self {
        Self(
            .repeatedKey,
            "more keys may be given twice, and the file is not read",
            hint: "keep one of each that is reported, and check again"
        )
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

    fileprivate static var alias: Self {
        Self(.yamlAlias, "`*` refers to an anchor (`&`), which is not read here")
    }

    fileprivate static func invalidYAML(_ problem: YAMLProblem) -> Self {
        Self(.invalidYAML, problem.message, hint: problem.hint)
    }
}
