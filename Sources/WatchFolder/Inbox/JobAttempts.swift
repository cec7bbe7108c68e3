// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Publishing

/// How often a job of the inbox was begun and not ended, in a hidden file beside it, so that it outlives the program.
struct JobAttempts {
    private static let prefix = ".begun-"

    private let folder: String
    private let name: String

    /// - Parameters:
    ///   - folder: the folder of the job.
    ///   - job: its time and number.
    init(folder: String, job: String) {
        self.folder = folder
        name = Self.prefix + job
    }

    var path: String { "\(folder)/\(name)" }

    var count: Int {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return 0 }
        return Int(text.prefix { $0.isNumber }) ?? 1
    }

    func record(_ count: Int) throws(PublicationError) {
        if count == 0 { return remove() }
        try AtomicFile.write(Array("\(count)\n".utf8), to: name, in: folder)
    }

    func remove() { unlink(path) }

    /// The files of all jobs.
    static func files(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix(prefix) }.map { "\(folder)/\($0)" }
    }
}
