// SPDX-License-Identifier: Apache-2.0

/// The resources of a page of Cairo's: fonts and others, by kind and name (ISO 32000-1, 7.8.3).
struct PageResources {
    /// Their places in Cairo's file, by kind and by name.
    private var named: [String: [String: Range<Int>]] = [:]
    private let file: CairoFile

    /// - Throws: an ``ExportError`` if they are not as Cairo writes them.
    init(of page: CairoFile.Page, in file: CairoFile) throws(ExportError) {
        self.file = file
        var resources = page.resources
        if let reference = file.reference(resources) { resources = try file.object(reference).value }
        for kind in try file.dictionary(resources).entries {
            named[kind.key] = [:]
            guard file.bytes[kind.value].starts(with: "<<".utf8) else {
                // A single value, as a list of procedures is.
                named[kind.key]?[""] = kind.value
                continue
            }
            for entry in try file.dictionary(kind.value).entries { named[kind.key]?[entry.key] = entry.value }
        }
    }

    /// Whether they hold all resources of another page, under the same names.
    func hold(_ other: PageResources) -> Bool {
        other.named.allSatisfy { kind, entries in
            entries.allSatisfy { name, value in
                guard let own = named[kind]?[name] else { return false }
                return file.bytes[own].elementsEqual(file.bytes[value])
            }
        }
    }
}
