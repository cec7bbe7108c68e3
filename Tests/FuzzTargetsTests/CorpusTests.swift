// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import FuzzTargets
import TestSupport
import Testing

/// Every input that once broke something, and the inputs that fuzzing begins from, through their targets.
struct CorpusTests {
    /// An input by its name.
    struct Input: Sendable, CustomTestStringConvertible {
        var target: FuzzTarget
        var name: String
        var testDescription: String { "\(target.rawValue)/\(name)" }
    }

    private static let corpus = Repository.folder + "/Tests/FuzzCorpus/"

    /// The files of `Tests/FuzzCorpus`.
    private static let inputs: [Input] = FuzzTarget.allCases.flatMap { target in
        let names = (try? FileManager.default.contentsOfDirectory(atPath: corpus + target.rawValue)) ?? []
        return names.sorted().map { Input(target: target, name: $0) }
    }

    @Test(arguments: inputs) func `an input of the corpus breaks nothing`(input: Input) throws {
        let bytes = try Data(contentsOf: URL(filePath: Self.corpus + input.target.rawValue + "/" + input.name))
        #expect(throws: Never.self) { try input.target.run(Array(bytes), in: FuzzSession()) }
    }

    @Test(arguments: FuzzTarget.allCases) func `the seeds of a target break nothing`(target: FuzzTarget) throws {
        let session = FuzzSession()
        let seeds = try target.seeds(in: session)
        #expect(seeds.count >= 4)
        for (index, seed) in seeds.enumerated() {
            #expect(throws: Never.self, "seed \(index)") { try target.run(seed, in: session) }
        }
    }

    @Test func `every folder of the corpus is of a target`() throws {
        let folders = Set(try FileManager.default.contentsOfDirectory(atPath: Self.corpus))
        #expect(folders.subtracting(FuzzTarget.allCases.map(\.rawValue)).sorted() == [])
    }
}
