// SPDX-License-Identifier: Apache-2.0

/// One key of a form: declared once, so that the reader's errors and any page about the form say the same.
struct FormKey: Sendable {
    /// What stands behind a key.
    enum Holding: Sendable {
        /// A text; dates, lengths and choices are texts too.
        case text
        /// One of a few words.
        case choice([String])
        /// One text, or a list of them.
        case texts
        /// A list of groups.
        case list(of: Form)
        /// A list of items that are a text or a group.
        case items
        /// A text or a group.
        case textOrGroup(Form)
        case group(Form)
        /// A group whose keys are the officer's own names, each with a group.
        case named(Form)
        /// A group whose keys are the officer's own names, each with a text.
        case namedTexts
        /// A group whose keys are known names, each with a group of the officer's own names.
        case namedGroups
    }

    let name: String
    /// What it means, in one sentence.
    let meaning: String
    let holds: Holding
    let isRequired: Bool

    /// A key with a text behind it.
    init(_ name: String, required: Bool = false, _ meaning: String) {
        self.init(name, .text, required: required, meaning)
    }

    init(_ name: String, _ holds: Holding, required: Bool = false, _ meaning: String) {
        self.name = name
        self.holds = holds
        self.isRequired = required
        self.meaning = meaning
    }
}

extension FormKey {
    /// Whether a value is of the kind that stands behind this key.
    func accepts(_ value: YAMLValue) -> Bool {
        switch (holds, value.content) {
        case (.text, .text), (.choice, .text), (.texts, .text), (.texts, .list), (.list, .list), (.items, .list),
            (.textOrGroup, .text), (.textOrGroup, .group), (.group, .group), (.named, .group), (.namedTexts, .group),
            (.namedGroups, .group):
            true
        default: false
        }
    }

    /// The kind of value that stands behind this key, in an officer's words.
    var kindName: String {
        switch holds {
        case .text: "a text"
        case .choice(let words): "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
        case .texts: "a text or a list of texts"
        case .list, .items: "a list"
        case .textOrGroup: "a text or a group of keys"
        case .group, .named, .namedTexts, .namedGroups: "a group of keys"
        }
    }
}
