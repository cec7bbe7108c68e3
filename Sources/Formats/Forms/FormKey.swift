// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A key of a form, declared once for its reader, its diagnostics and its hints.
package struct FormKey: Sendable {
    /// The kind of value that a key has.
    package enum Value: Sendable {
        /// A text; dates and lengths are texts too.
        case text
        /// One of a few words.
        case choice([String])
        /// One text, or a list of them.
        case texts
        /// A list of groups.
        case list(of: Form)
        /// A list of items that are a text or a group.
        case textsOrGroups(Form)
        /// A list of parts, each by its name alone or as a group with the name as its only key.
        case parts([String: Form])
        /// A text or a group.
        case textOrGroup(Form)
        case group(Form)
        /// A group whose keys are the officer's own names, each with a group.
        case named(Form)
        /// A group whose keys are the officer's own names, each with a text.
        case namedTexts
        /// A group whose keys are these names, each with a text or a group of the officer's own names.
        case namedGroups([String])
        /// One text, a list of them, or a group whose keys are these names, each with a text or a list.
        case textsOrNamedTexts([String])
    }

    /// What a text of the value has to be.
    package enum TextFormat: Sendable, Equatable {
        case words
        /// One of a few words, as ``Value/choice(_:)`` is of a key with one text.
        case choice([String])
        /// A day: `2009-11-30`.
        case date
        /// `true` or `false`.
        case flag
        case wholeNumber(ClosedRange<Int>)
    }

    /// The name as it is written in the file.
    package let name: String
    /// What the value means, in one phrase.
    package let meaning: String
    /// The kind of value.
    package let value: Value
    /// What the text of the value is, or each of its texts.
    package let format: TextFormat
    /// Whether a form without the key is an error.
    package let isRequired: Bool
    /// The rule that a value of a wrong kind breaks, or `nil` for an error: what no paper depends on holds none up.
    package let leniency: Rule?

    /// A key for a text.
    package init(_ name: String, format: TextFormat = .words, required: Bool = false, _ meaning: String) {
        self.init(name, .text, format: format, required: required, meaning)
    }

    /// A key for a kind of value.
    package init(
        _ name: String,
        _ value: Value,
        format: TextFormat = .words,
        required: Bool = false,
        leniency: Rule? = nil,
        _ meaning: String
    ) {
        self.name = name
        self.value = value
        self.format = format
        self.isRequired = required
        self.leniency = leniency
        self.meaning = meaning
    }
}

extension FormKey {
    /// Whether a value is of the kind that the key has.
    func accepts(_ written: YAMLValue) -> Bool {
        switch (value, written.content) {
        case (.text, .text), (.choice, .text), (.texts, .text), (.texts, .list), (.list, .list),
            (.textsOrGroups, .list), (.parts, .list),
            (.textOrGroup, .text), (.textOrGroup, .group), (.group, .group), (.named, .group), (.namedTexts, .group),
            (.namedGroups, .group), (.textsOrNamedTexts, .text), (.textsOrNamedTexts, .list),
            (.textsOrNamedTexts, .group):
            true
        default: false
        }
    }

    /// The kind of value that the key has, in an officer's words.
    var kindName: String {
        switch value {
        case .text: "a text"
        case .choice(let words): "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
        case .texts: "a text or a list of texts"
        case .list, .textsOrGroups, .parts: "a list"
        case .textOrGroup: "a text or a group of keys"
        case .textsOrNamedTexts: "a text, a list of texts or a group of keys"
        case .group, .named, .namedTexts, .namedGroups: "a group of keys"
        }
    }
}
