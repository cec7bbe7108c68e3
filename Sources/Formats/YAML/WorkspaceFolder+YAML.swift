// SPDX-License-Identifier: Apache-2.0

package import WorkspaceFiles

extension WorkspaceFolder {
    /// The value of a YAML file, or `nil` if there is no such file or it cannot be read.
    package func yaml(_ name: String) -> YAMLValue? {
        text(name).flatMap { YAMLReader(findings: findings, file: $0.file).read($0.string) }
    }
}
