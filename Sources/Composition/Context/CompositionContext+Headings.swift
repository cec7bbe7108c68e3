// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension CompositionContext {
    /// The level of the heading of a table, which is never deeper than the sixth: there are no tags for more (ISO 14289-1, 7.4.2; ISO 32000-1,
    /// 14.8.4.3.2). On that level it would no longer be under the heading that it belongs to, which is reported.
    mutating func levelOfTableHeading(_ level: Int, at location: SourceLocation) -> Int {
        if level <= Self.deepestHeading { return level }
        diagnostics.report(.tableHeadingTooDeep, at: location)
        return Self.deepestHeading
    }

    private static let deepestHeading = 6
}

extension Diagnostic.Message {
    fileprivate static var tableHeadingTooDeep: Self {
        Self(
            .headingTooDeep,
            "the heading of the table would be on the seventh level, and a paper has six",
            hint: "put the table under a heading of a higher level"
        )
    }
}
