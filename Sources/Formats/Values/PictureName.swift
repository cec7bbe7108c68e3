// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import Monitoring
import ResourceLimits
import WorkspaceFiles

/// The name of a picture, as a text or the house style writes it: that of a file in the workspace's folder of pictures.
package enum PictureName {
    /// What is wrong with a name, or `nil` if it may be that of a file.
    ///
    /// - Parameter example: how a picture is named in such a place.
    package static func problem(with name: String, example: String) -> Diagnostic.Message? {
        if name.isEmpty { return .pictureWithoutFile(example) }
        if name.hasPrefix("//") || name.contains(":") { return .pictureElsewhere(name, example) }
        if name.contains("/") || name.contains("\\") || IgnoredFile.matches(name) {
            return .pictureInFolder(name, example)
        }
        return name.utf8.count > Limits.longestFileName ? .pictureNameTooLong : nil
    }
}

extension Diagnostic.Message {
    fileprivate static func pictureWithoutFile(_ example: String) -> Self {
        Self(.invalidPicture, "the picture names no file", hint: pictureHint(example))
    }

    fileprivate static func pictureElsewhere(_ address: String, _ example: String) -> Self {
        Self(
            .invalidPicture,
            "the picture `\(address.shortened)` is not in the workspace, and nothing is fetched",
            hint: pictureHint(example)
        )
    }

    fileprivate static func pictureInFolder(_ name: String, _ example: String) -> Self {
        Self(.invalidPicture, "`\(name.shortened)` is not the name of a picture", hint: pictureHint(example))
    }

    fileprivate static var pictureNameTooLong: Self {
        Self(
            .textTooLong,
            "the name of the picture is longer than \(Limits.longestFileName) characters",
            hint: "rename the file"
        )
    }

    private static func pictureHint(_ example: String) -> DiagnosticText {
        "save the file in the folder `\(own: Prose.pictureFolder)`, and write its name alone: `\(own: example)`"
    }
}
