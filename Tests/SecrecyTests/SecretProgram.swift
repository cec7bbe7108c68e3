// SPDX-License-Identifier: Apache-2.0

import Foundation
import Intake
import Publishing
import TestSupport

/// The program's files without the layouts, table kinds and themes that ``SecretRound`` does not use: reading them took a third of the time
/// of these tests, and no secret has anything to do with them.
enum SecretProgram {
    private static let layouts = [
        "bank-holidays.json", "cabinet.yaml", "directorate-return.yaml", "poc.yaml", "words.yaml",
        "tables/activity-levels.yaml", "tables/comments-on-others.yaml", "tables/exceptions-as-planned.yaml",
        "tables/exceptions-two-columns.yaml",
        "tables/indicators-compared.yaml", "tables/indicators-six-columns.yaml", "tables/indicators-trend.yaml",
        "tables/outcomes.yaml", "tables/route.yaml", "themes/accessible.yaml",
    ]

    /// Made anew in the build folder for every run of the tests.
    static let files: Result<ProgramFiles, any Error> = Result {
        let home = Repository.folder + "/.build/secrecy-program"
        let disk = FileManager.default
        try? disk.removeItem(atPath: home)
        for folder in ["tables", "themes"] {
            try disk.createDirectory(atPath: "\(home)/layouts/\(folder)", withIntermediateDirectories: true)
        }
        for name in layouts {
            try disk.copyItem(atPath: "\(Repository.folder)/layouts/\(name)", toPath: "\(home)/layouts/\(name)")
        }
        // Not a link: a confined process may open what is below the program's folder, and nothing else.
        try disk.copyItem(atPath: Repository.folder + "/fonts", toPath: home + "/fonts")
        return ProgramFiles(folder: home)
    }

    /// What the thread of the caller has read of the program's files: a cache is of one thread, and tests run on several.
    static var readingCache: ReadingCache {
        let key = "SecretProgram.readingCache"
        if let known = Thread.current.threadDictionary[key] as? ReadingCache { return known }
        let cache = ReadingCache()
        Thread.current.threadDictionary[key] = cache
        return cache
    }

    /// Runs the program under test.
    static func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Command.Outcome {
        try Command.run(
            Command.program,
            arguments,
            in: folder.path,
            environment: ["CLEARDAYS_HOME": files.get().folder]
        )
    }
}
