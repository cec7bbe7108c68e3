// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ProgramConfiguration
import Publishing

/// The configuration file, and what it names.
extension Machine {
    /// One finding for the file where it is well, or one for each mistake in it; and those of the folders of each council.
    ///
    /// - Returns: an empty array if there is no file and none was named.
    func configuration(_ file: ConfigurationFile) -> [Finding] {
        guard file.isNamed || file.isThere else { return [] }
        do throws(PublicationError) {
            let (configuration, diagnostics) = try file.read(.everything)
            let names = configuration.councils.map(\.name)
            let good = Finding.good(
                "configuration",
                file.path + (names.isEmpty ? "" : ", with the councils \(names.joined(separator: ", "))")
            )
            let mistakes = diagnostics.map { diagnostic in
                let make = diagnostic.severity == .error ? Finding.error : Finding.warning
                let place = diagnostic.location?.description ?? file.path
                return make("configuration", "\(place): \(diagnostic.message)", diagnostic.hint ?? "put the file right")
            }
            return (mistakes.isEmpty ? [good] : mistakes) + configuration.councils.flatMap(folders)
                + [configuration.metricsFolder.map { writableFolder("metrics folder", $0) }].compactMap(\.self)
        } catch {
            return [
                .error(
                    "configuration",
                    error.description,
                    hint: "name another file, or give this user the right to read it"
                )
            ]
        }
    }

    /// The folders of a council.
    private func folders(of council: Configuration.Council) -> [Finding] {
        let out = council.values[.out]
        let restricted =
            council.values[.restrictedOut] ?? out.flatMap { try? OutputFolders(open: $0).restricted }
        let written: [(subject: String, path: String?)] = [
            ("output folder", out), ("restricted folder", restricted), ("inbox", council.values[.inbox]),
        ]
        let findings =
            [workspace(council.workspace), ledger(of: council.workspace)]
            + written.compactMap { item in item.path.map { writableFolder(item.subject, $0) } }
        return findings.map { $0.of(council.name) }
    }
}
