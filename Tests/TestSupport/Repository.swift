// SPDX-License-Identifier: Apache-2.0

package import Publishing
package import TextShaping

/// Where the files of this repository are.
package enum Repository {
    /// Found from where this file was compiled.
    package static let folder: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/")
    }()

    package static var program: ProgramFiles { ProgramFiles(folder: folder) }
    package static var sample: String { folder + "/samples/wealdshire-2009" }

    /// A font that has pictures in place of outlines, from Debian's `fonts-noto-color-emoji`.
    package static let colourFont = "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"

    /// A shaper with the program's own fonts, and some of a workspace.
    package static func shaper(fonts: [InMemoryFont] = []) throws -> TextShaper {
        try TextShaper(configurationFile: program.fontConfiguration, fonts: fonts)
    }
}
