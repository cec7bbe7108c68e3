// SPDX-License-Identifier: Apache-2.0

/// How headings are numbered: what stands behind a key `numbering`.
enum HeadingNumbering: String, CaseIterable {
    case decimal, none
}
