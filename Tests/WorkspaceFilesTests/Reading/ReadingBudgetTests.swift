// SPDX-License-Identifier: Apache-2.0

import ResourceLimits
import Testing
import WorkspaceFiles

/// What one workspace may ask for, counted as it is read.
struct ReadingBudgetTests {
    @Test func `pixels are decoded up to a limit, and kept up to another`() {
        var budget = ReadingBudget()
        let decoded = [Limits.mostPixelsDecoded, 1].map { budget.decodePixels($0) }
        #expect(decoded == [true, false])
        let held = [Limits.mostPixelsHeld, 1].map { budget.holdPixels($0) }
        #expect(held == [true, false])
    }
}
