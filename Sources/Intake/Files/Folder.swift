// SPDX-License-Identifier: Apache-2.0

/// A folder of a workspace.
struct Folder {
    let files: any FileSource
    /// From the workspace.
    let path: String

    init(_ files: any FileSource, path: String = "") {
        self.files = files
        self.path = path
    }

    func folder(_ name: String) -> Folder { Folder(files, path: full(name)) }

    /// The names in it, in alphabetical order.
    func names() throws(IntakeError) -> [String] { try files.names(in: path) }

    /// What stands under a name; nothing where nothing does.
    func kind(of name: String) throws(IntakeError) -> FileKind? { try files.kind(of: full(name)) }

    /// The bytes of a file in it; nothing where there is no such file.
    func bytes(of name: String) throws(IntakeError) -> [UInt8]? { try files.bytes(of: full(name)) }

    private func full(_ name: String) -> String { path.isEmpty ? name : path + "/" + name }
}
