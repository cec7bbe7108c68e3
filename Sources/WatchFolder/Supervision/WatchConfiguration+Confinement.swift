// SPDX-License-Identifier: Apache-2.0

import Glibc
package import Publishing
import Sandbox

extension WatchConfiguration {
    /// Confines this process, which is to watch and to start workers, and all that it starts, to the files that it needs.
    ///
    /// It is to be called before any other thread runs: only threads begun later are confined too. A rule of the kernel is tied to the
    /// folder that there is now, while an output folder may be removed and made again, or a share be mounted anew: so the folders above
    /// are named, and a service has a folder of its own for all of its folders.
    ///
    /// - Returns: what the system does not have, in a sentence each.
    /// - Throws: a ``PublicationError`` if the system has it and refuses.
    package func confine(program: ProgramFiles) throws(PublicationError) -> [String] {
        // The nearest folder above that exists may be one of all councils. The supervisor starts the process again.
        if council != nil, Self.real(Self.parent(of: workspace)) == nil {
            throw PublicationError(.inputOutput, "the folder above \(workspace) is not there")
        }
        let outputs = [out.open, out.restricted, inbox, healthFile, metricsFile].compactMap(\.self)
        // The folders above them are made in any case. Where that fails, each write to them fails and is reported.
        for folder in outputs.map(Self.parent) where Self.real(folder) == nil { try? AtomicFile.makeFolder(folder) }
        var written: [String] = []
        for folder in ([workspace] + outputs).map(Self.folderAbove) where !written.contains(folder) {
            written.append(folder)
        }
        let loaded = LoadedFiles()
        let confinement = Confinement.supervisor(
            readable: SystemPaths.ofRendering() + SystemPaths.ofPrograms + loaded.libraryFolders
                + [program.folder, "/proc"],
            writable: written + ["/dev/null"],
            executable: loaded.programs
        )
        do {
            return try confinement.apply().shortfalls
        } catch {
            throw PublicationError(.fault, "the service cannot be confined: \(error); --no-sandbox goes without")
        }
    }

    /// The folder above a folder, or the nearest one above it that is there; the folder itself if that would be all of the file system.
    private static func folderAbove(_ path: String) -> String {
        // What is there is taken as it is: a link leads elsewhere, and `.` has a name.
        if let real = real(path) { return parent(of: real) == "/" ? real : parent(of: real) }
        var folder = parent(of: path)
        while real(folder) == nil, folder != "/", folder != "." { folder = parent(of: folder) }
        guard let found = real(folder), found == "/" else { return real(folder) ?? folder }
        // A folder in the root of the file system is made, so that it can be named instead of all that there is.
        try? AtomicFile.makeFolder(path)
        return real(path) ?? path
    }

    private static func real(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The folder that a path names a thing in.
    private static func parent(of path: String) -> String {
        var trimmed = Substring(path)
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        guard let slash = trimmed.lastIndex(of: "/") else { return "." }
        return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    }
}

/// The files that this process runs from, which the processes that it starts run from too.
private struct LoadedFiles {
    /// The executable and the loader.
    var programs: [String] = []
    /// The folders of libraries.
    var libraryFolders: [String] = []

    init() {
        if let program = realpath("/proc/self/exe", nil) {
            programs.append(String(cString: program))
            free(program)
        }
        let maps = ProcessFile.text(of: "/proc/self/maps") ?? ""
        for line in maps.split(separator: "\n") {
            guard let start = line.firstIndex(of: "/") else { continue }
            let path = String(line[start...])
            guard let slash = path.lastIndex(of: "/"), path.contains(".so") else { continue }
            if path[slash...].hasPrefix("/ld-"), !programs.contains(path) { programs.append(path) }
            let folder = String(path[..<slash])
            if !libraryFolders.contains(folder) { libraryFolders.append(folder) }
        }
    }
}

extension WorkerSettings {
    /// What a worker confines itself to.
    var confinement: Confinement {
        var readable = [workspace, program] + SystemPaths.ofRendering() + [restrictedFolder].compactMap(\.self)
        var writable: [String] = []
        switch role {
        case .rendering: writable = [ledgerFolder(ofWorkspace: workspace)]
        case .checking(let folder): readable.append(folder)
        case .publishing: break
        }
        var confinement = Confinement.worker(readable: readable, writable: writable, parent: supervisor)
        // Where processes of others are hidden (`ProtectProc=invisible`), one that cannot be traced is hidden from its supervisor too, which
        // then could not see what it takes.
        confinement.limits.isDumpable = true
        return confinement
    }
}
