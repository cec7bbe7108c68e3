// SPDX-License-Identifier: Apache-2.0

import CExpat
import ResourceLimits

/// Receives the elements and texts of an XML document in their order. Each call returns whether the rest of the document is wanted.
protocol XMLHandler: AnyObject {
    func start(_ name: XMLName, _ attributes: XMLAttributes) -> Bool
    func end(_ name: XMLName) -> Bool
    /// A part of a text: a text may come in several.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool
    /// Content has been passed over that is only in forms that no reader here knows.
    ///
    /// - Parameter words: its words; empty where it has none, as a drawing.
    func passedOver(_ words: [UInt8])
}

extension XMLHandler {
    func passedOver(_ words: [UInt8]) {}
}

/// Why an XML document is refused.
enum XMLProblem: Error, Hashable {
    /// It is not well formed, or ends too early.
    case malformed
    /// It declares a document type, which no file of Office has: entities in it may grow without bound, or name files and addresses.
    case documentType
    /// Its elements are nested deeper than ``Limits/deepestXML``.
    case tooDeep
    /// An element has more than ``Limits/mostXMLAttributes``.
    case tooManyAttributes
}

/// An XML document that is read as its bytes come (expat), which is not trusted: it has no document type, and fetches nothing.
///
/// Of `mc:AlternateContent` a handler sees what is in `mc:Fallback`, which is for readers that know no extension.
///
/// ```
/// let reader = try XMLReader(handler)
/// try archive.read(entry) { chunk throws(XMLProblem) in try reader.read(chunk) }
/// try reader.finish()
/// ```
final class XMLReader {
    /// Expat puts it between the URI and the local part of a name; no URI can hold it.
    private static let separator = UInt8(ascii: "\n")

    /// The forms of one content: `mc:Choice` for readers that know an extension, and `mc:Fallback`.
    private struct Alternatives {
        /// Whether a form was passed over that holds something, and whether one was read.
        var isPassedOver = false
        var isRead = false
        /// The words of the forms, each paragraph after a line end.
        var wordsPassedOver: [UInt8] = []
        var wordsRead: [UInt8] = []

        /// Whether what was passed over says more than what was read, white space aside.
        var isLost: Bool {
            guard isPassedOver, isRead else { return isPassedOver }
            return !wordsRead.lazy.filter { $0 > 0x20 }.starts(with: wordsPassedOver.lazy.filter { $0 > 0x20 })
        }
    }

    private let parser: XML_Parser
    private let handler: any XMLHandler
    private var problem: XMLProblem?
    private var depth = 0
    /// The depth of the element whose content is passed over, or `nil` if there is none.
    private var skipped: Int?
    /// Each `mc:AlternateContent` that is open, the innermost last.
    private var alternatives: [Alternatives] = []
    /// Whether the text that comes is in an element `t`, as words are in every vocabulary of Office.
    private var isInWords = false
    /// Whether the handler has what it wants.
    private(set) var isFinished = false

    init(_ handler: any XMLHandler) throws(XMLProblem) {
        guard let parser = XML_ParserCreateNS(nil, XML_Char(bitPattern: Self.separator)) else { throw .malformed }
        self.parser = parser
        self.handler = handler
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let name else { return }
                XMLReader.of(context)?.start(name, XMLAttributes(pairs: attributes))
            },
            { context, name in
                guard let name else { return }
                XMLReader.of(context)?.end(name)
            }
        )
        XML_SetCharacterDataHandler(parser) { context, text, count in
            guard let text, count > 0 else { return }
            XMLReader.of(context)?.text(text, count: Int(count))
        }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            XMLReader.of(context)?.stop(for: .documentType)
        }
    }

    deinit { XML_ParserFree(parser) }

    /// Reads the next bytes of the document; none are wanted once ``isFinished`` is true.
    func read(_ bytes: UnsafeRawBufferPointer) throws(XMLProblem) {
        guard !isFinished, let base = bytes.baseAddress, !bytes.isEmpty else { return }
        WorkMeter.count(bytes.count)
        try parse(base.assumingMemoryBound(to: CChar.self), count: Int32(clamping: bytes.count), isLast: false)
    }

    /// Reads to the end: what is open then was cut off.
    func finish() throws(XMLProblem) {
        if !isFinished { try parse(nil, count: 0, isLast: true) }
    }

    private func parse(_ bytes: UnsafePointer<CChar>?, count: Int32, isLast: Bool) throws(XMLProblem) {
        let status = XML_Parse(parser, bytes, count, isLast ? 1 : 0)
        if let problem { throw problem }
        if status != XML_STATUS_OK, !isFinished { throw .malformed }
    }

    // MARK: - What expat calls

    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLReader? {
        context.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
    }

    private func start(_ written: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
        depth += 1
        if depth > Limits.deepestXML { return stop(for: .tooDeep) }
        if skipped != nil {
            if !alternatives.isEmpty {
                alternatives[alternatives.count - 1].isPassedOver = true
                let name = Self.name(XMLText(written))
                isInWords = name.local == "t"
                if name.local == "p" { alternatives[alternatives.count - 1].wordsPassedOver.append(0x0A) }
            }
            return
        }
        if XML_GetSpecifiedAttributeCount(parser) > 2 * Int32(Limits.mostXMLAttributes) {
            return stop(for: .tooManyAttributes)
        }
        let name = Self.name(XMLText(written))
        if name.namespace == .compatibility {
            if name.local == "AlternateContent" { alternatives.append(Alternatives()) }
            if name.local == "Choice" { skipped = depth }
            return
        }
        if !alternatives.isEmpty {
            alternatives[alternatives.count - 1].isRead = true
            isInWords = name.local == "t"
        }
        goOn(handler.start(name, attributes))
    }

    private func end(_ written: UnsafePointer<CChar>) {
        defer { depth -= 1 }
        isInWords = false
        if let skipped {
            if skipped == depth { self.skipped = nil }
            return
        }
        let name = Self.name(XMLText(written))
        if name.namespace != .compatibility {
            goOn(handler.end(name))
        } else if name.local == "AlternateContent", let last = alternatives.popLast() {
            if let outer = alternatives.indices.last { alternatives[outer].wordsRead += last.wordsRead }
            if last.isLost { handler.passedOver(last.wordsPassedOver) }
        }
    }

    private func text(_ text: UnsafePointer<CChar>, count: Int) {
        text.withMemoryRebound(to: UInt8.self, capacity: count) {
            let bytes = UnsafeBufferPointer(start: $0, count: count)
            if isInWords, let last = alternatives.indices.last {
                if skipped != nil {
                    alternatives[last].wordsPassedOver += bytes
                } else {
                    alternatives[last].wordsRead += bytes
                }
            }
            if skipped == nil { goOn(handler.text(bytes)) }
        }
    }

    private func goOn(_ isWanted: Bool) {
        if isWanted { return }
        isFinished = true
        XML_StopParser(parser, 0)
    }

    private func stop(for problem: XMLProblem) {
        if self.problem == nil { self.problem = problem }
        XML_StopParser(parser, 0)
    }

    // MARK: - Names

    /// A name as expat writes it: `URI`, separator, local part; or the local part alone.
    private static func name(_ written: XMLText) -> XMLName {
        guard let end = written.bytes.lastIndex(of: separator) else {
            return XMLName(namespace: .other, local: written)
        }
        return XMLName(
            namespace: XMLNamespace(XMLText(bytes: UnsafeBufferPointer(rebasing: written.bytes[..<end]))),
            local: XMLText(bytes: UnsafeBufferPointer(rebasing: written.bytes[(end + 1)...]))
        )
    }

    /// The same if its local part is the one that is looked for.
    static func name(_ written: XMLText, local: StaticString) -> XMLName? {
        let count = local.utf8CodeUnitCount
        guard written.bytes.count > count, written.bytes[written.bytes.count - count - 1] == separator else {
            return nil
        }
        let name = name(written)
        return name.local == local ? name : nil
    }
}
