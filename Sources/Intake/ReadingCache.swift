// SPDX-License-Identifier: Apache-2.0

/// What of the program's own files was read before, for the next reading of a workspace: most edits leave all of them as they are.
package final class ReadingCache: Sendable {
    let layouts = LayoutCache()
    let bankHolidays = BankHolidayCache()

    package init() {}
}
