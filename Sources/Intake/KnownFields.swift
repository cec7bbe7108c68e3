// SPDX-License-Identifier: Apache-2.0

import Formats
import Monitoring
import WorkspaceFiles

/// The names of keys and columns that the program itself gives: a report may tell them also of a file that it does not quote.
enum KnownFields {
    static func contains(_ field: String) -> Bool {
        names.contains(field) || names.contains(DetailField.name(ofColumn: field))
            || IndicatorColumns.key(field, in: nil) != nil
    }

    private static let names: Set<String> = {
        let columns = PlanItemColumns.actions + PlanItemColumns.activities + IndicatorColumns.all
        var names = Set(columns.map(\.name) + DetailField.standard.map(\.name))
        for form in [PaperForm.form, ReturnForm.form, CouncilForm.form, RoundForm.form, BankHolidayForm.form] {
            insert(form, into: &names)
        }
        return names
    }()

    private static func insert(_ form: Form, into names: inout Set<String>) {
        for key in form.keys {
            names.insert(key.name)
            switch key.value {
            case .list(let inner), .textOrGroup(let inner), .group(let inner), .named(let inner),
                .textsOrGroups(let inner):
                insert(inner, into: &names)
            case .parts(let forms): for inner in forms.values { insert(inner, into: &names) }
            case .text, .choice, .texts, .namedTexts, .namedGroups, .textsOrNamedTexts: break
            }
        }
    }
}
