// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import WorkspaceFiles
import Yams

/// What is wrong with a YAML text, in an officer's words.
struct YAMLProblem: Sendable {
    var message: DiagnosticText
    var hint: DiagnosticText?
    /// `nil` if the problem is about the whole text.
    var position: Position?

    /// A line and a column of the text, counted from one.
    struct Position: Sendable {
        var line: Int
        var column: Int
    }

    init(_ error: any Error) {
        switch error {
        case YamlError.scanner(let context, let problem, let problemMark, let text),
            YamlError.parser(let context, let problem, let problemMark, let text),
            YamlError.composer(let context, let problem, let problemMark, let text):
            let position = Position(problemMark, in: text)
            let opened = context.map { Position($0.mark, in: text) }
            self = Self.translated(problem, at: position, opened: opened ?? position, in: text)
        case YamlError.reader(let problem, let offset, _, let text):
            let before = text.prefix(offset ?? 0)
            let line = before.reduce(1) { $0 + ($1.isNewline ? 1 : 0) }
            let column = before.reversed().prefix { !$0.isNewline }.reduce(1) { $0 + $1.unicodeScalars.count }
            self.init(
                "the YAML cannot be read: \(own: problem)",
                nil,
                offset == nil ? nil : Position(line: line, column: column)
            )
        default:
            self.init("the YAML cannot be read: \("\(error)")", nil, nil)
        }
    }

    private init(_ message: DiagnosticText, _ hint: DiagnosticText?, _ position: Position?) {
        self.message = message
        self.hint = hint
        self.position = position
    }

    /// libyaml's message in an officer's words.
    ///
    /// - Parameter opened: where the value begins in which the problem was found.
    private static func translated(_ problem: String, at start: Position, opened: Position, in text: String) -> Self {
        let line = scalars(ofLine: start.line, in: text)
        let character = start.column >= 1 && start.column <= line.count ? line[start.column - 1] : nil
        let quote: DiagnosticText = "put the text in quotes"
        let message: DiagnosticText
        var hint: DiagnosticText?
        var position = start
        switch problem {
        case "mapping values are not allowed in this context":
            message = "a `:` stands where a value cannot hold one"
            hint = "put the whole text in quotes, or check that the line is indented like its neighbours"
        case "found character that cannot start any token" where character == "\t",
            "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            message = "a tab stands where only spaces may"
            hint = "indent with spaces"
        case "found character that cannot start any token":
            message = "a text cannot begin with `\(character.map { String($0) } ?? "")`"
            hint = quote
        case "did not find expected key", "did not find expected <block end>":
            message = "this line does not fit the lines above it"
            hint = "keys of one group begin in the same column; a text with quotes inside is put in other quotes"
        case "did not find expected '-' indicator":
            message = "this line does not fit the list above it"
            hint = "each item of a list begins with `- `, in the same column"
        case "could not find expected ':'":
            message = "a `:` is missing after a key"
            hint = "write `key: value`; a text of several lines is indented, after `|`"
        case "did not find expected ',' or ']'":
            message = "a list in `[ ]` is not closed, or a comma is missing"
            position = opened
        case "did not find expected ',' or '}'":
            message = "a group in `{ }` is not closed, or a comma is missing"
            hint = "put a text that holds a comma, a colon or a brace in quotes"
            position = opened
        case "found unexpected end of stream", "found unexpected document indicator":
            message = "a quote is opened and not closed"
            position = opened
        case "did not find expected alphabetic or numeric character":
            message = "a text cannot begin with `*` or `&`"
            hint = quote
            position = opened
        case "found undefined alias":
            message = "a text cannot begin with `*`"
            hint = quote
        case "did not find expected <document start>", "but found another document":
            message = "a second document begins here; a file holds one"
            hint = "delete the line `---`, or check the indentation of the lines above"
        case "found unknown escape character":
            message = "a `\\` in double quotes is not followed by a letter that it can stand before"
            hint = "use single quotes, in which `\\` is an ordinary character"
        case "did not find expected node content":
            message = "a value is missing here, or a `]` or `}` that closes what is open"
        case _ where problem.hasPrefix("Maximum nesting level reached"):
            message = "lists and groups stand too deep in one another here"
        default:
            message = "the YAML cannot be read: \(own: problem)"
        }
        return Self(message, hint, position)
    }

    /// The characters of a line, or none if there is no such line.
    private static func scalars(ofLine line: Int, in text: String) -> [Unicode.Scalar] {
        let bytes = Array(text.utf8)
        return LineIndex(bytes).line(line, of: bytes).map { Array($0.unicodeScalars) } ?? []
    }
}

extension YAMLProblem.Position {
    /// A position as libyaml has it. The end of a text without a final line end is, for libyaml, the beginning of a line that is not there.
    fileprivate init(_ mark: Mark, in text: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        if mark.line <= lines.count {
            self.init(line: mark.line, column: mark.column)
        } else {
            self.init(line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
        }
    }
}
