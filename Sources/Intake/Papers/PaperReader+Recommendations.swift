// SPDX-License-Identifier: Apache-2.0

import Formats
import Layouts
import Monitoring

/// What a paper asks of its meeting.
extension PaperReader {
    /// What an item of the list asks; `nil` if it has no verb.
    func recommendation(_ form: FilledForm, isExempt: Bool) -> PaperSource.Recommendation? {
        let verb = form.choice(RecommendationForm.verb, of: PaperSource.Recommendation.Verb.self)
        let text = form.prose(RecommendationForm.text, isExempt: isExempt) ?? Prose()
        return verb.map { PaperSource.Recommendation(verb: $0, text: text) }
    }

    /// Whether the layout prints recommendations and the header has none, or an empty list of them.
    func lacksRecommendations(_ form: FilledForm, layout: PaperLayout?) -> Bool {
        let key = PaperForm.recommendations
        guard layout?.printsRecommendations == true, form.items(key).isEmpty else { return false }
        return form.value(key) != nil || !form.mentions(key)
    }
}
