// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import FoundationEssentials
import ResourceLimits
package import WorkspaceFiles

extension WorkspaceFolder {
    /// The value of a JSON file, or `nil` if there is no such file or it cannot be read.
    ///
    /// Foundation decides whether a text is JSON. The YAML reader then takes it apart, since YAML 1.2 includes JSON: it gives every value
    /// its location and finds keys that are given twice, and the forms of YAML files serve JSON files too.
    ///
    /// - Parameter subject: what it is about; `nil` for what the files in this folder are.
    package func json(_ name: String, about subject: SourceFile.Subject? = nil) -> YAMLValue? {
        text(name, about: subject).flatMap { json($0) }
    }

    /// The value of a file that has been read, or `nil` if it is not JSON.
    package func json(_ text: SourceText) -> YAMLValue? {
        // A text that is too long is reported by the reader.
        if text.bytes.count <= Limits.longestForm {
            do {
                _ = try JSONDecoder().decode(AnyJSON.self, from: Data(text.bytes))
            } catch {
                findings.report(.notJSON, at: SourceLocation(in: text.sourceFile))
                return nil
            }
        }
        return YAMLReader(findings: findings, file: text.sourceFile).read(text.string)
    }
}

/// Any value: decoding it asks no more than that the text is JSON.
private struct AnyJSON: Decodable {
    init(from decoder: any Decoder) {}
}

extension Diagnostic.Message {
    fileprivate static var notJSON: Self {
        Self(.invalidJSON, "the file is not JSON", hint: "save it again from where it was downloaded")
    }
}
