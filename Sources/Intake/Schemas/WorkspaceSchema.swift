// SPDX-License-Identifier: Apache-2.0

import Formats
import WorkspaceFiles

/// A kind of file of a workspace that officers write by keys, with the JSON Schema by which an editor knows them.
package enum WorkspaceSchema: String, Sendable, CaseIterable {
    case council, round
    case directorateReturn = "return"
    case paper, layout
    case returnLayout = "return-layout"
    case words, table, theme
    case returnWords = "return-words"
    case bankHolidays = "bank-holidays"
    case circulated

    /// Which files they are.
    package var files: String {
        switch self {
        case .council: "council.yaml"
        case .round: "round.yaml"
        case .directorateReturn: "returns/DIRECTORATE/return.yaml"
        case .paper: "the header of papers/PAPER.md, or papers/PAPER.yaml beside a Word document"
        case .layout: "layouts/LAYOUT.yaml of the kind `paper`"
        case .returnLayout: "layouts/LAYOUT.yaml of the kind `return`"
        case .words: "layouts/words.yaml, layouts/words-LANGUAGE.yaml"
        case .table: "layouts/tables/TABLE.yaml"
        case .theme: "layouts/themes/THEME.yaml"
        case .returnWords: "layouts/forms/return.yaml"
        case .bankHolidays: "bank-holidays.json"
        case .circulated: "circulated/PAPER/DRAFT/circulated.yaml"
        }
    }

    /// The name of the schema's file.
    package var fileName: String { "\(rawValue).json" }

    /// The schema.
    package var text: String { form.schema(title: files) }

    /// The form by which such a file is read.
    var form: Form {
        switch self {
        case .council: CouncilForm.form
        case .round: RoundForm.form
        case .directorateReturn: ReturnForm.form
        case .paper: PaperForm.form
        case .layout: PaperLayoutForm.form
        case .returnLayout: ReturnLayoutForm.form
        case .words: WordingForm.form(isComplete: false)
        case .table: TableKindForm.form
        case .theme: ThemeForm.form
        case .returnWords: WorkbookWords.WordsForm.form
        case .bankHolidays: BankHolidayForm.form
        case .circulated: CirculationForm.form
        }
    }
}
