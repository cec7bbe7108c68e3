// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree
import ResourceLimits
import UnicodeText

/// The state that the composers of one paper share: the audience, names to fill in, anchors, and the numbers of nodes and notes.
struct CompositionContext {
    /// The readers of the paper: for the public, exempt information is replaced by the sentence that says so.
    let audience: Audience
    /// Whose law says what is exempt.
    let nation: Nation
    /// The language of the paper, in which words need no mark; `nil` if the council's is not the tag of one.
    let language: LanguageTag?
    var names: DataNames
    let wording: Wording
    var diagnostics = DiagnosticList()
    private(set) var anchors = AnchorTable()
    /// The level of the last heading that an officer wrote.
    var headingLevel = 0
    private(set) var references: [NodeID: UnwordedReference] = [:]
    /// Whether a return that the paper appends has not come.
    var awaitsReturns = false
    /// The empty blocks that the paper's amendments will replace, which are composed last.
    private(set) var amendmentPlaceholders: Set<NodeID> = []
    private var nextNode = 0
    /// The numbers of the notes of the section, by their scopes and names.
    private var noteNumbers: [[String]: Int] = [:]
    private var lastFigure = 0
    private let numbersTables: Bool
    private var lastTable = 0
    /// The exemptions of everything exempt in each section, by the section's node.
    private(set) var exemptions: [NodeID: Exemption] = [:]
    /// The exemptions of rows in the paper's own tables, by the directorates whose returns have them.
    private(set) var rowExemptions: [String: Exemption] = [:]
    private var currentSection = NodeID(0)
    /// The bytes of the officers' words and of the values filled in.
    private var textSize = 0
    /// Emphasised words, links and the texts between them, beyond the first in each paragraph.
    private var partCount = 0
    /// Whether the paper holds as much as one paper may.
    private var isFull = false
    /// The location of the block that is being composed.
    private var currentPlace: SourceLocation?

    init(
        audience: Audience,
        nation: Nation,
        language: LanguageTag?,
        names: DataNames,
        wording: Wording,
        numbersTables: Bool
    ) {
        self.audience = audience
        self.nation = nation
        self.language = language
        self.names = names
        self.wording = wording
        self.numbersTables = numbersTables
    }

    mutating func node() -> NodeID {
        WorkMeter.count(1)
        defer { nextNode += 1 }
        return NodeID(nextNode)
    }

    /// Whether the paper is within its limits; reports the first place at which it is not.
    ///
    /// The limits of single files do not bound a paper: it can append the same return a thousand times, or fill in a long name for every
    /// placeholder.
    ///
    /// - Parameters:
    ///   - text: how many bytes of words it has.
    ///   - parts: how many parts it has that are no nodes of their own.
    mutating func hasRoom(forText text: Int = 0, parts: Int = 0, at location: SourceLocation? = nil) -> Bool {
        if isFull { return false }
        currentPlace = location ?? currentPlace
        WorkMeter.count(text)
        textSize += text
        partCount += parts
        if nextNode + partCount > Limits.mostNodesInPaper {
            diagnostics.report(.tooManyNodes, at: currentPlace)
            isFull = true
        } else if textSize > Limits.mostTextInPaper {
            diagnostics.report(.tooMuchText, at: currentPlace)
            isFull = true
        }
        return !isFull
    }

    /// The number of a note: notes are numbered through each section, so that no page has two of one number, and a note that several tables
    /// mark has one number.
    ///
    /// - Parameter key: the scope and the name of the note.
    mutating func noteNumber(of key: [String]) -> Int {
        if let number = noteNumbers[key] { return number }
        noteNumbers[key] = noteNumbers.count + 1
        return noteNumbers.count
    }

    /// The number of the next figure: figures are numbered through the paper.
    mutating func figureNumber() -> Int {
        lastFigure += 1
        return lastFigure
    }

    /// The number of a table.
    struct TableNumber {
        /// What is printed before its title: "Table 3".
        var label: String
        /// The wording of a reference to it: "table 3".
        var reference: String
    }

    /// The number of the next table with a title, or `nil` if tables have none: they are numbered through the paper.
    mutating func tableNumber() -> TableNumber? {
        if !numbersTables { return nil }
        lastTable += 1
        let number = ["number": String(lastTable)]
        return TableNumber(
            label: wording.words(.numberedTable, number),
            reference: wording.words(.numberedTableReference, number)
        )
    }

    /// Begins a section, whose notes are numbered from one.
    mutating func section() -> NodeID {
        noteNumbers = [:]
        currentSection = node()
        return currentSection
    }

    /// Words the references made so far.
    var referenceWording: ReferenceWording {
        ReferenceWording(of: references, anchors: anchors, awaitsReturns: awaitsReturns)
    }

    /// The wording of a reference to a heading without a number.
    func headingReference(_ title: String) -> String { wording.words(.headingReference, ["title": title]) }

    /// Whether exempt information is left out of the paper.
    var omitsExemptInformation: Bool { audience == .public }

    /// Records something exempt in the section that is being composed.
    mutating func note(_ exemption: Exemption) {
        exemptions[currentSection] = exemptions[currentSection]?.union(exemption) ?? exemption
    }

    /// Records an exempt row of a return in a table of the paper's own.
    mutating func note(_ exemption: Exemption, ofReturn directorate: String) {
        rowExemptions[directorate] = rowExemptions[directorate]?.union(exemption) ?? exemption
    }

    mutating func block(_ content: Block.Content, at location: SourceLocation? = nil) -> Block {
        Block(id: node(), content, location: location)
    }

    mutating func paragraph(
        _ inlines: [Inline],
        role: Paragraph.Role = .body,
        number: String? = nil,
        symbol: Symbol? = nil,
        at location: SourceLocation? = nil
    ) -> Block {
        block(.paragraph(Paragraph(inlines, role: role, number: number, symbol: symbol)), at: location)
    }

    /// Registers a place that references can lead to.
    ///
    /// - Returns: the name of its destination, which no other place of the paper has.
    mutating func place(at anchor: Anchor, wording: String, isReferable: Bool = true) -> String {
        anchors.insert(anchor, wording: wording, isReferable: isReferable)
    }

    /// Whether a destination has a name already.
    func isTaken(_ name: String) -> Bool { anchors.isTaken(name) }

    /// An empty block that the amendments will replace.
    mutating func amendmentPlaceholder(at location: SourceLocation) -> Block {
        let placeholder = paragraph([], at: location)
        amendmentPlaceholders.insert(placeholder.id)
        return placeholder
    }

    mutating func refer(to name: String, scope: String, at location: SourceLocation) -> NodeID {
        let id = node()
        references[id] = UnwordedReference(name: name, scope: scope, location: location)
        return id
    }
}

extension Diagnostic.Message {
    fileprivate static var tooManyNodes: Self {
        Self(
            .paperTooLarge,
            "the paper holds more than \(Limits.mostNodesInPaper) paragraphs, rows, cells and links",
            hint: "it ends here: append fewer returns, or print only exceptions"
        )
    }

    fileprivate static var tooMuchText: Self {
        Self(
            .paperTooLarge,
            "the paper comes to more than \(Limits.mostTextInPaper >> 20) MB of text",
            hint: "it ends here: append fewer returns, or print only exceptions"
        )
    }
}
