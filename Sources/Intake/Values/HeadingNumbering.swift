// SPDX-License-Identifier: Apache-2.0

/// How headings are numbered: the values of a key `numbering`.
enum HeadingNumbering: String, CaseIterable {
    case decimal, none
}
