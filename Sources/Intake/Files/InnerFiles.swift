// SPDX-License-Identifier: Apache-2.0

/// A folder of a workspace as a workspace of its own.
struct InnerFiles: FileSource {
    let files: any FileSource
    /// From the outer workspace.
    let folder: String

    func names(in folder: String) throws(IntakeError) -> [String] { try files.names(in: outer(folder)) }

    func kind(of path: String) throws(IntakeError) -> FileKind? { try files.kind(of: outer(path)) }

    func bytes(of path: String) throws(IntakeError) -> [UInt8]? { try files.bytes(of: outer(path)) }

    private func outer(_ path: String) -> String { path.isEmpty ? folder : folder + "/" + path }
}
