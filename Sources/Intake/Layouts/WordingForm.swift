// SPDX-License-Identifier: Apache-2.0

import Formats
import Layouts
import WorkspaceFiles

/// `layouts/words.yaml`, and the words of another language.
enum WordingForm {
    static func language(isRequired: Bool) -> FormKey {
        FormKey("language", required: isRequired, "the language of the words, such as `en` or `cy`")
    }

    static func key(_ phrase: Phrase, isRequired: Bool) -> FormKey {
        FormKey(phrase.rawValue, required: isRequired, phrase.meaning)
    }

    /// - Parameter isComplete: whether the file has every phrase, as the program's has, and not only those that a workspace changes.
    static func form(isComplete: Bool) -> Form {
        Form(
            "the words of papers",
            [LayoutForm.title, LayoutForm.kind(.words), language(isRequired: isComplete)]
                + Phrase.allCases.map { key($0, isRequired: isComplete) }
        )
    }
}
