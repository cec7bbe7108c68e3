// SPDX-License-Identifier: Apache-2.0

import Publishing
import ResourceLimits
import TestSupport
import Testing

/// Work grows no faster than the workspace, whatever stands in it.
///
/// Steps are counted, not seconds: they are the same on every machine (``WorkMeter``).
struct GrowthTests {
    /// Twice as much, and what else comes with it.
    private static let mostGrowth = 2.5

    private func steps(_ pathology: Pathology, count: Int) throws -> Int {
        let folder = try pathology.workspace(count: count)
        let meter = WorkMeter()
        _ = try WorkMeter.$current.withValue(meter) {
            try check(folder.path + "/" + Pathology.folder, with: Repository.program).diagnostics
        }
        return meter.steps
    }

    @Test(arguments: Pathology.all)
    func `twice as many take at most two and a half times the work`(_ pathology: Pathology) throws {
        let little = try steps(pathology, count: 1)
        let once = try steps(pathology, count: pathology.count) - little
        let twice = try steps(pathology, count: pathology.count * 2) - little
        // What is planted is gone through: a loop that nobody counts would let anything pass.
        #expect(once >= pathology.count || twice >= pathology.count * 2, "\(once), \(twice)")
        #expect(
            Double(twice) <= Double(max(once, little / 10)) * Self.mostGrowth,
            "\(once), \(twice), beside \(little)"
        )
    }
}
