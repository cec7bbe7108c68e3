// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

@testable import Intake

/// Files that were cut short or garbled: whatever is in them, they are read to the end and the problems told.
struct DamageTests {
    /// Every file of the good workspace, and every layout.
    private static let names =
        GoodWorkspace.files.keys.sorted() + GoodWorkspace.layouts.keys.map { "layouts/\($0)" }.sorted()

    private func original(_ name: String) -> [UInt8] {
        let text = GoodWorkspace.files[name] ?? GoodWorkspace.layouts[String(name.dropFirst(8))] ?? ""
        return Array(text.utf8)
    }

    /// Reads the good workspace with one file damaged: every problem has a place that is there, and without an error there is a round.
    ///
    /// - Returns: the problems in the file itself.
    @discardableResult
    private func read(_ name: String, as bytes: [UInt8]) throws -> [Diagnostic] {
        var files = GoodWorkspace.files.mapValues { Array($0.utf8) }
        files[name] = bytes
        let workspace = try TemporaryFolder(files)
        let layouts = try GoodWorkspace.layoutsFolder()
        let contents = try readWorkspace(at: workspace.path, programLayouts: layouts.path)
        for diagnostic in contents.diagnostics {
            let location = try #require(diagnostic.location, "\(diagnostic.line)")
            guard let file = files[location.file] else { continue }
            // A carriage return alone ends a line too.
            let lines = 1 + file.count { $0 == 0x0A || $0 == 0x0D }
            #expect((0...lines).contains(location.line), "\(diagnostic.line)")
        }
        #expect(contents.round != nil || contents.diagnostics.contains { $0.severity == .error })
        return contents.diagnostics.filter { $0.location?.file == name }
    }

    @Test(arguments: names)
    func `a file cut short is read`(name: String) throws {
        let bytes = original(name)
        for step in 0..<10 { try read(name, as: Array(bytes.prefix(bytes.count * step / 10))) }
    }

    @Test(arguments: names)
    func `a file with bytes changed is read`(name: String) throws {
        var random = Random(seed: UInt64(name.utf8.reduce(7) { $0 &* 31 &+ Int($1) }.magnitude))
        for _ in 0..<10 {
            var bytes = original(name)
            for _ in 0..<(1 + Int(random.next() % 6)) {
                let place = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 4 {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(Self.awkward[Int(random.next() % UInt64(Self.awkward.count))], at: place)
                default: bytes.insert(contentsOf: bytes[place...].prefix(40), at: place)
                }
            }
            try read(name, as: bytes)
        }
    }

    @Test(arguments: names)
    func `a file of something else is read`(name: String) throws {
        let kind =
            name.hasSuffix(".csv") ? "a CSV file" : name.hasSuffix(".md") ? "a Markdown file" : "a YAML file"
        for (bytes, message) in [
            ([0], "the file holds only empty bytes: its content is not on this computer"),
            // In Windows-1252 all of this is a `ÿ`.
            (Array(repeating: 0xFF, count: 1_000), "the file is not good UTF-8 here"),
            (Array("PK\u{3}\u{4}\u{0}\u{0}".utf8), "this is a zip file under the name of \(kind)"),
        ] as [([UInt8], String)] {
            let problems = try read(name, as: bytes).filter { $0.severity == .error }.map(\.message)
            #expect(problems.contains(message), "\(problems)")
        }
        #expect(try !read(name, as: Array("---\n---\n---\n".utf8)).isEmpty)
        // A statement may be made of quotation marks.
        let quotes = try read(name, as: Array(String(repeating: "\"", count: 1_001).utf8))
        #expect(quotes.isEmpty == name.hasSuffix("statement.md"))
    }

    /// Bytes that mean something to one of the formats.
    private static let awkward = Array("\"',;:{}[]|>*&!%@`#-\n\r\t\\^~<\0é".utf8)

    /// A linear congruential generator, the same on every run (Knuth, MMIX).
    private struct Random {
        private var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }
}
