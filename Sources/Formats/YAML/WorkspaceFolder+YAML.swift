// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import WorkspaceFiles

extension WorkspaceFolder {
    /// The value of a YAML file, or `nil` if there is no such file or it cannot be read.
    ///
    /// - Parameter subject: what it is about; `nil` for what the files in this folder are.
    package func yaml(_ name: String, about subject: SourceFile.Subject? = nil) -> YAMLValue? {
        text(name, about: subject).flatMap { YAMLReader(findings: findings, file: $0.sourceFile).read($0.string) }
    }
}
