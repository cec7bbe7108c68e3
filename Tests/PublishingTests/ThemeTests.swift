// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Publishing
import TestSupport
import Testing

/// The same paper in every theme.
struct ThemeTests {
    private func words(theme: String) throws -> [String] {
        let publication = try publish(
            PublicationRequest(workspace: Repository.sample, papers: ["cabinet-2009-11-30"], theme: theme),
            with: Repository.program
        )
        #expect(publication.diagnostics == [])
        let file = try #require(publication.files.first)
        let folder = try TemporaryFolder()
        try folder.write(file.bytes, to: file.name)
        let text = try Command.text(ofPDF: folder.path + "/" + file.name).lowercased()
        // Head and foot stand on every page, and repeated headers on some: themes differ in how often.
        return Set(text.split { $0.isWhitespace }.map(String.init)).sorted().filter { $0.contains { $0.isLetter } }
    }

    @Test(arguments: ["heritage", "large-print"]) func `a theme changes how a paper looks, not what it says`(
        theme: String
    ) throws {
        let plain = Set(try words(theme: "accessible"))
        let other = Set(try words(theme: theme))
        // A word may be divided at its hyphen in one theme and not in another.
        func whole(_ words: Set<String>) -> Set<String> {
            Set(words.flatMap { $0.split { "-–/".contains($0) }.map(String.init) })
        }
        #expect(whole(plain).subtracting(whole(other)) == [])
    }
}
