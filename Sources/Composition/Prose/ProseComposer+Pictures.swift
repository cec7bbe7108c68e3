// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

/// Pictures that officers put between paragraphs.
extension ProseComposer {
    /// A picture as a figure, or `nil` if its file cannot be used. Only one with a caption has a number, and can be referred to.
    mutating func figure(
        _ picture: Prose.Picture,
        at location: SourceLocation,
        with context: inout CompositionContext
    ) -> Block? {
        guard let image = picture.image else { return nil }
        let id = context.node()
        let text = picture.alternativeText.map { inlines($0, with: &context).plainText }
        var figure = Figure(label: nil, caption: [], alternativeText: text, graphic: .image(image), anchor: nil)
        if !picture.caption.isEmpty {
            let number = ["number": String(context.figureNumber())]
            let name = picture.file.split(separator: ".").dropLast().joined(separator: "-")
            figure.label = context.wording.words(.figure, number)
            figure.anchor = context.place(
                at: .figure(.slug(of: name), in: headings.scope.isEmpty ? nil : headings.scope),
                wording: context.wording.words(.figureReference, number)
            )
            let caption = inlines(picture.caption, with: &context)
            figure.caption = [context.paragraph(caption, role: .caption, at: location)]
        }
        return Block(id: id, .figure(figure), location: location)
    }
}
