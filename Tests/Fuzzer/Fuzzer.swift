// SPDX-License-Identifier: Apache-2.0

import FuzzTargets
import Glibc

/// The target that `CLEARDAYS_FUZZ_TARGET` names.
///
/// libFuzzer brings `main`, and calls from one thread.
private let target: FuzzTarget = {
    let name = getenv("CLEARDAYS_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
        end("CLEARDAYS_FUZZ_TARGET is `\(name)`, not one of \(names)", status: 64)
    }
    return target
}()

/// What is made once and used for every input; it is not shared, since libFuzzer calls from one thread.
private nonisolated(unsafe) let session = FuzzSession()

/// Writes what the fuzzer is begun with where `CLEARDAYS_FUZZ_SEEDS` names a folder, and ends: good inputs, a dictionary in
/// libFuzzer's form, and the options of the target.
@_cdecl("LLVMFuzzerInitialize")
func initialize(_ count: UnsafeMutablePointer<CInt>?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
    guard let folder = getenv("CLEARDAYS_FUZZ_SEEDS").map({ String(cString: $0) }) else { return 0 }
    do {
        for (index, seed) in try target.seeds(in: session).enumerated() {
            try write(seed, to: "\(folder)/seeds/seed-\(index)")
        }
        try write(Array(dictionary.utf8), to: folder + "/dictionary")
        try write(Array("-max_len=\(target.maximumLength)\n".utf8), to: folder + "/options")
    } catch {
        end("\(error)", status: 74)
    }
    exit(0)
}

/// Runs the target on an input. What must hold and does not ends the program, as libFuzzer expects it.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
        try target.run(Array(UnsafeBufferPointer(start: start, count: count)), in: session)
    } catch {
        fatalError("\(error)")
    }
    return 0
}

/// A word a line, with `\xAB` for every byte that is no letter or digit.
private var dictionary: String {
    target.dictionary.map { word in
        let bytes = word.utf8.map { byte -> String in
            let isPlain = byte < 0x80 && Character(Unicode.Scalar(byte)).isLetter
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(Character(Unicode.Scalar(byte))) : "\\x" + (digits.count < 2 ? "0" : "") + digits
        }
        return "\"\(bytes.joined())\"\n"
    }.joined()
}

/// Ends the program with a message to the standard error, which Glibc's `stderr` is not safe for.
private func end(_ message: String, status: CInt) -> Never {
    let line = Array("\(message)\n".utf8)
    _ = Glibc.write(STDERR_FILENO, line, line.count)
    exit(status)
}

private struct WriteError: Error {
    var path: String
}

private func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else { throw WriteError(path: path) }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else { throw WriteError(path: path) }
}
