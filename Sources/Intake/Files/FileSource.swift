// SPDX-License-Identifier: Apache-2.0

/// Where the files of a workspace come from: a folder on disk, or what a folder held at one moment.
///
/// Paths are relative to the workspace, with `/` between their parts; the empty one is the workspace itself.
package protocol FileSource: Sendable {
    /// The names in a folder, in alphabetical order, without hidden ones and those that programs make in passing.
    func names(in folder: String) throws(IntakeError) -> [String]

    /// What stands at a path; nothing where nothing does.
    func kind(of path: String) throws(IntakeError) -> FileKind?

    /// The bytes of a file; nothing where there is no such file.
    func bytes(of path: String) throws(IntakeError) -> [UInt8]?
}

/// What stands at a path.
package enum FileKind: Sendable, Hashable {
    case file, folder
    /// A pipe, a device: nothing that can be read.
    case other
}
