// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Geometry
import Layouts
import Monitoring
import Pictures
import Publishing
import TestSupport
import Testing

@testable import Intake

/// The council's own look: its logo, its accent colour and its masthead.
struct HouseStyleTests {
    /// Reads the good workspace with a house style, a logo in its folder of pictures, and the program's own themes.
    private func read(
        _ style: String,
        logo: [UInt8] = PNGFile(width: 3, height: 2).bytes
    ) throws -> (contents: WorkspaceContents, problems: [String], hints: [String]) {
        let folder = try TemporaryFolder(GoodWorkspace.files)
        try folder.edit("council.yaml", "language: en-GB\n", "language: en-GB\nhouse-style: \(style)\n")
        try folder.write(logo, to: "pictures/logo.png")
        try folder.write(PNGFile(width: 3, height: 2).bytes, to: "pictures/logo-old.png")
        try folder.edit("papers/cabinet.md", "{{> outcomes", "![Old](logo-old.png)\n\n{{> outcomes")
        let layouts = try GoodWorkspace.layoutsFolder()
        let themes = Repository.program.layouts + "/themes/"
        for name in try FileManager.default.contentsOfDirectory(atPath: themes) {
            try layouts.write(String(contentsOfFile: themes + name, encoding: .utf8), to: "themes/" + name)
        }
        let contents = try readWorkspace(at: folder.path, programLayouts: layouts.path)
        return (
            contents,
            contents.diagnostics.map { "\($0.location.map { "\($0)" } ?? "") \($0.message)" },
            contents.diagnostics.compactMap(\.hint)
        )
    }

    @Test func `a logo, an accent and a masthead are the council's`() throws {
        let (contents, problems, _) = try read(
            "{ header: masthead, accent: \"#1d5c3f\", logo: { picture: logo.png, shows: A hill } }"
        )
        #expect(problems == [])
        let style = try #require(contents.round?.council.houseStyle)
        #expect(style.header == .masthead)
        #expect(style.logo?.alternativeText == "A hill")
        #expect(style.logo?.image.width == 3)
        let accent = "#1d5c3f"
        let accessible = try #require(contents.layouts.themes["accessible"])
        #expect(accessible.accent.colour.description == accent)
        #expect(accessible.table.innerBandColour?.description == accent)
        #expect(accessible.figure.line.description == accent)
        let heritage = try #require(contents.layouts.themes["heritage"])
        #expect(heritage.accent.colour.description == accent)
        #expect(heritage.table.innerBandColour == nil)
        #expect(heritage.figure.line.description != accent)
    }

    @Test func `a theme for black and white print takes no accent`() throws {
        var files = GoodWorkspace.files
        let file = Repository.program.layouts + "/themes/heritage.yaml"
        let heritage = try String(contentsOfFile: file, encoding: .utf8)
        files["layouts/themes/heritage.yaml"] = heritage.replacing("accented: [masthead]", with: "accented: []")
        files["council.yaml"]? += "house-style: { accent: \"#1d5c3f\" }\n"
        let contents = try IntakeTests.read(files)
        #expect(contents.diagnostics == [])
        #expect(contents.layouts.themes["heritage"]?.accent.colour == .black)
        #expect(contents.layouts.themes["accessible"]?.accent.colour.description == "#1d5c3f")
    }

    @Test func `without them papers are plain, and themes are as they are written`() throws {
        let (contents, _, _) = try read("{ missing: words }")
        #expect(contents.round?.council.houseStyle == HouseStyle())
        #expect(contents.layouts.themes["accessible"]?.table.innerBandColour?.description == "#14475f")
        #expect(contents.layouts.themes["heritage"]?.accent.colour == .black)
    }

    @Test func `the length of sentences and a reading age are the council's`() throws {
        let style = try #require(try read("{ sentence-words: 0, reading-age: 15 }").contents.round?.council.houseStyle)
        #expect(style.sentenceWords == 0)
        #expect(style.readingAge == 15)
        let other = try #require(try read("{ header: plain }").contents.round?.council.houseStyle)
        #expect(other.sentenceWords == nil)
        #expect(other.readingAge == nil)
        let problems = try read("{ sentence-words: -1, reading-age: fifteen }").problems
        #expect(
            problems.contains(
                "council.yaml:4:32 (sentence-words) `sentence-words` is a whole number from 0 to 200, not `-1`"
            )
        )
        #expect(
            problems.contains(
                "council.yaml:4:49 (reading-age) `reading-age` is a whole number from 7 to 25, not `fifteen`"
            )
        )
    }

    @Test func `a masthead needs no logo`() throws {
        let (contents, problems, _) = try read("{ header: masthead }")
        #expect(problems == ["pictures/logo.png the picture is in no paper and no statement"])
        #expect(contents.round?.council.houseStyle.header == .masthead)
    }

    @Test(arguments: [
        (
            "{ header: mastheat }", "council.yaml:4:24 (header) `header` cannot be `mastheat`",
            "did you mean `masthead`?"
        ),
        (
            "{ accent: green }", "council.yaml:4:24 (accent) `green` is not a colour",
            "colours are written `\"#1d70b8\"`, in quotes: red, green and blue in hexadecimal"
        ),
        (
            "{ accent: \"#4a8f6a\" }",
            "council.yaml:4:24 (accent) words in the accent colour #4a8f6a do not stand out enough from the bands of tables, #e4ecf0: 3.2 to 1",
            "the nearest that does, by 4.5 to 1, is `\"#317753\"`"
        ),
        (
            "{ header: masthead, logo: { picture: logo.pgn, shows: A hill } }",
            "council.yaml:4:51 (picture) there is no picture `logo.pgn`", "did you mean `logo.png`?"
        ),
        (
            "{ header: masthead, logo: { picture: pictures/logo.png, shows: A hill } }",
            "council.yaml:4:51 (picture) `pictures/logo.png` is not the name of a picture",
            "save the file in the folder `pictures`, and write its name alone: `picture: logo.png`"
        ),
        (
            "{ header: masthead, logo: { picture: \"https://a.example/logo.png\", shows: A hill } }",
            "council.yaml:4:51 (picture) the picture `https://a.example/logo.png` is not in the workspace, and nothing is fetched",
            "save the file in the folder `pictures`, and write its name alone: `picture: logo.png`"
        ),
        (
            "{ header: masthead, logo: { picture: logo.png } }",
            "council.yaml:4:40 (logo) `shows` is missing in the logo",
            "it is what it shows, for readers who do not see it"
        ),
        (
            "{ header: masthead, logo: { picture: logo.png, shows: \" \" } }",
            "council.yaml:4:68 (shows) `shows` is empty",
            "it is what it shows, for readers who do not see it"
        ),
        (
            "{ logo: { picture: logo.png, shows: A hill } }",
            "council.yaml:4:16 (logo) the logo is printed nowhere: it stands in the masthead",
            "add `header: masthead`, or `header: plain` to keep it for later"
        ),
    ])
    func `a mistake is told where it is, with what to write`(style: String, problem: String, hint: String) throws {
        let (contents, problems, hints) = try read(style)
        #expect(problems.filter { $0.hasPrefix("council.yaml") } == [problem])
        #expect(hints.contains(hint), "\(hints)")
        #expect(contents.round?.council.houseStyle.logo == nil || style.hasPrefix("{ logo"))
        #expect(contents.layouts.themes["accessible"]?.table.innerBandColour?.description == "#14475f")
    }

    @Test func `a logo that is no picture is told where it is named`() throws {
        let (_, problems, _) = try read(
            "{ header: masthead, logo: { picture: logo.png, shows: A hill } }",
            logo: Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8)
        )
        #expect(problems == ["council.yaml:4:51 (picture) `logo.png` is an SVG drawing or another XML or HTML file"])
    }

    @Test func `the program's themes have room for any accent that is read on their bands`() throws {
        let (contents, problems, _) = try read("{ accent: \"#5b3f8c\" }")
        #expect(problems == ["pictures/logo.png the picture is in no paper and no statement"])
        for theme in contents.layouts.themes.values {
            #expect(theme.accentGrounds.allSatisfy(theme.accent.colour.isLegible), "\(theme.id)")
        }
    }
}
