// SPDX-License-Identifier: Apache-2.0

import CLibYAML
import Diagnostics
import WorkspaceFiles

/// What is wrong with a YAML text, in an officer's words.
struct YAMLProblem: Sendable {
    var message: DiagnosticText
    var hint: DiagnosticText?
    /// `nil` if the problem is about the whole text.
    var position: YAMLMark?

    /// What a parser of libyaml has found.
    init(_ parser: yaml_parser_t, in text: UnsafeBufferPointer<UInt8>) {
        let problem = parser.problem.map { String(cString: $0) } ?? "there is no memory left"
        switch parser.error {
        case YAML_SCANNER_ERROR, YAML_PARSER_ERROR:
            let mark = YAMLMark(parser.problem_mark)
            let opened = parser.context == nil ? mark : YAMLMark(parser.context_mark)
            self.init(problem, at: mark, opened: opened, in: text)
        case YAML_READER_ERROR:
            let bytes = Array(text)
            let (line, column) = LineIndex(bytes).position(of: parser.problem_offset, in: bytes)
            self.init("the YAML cannot be read: \(own: problem)", nil, YAMLMark(line: line, column: column))
        default:
            self.init(problem)
        }
    }

    /// libyaml's message about a place.
    init(_ problem: String, at mark: YAMLMark, in text: UnsafeBufferPointer<UInt8>) {
        self.init(problem, at: mark, opened: mark, in: text)
    }

    /// libyaml's message about the whole text.
    init(_ problem: String) { self.init("the YAML cannot be read: \(own: problem)", nil, nil) }

    /// Lists and groups in one another without end.
    init(nestedTooDeepAt mark: YAMLMark) {
        self.init("lists and groups stand too deep in one another here", nil, mark)
    }

    private init(_ problem: String, at mark: YAMLMark, opened: YAMLMark, in text: UnsafeBufferPointer<UInt8>) {
        let lines = Lines(text)
        self = Self.translated(problem, at: lines.place(of: mark), opened: lines.place(of: opened), in: lines)
    }

    private init(_ message: DiagnosticText, _ hint: DiagnosticText?, _ position: YAMLMark?) {
        self.message = message
        self.hint = hint
        self.position = position
    }

    /// libyaml's message in an officer's words.
    ///
    /// - Parameter opened: where the value begins in which the problem was found.
    private static func translated(_ problem: String, at start: YAMLMark, opened: YAMLMark, in lines: Lines) -> Self {
        let line = lines.scalars(ofLine: start.line)
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
        default:
            message = "the YAML cannot be read: \(own: problem)"
        }
        return Self(message, hint, position)
    }
}

/// The lines of a text, for a problem in it.
private struct Lines {
    private let bytes: [UInt8]
    private let index: LineIndex

    init(_ text: UnsafeBufferPointer<UInt8>) {
        bytes = Array(text)
        index = LineIndex(bytes)
    }

    /// The characters of a line, or none if there is no such line.
    func scalars(ofLine line: Int) -> [Unicode.Scalar] {
        index.line(line, of: bytes).map { Array($0.unicodeScalars) } ?? []
    }

    /// A place as libyaml has it. The end of a text without a final line end is, for libyaml, the beginning of a line that is not there.
    func place(of mark: YAMLMark) -> YAMLMark {
        if mark.line <= index.count { return mark }
        return YAMLMark(line: index.count, column: scalars(ofLine: index.count).count + 1)
    }
}
