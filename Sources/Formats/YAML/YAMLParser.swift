// SPDX-License-Identifier: Apache-2.0

import CLibYAML

/// libyaml's parser, which turns one text into events. It holds no more than one event of its own at a time.
struct YAMLParser: ~Copyable {
    /// Why a text has no events.
    enum Failure: Error {
        case invalid(YAMLProblem)
        /// An alias. None is expanded: a few lines of them can expand to billions of values ("billion laughs").
        case alias(YAMLMark)
    }

    /// Lists and groups in one another, beyond which a text is not looked at any further.
    private static let deepest = 1_000

    /// libyaml keeps its own address in it, so that it cannot move.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let text: UnsafeBufferPointer<UInt8>

    private init?(_ text: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        self.text = text
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            return nil
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The events of the one document of a text in UTF-8, without those of the document itself; none if it holds nothing.
    static func events(of text: [UInt8]) throws(Failure) -> [YAMLEvent] {
        let result = text.withUnsafeBufferPointer { text in
            guard let parser = YAMLParser(text) else {
                return Result<[YAMLEvent], Failure>.failure(.invalid(YAMLProblem("there is no memory left")))
            }
            return Result { () throws(Failure) in try parser.document() }
        }
        return try result.get()
    }

    private func document() throws(Failure) -> [YAMLEvent] {
        var events: [YAMLEvent] = []
        var anchors: Set<String> = []
        var depth = 0
        var documents = 0
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else { throw .invalid(YAMLProblem(parser.pointee, in: text)) }
            defer { yaml_event_delete(&event) }
            let mark = YAMLMark(event.start_mark)
            switch event.type {
            case YAML_STREAM_END_EVENT: return events
            case YAML_DOCUMENT_START_EVENT:
                documents += 1
                if documents > 1 { throw .invalid(YAMLProblem("but found another document", at: mark, in: text)) }
            case YAML_ALIAS_EVENT:
                if let name = event.data.alias.anchor.map({ String(cString: $0) }), anchors.contains(name) {
                    throw .alias(mark)
                }
                throw .invalid(YAMLProblem("found undefined alias", at: mark, in: text))
            case YAML_SCALAR_EVENT, YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
                let node = YAMLEvent.node(event, mark: mark)
                events.append(node.event)
                if let anchor = node.anchor { anchors.insert(anchor) }
                if event.type != YAML_SCALAR_EVENT { depth += 1 }
                if depth > Self.deepest { throw .invalid(YAMLProblem(nestedTooDeepAt: mark)) }
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
                events.append(YAMLEvent(kind: .end, mark: mark))
                depth -= 1
            default: break
            }
        }
    }
}

extension YAMLMark {
    init(_ mark: yaml_mark_t) { self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1) }
}

extension YAMLEvent {
    /// A scalar, or the beginning of a list or a group.
    fileprivate static func node(_ event: yaml_event_t, mark: YAMLMark) -> (event: YAMLEvent, anchor: String?) {
        switch event.type {
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            return node(.listStart, mark: mark, tag: start.tag, "tag:yaml.org,2002:seq", anchor: start.anchor)
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            let kind = Kind.groupStart(isFlow: start.style == YAML_FLOW_MAPPING_STYLE)
            return node(kind, mark: mark, tag: start.tag, "tag:yaml.org,2002:map", anchor: start.anchor)
        default:
            let scalar = event.data.scalar
            let value = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            let kind = Kind.scalar(value, Style(scalar.style))
            return node(kind, mark: mark, tag: scalar.tag, "tag:yaml.org,2002:str", anchor: scalar.anchor)
        }
    }

    /// - Parameter own: the tag that says of the node what it is anyway.
    private static func node(
        _ kind: Kind,
        mark: YAMLMark,
        tag: UnsafeMutablePointer<UInt8>?,
        _ own: String,
        anchor: UnsafeMutablePointer<UInt8>?
    ) -> (event: YAMLEvent, anchor: String?) {
        let isTagged = tag.map { String(cString: $0) != own } ?? false
        let event = YAMLEvent(kind: kind, mark: mark, isTagged: isTagged, isAnchored: anchor != nil)
        return (event, anchor.map { String(cString: $0) })
    }
}

extension YAMLEvent.Style {
    fileprivate init(_ style: yaml_scalar_style_t) {
        self =
            switch style {
            case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
            case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
            case YAML_LITERAL_SCALAR_STYLE: .literal
            case YAML_FOLDED_SCALAR_STYLE: .folded
            default: .plain
            }
    }
}
