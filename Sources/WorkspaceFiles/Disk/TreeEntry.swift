// SPDX-License-Identifier: Apache-2.0

/// An item of a folder tree that has been listed and not read.
package enum TreeEntry: Sendable, Hashable, Codable {
    case file(FileMark)
    case folder
}
