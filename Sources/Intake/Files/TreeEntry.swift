// SPDX-License-Identifier: Apache-2.0

/// What a look at a folder, without any reading, shows at a path.
package enum TreeEntry: Sendable, Hashable {
    case file(FileMark)
    case folder
}
