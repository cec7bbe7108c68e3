// SPDX-License-Identifier: Apache-2.0

/// The four kinds of thing that a business plan promises and a return reports on.
package enum ReportedClass: String, Sendable, Hashable, CaseIterable {
    case coreServices = "core-services"
    case activity = "activity"
    case actions = "actions"
    case indicators = "indicators"
}
