// SPDX-License-Identifier: Apache-2.0

import TestSupport

extension TemporaryFolder {
    /// Makes a script of a shell that can be run, and returns its path.
    ///
    /// Another process writes it: what this one has open to write, processes that other tests start have open too for a moment, and nothing runs it then.
    func script(_ name: String, _ body: String) throws -> String {
        try write("#!/bin/sh\n\(body)\n", to: name + ".text")
        _ = try Command.run("/usr/bin/install", ["--mode=755", name + ".text", name], in: path)
        return path + "/" + name
    }
}
