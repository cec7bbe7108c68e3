// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A literal is the path of a file that is about the workspace as a whole.
extension SourceFile: ExpressibleByStringLiteral {
    package convenience init(stringLiteral path: String) { self.init(path, subject: .workspace) }
}
