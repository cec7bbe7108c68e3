// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats

/// What a value of the files of docs/rules is read as.
protocol YAMLReadable {
    init(_ value: YAMLValue) throws(UnreadableValue)
}

/// A value is not what its place asks for.
struct UnreadableValue: Error, CustomStringConvertible {
    /// Of the file, counted from one.
    var line: Int
    /// What is wrong, in lower case.
    var problem: String

    init(_ value: YAMLValue, _ problem: String) {
        line = value.location.line
        self.problem = problem
    }

    var description: String { "line \(line): \(problem)" }
}

/// The keys of a group, of which each is known: a slip in a key would leave its example out in silence.
struct KnownKeys<Key: RawRepresentable & CaseIterable> where Key.RawValue == String {
    private let value: YAMLValue
    private let entries: [String: YAMLValue]

    init(_ value: YAMLValue) throws(UnreadableValue) {
        self.value = value
        entries = try value.entries()
        let known = Set(Key.allCases.map(\.rawValue))
        if let slip = entries.first(where: { !known.contains($0.key) }) {
            throw UnreadableValue(slip.value, "unknown key `\(slip.key)`")
        }
    }

    func read<Value: YAMLReadable>(_ key: Key) throws(UnreadableValue) -> Value {
        guard let value: Value = try readIfPresent(key) else {
            throw UnreadableValue(value, "`\(key.rawValue)` is missing")
        }
        return value
    }

    func readIfPresent<Value: YAMLReadable>(_ key: Key) throws(UnreadableValue) -> Value? {
        guard let entry = entries[key.rawValue] else { return nil }
        return try Value(entry)
    }
}

extension YAMLValue {
    /// The values of a group by their keys.
    func entries() throws(UnreadableValue) -> [String: YAMLValue] {
        guard case .group(let entries) = content else { throw UnreadableValue(self, "\(kindName) stands for a group") }
        return Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
    }
}

extension String: YAMLReadable {
    init(_ value: YAMLValue) throws(UnreadableValue) {
        guard let text = value.text else { throw UnreadableValue(value, "\(value.kindName) stands for a text") }
        self = text.string
    }
}

extension YAMLReadable where Self: LosslessStringConvertible {
    init(_ value: YAMLValue) throws(UnreadableValue) {
        guard let read = Self(try String(value)) else { throw UnreadableValue(value, "this is no \(Self.self)") }
        self = read
    }
}

extension Int: YAMLReadable {}
extension Bool: YAMLReadable {}

extension YAMLReadable where Self: RawRepresentable<String> {
    init(_ value: YAMLValue) throws(UnreadableValue) {
        let name = try String(value)
        guard let read = Self(rawValue: name) else { throw UnreadableValue(value, "`\(name)` is no \(Self.self)") }
        self = read
    }
}

extension Array: YAMLReadable where Element: YAMLReadable {
    init(_ value: YAMLValue) throws(UnreadableValue) {
        guard case .list(let items) = value.content else {
            throw UnreadableValue(value, "\(value.kindName) stands for a list")
        }
        self = []
        for item in items { append(try Element(item)) }
    }
}

extension Dictionary: YAMLReadable where Key: LosslessStringConvertible, Value: YAMLReadable {
    init(_ value: YAMLValue) throws(UnreadableValue) {
        self = [:]
        for (name, entry) in try value.entries() {
            guard let key = Key(name) else { throw UnreadableValue(entry, "`\(name)` is no \(Key.self)") }
            self[key] = try Value(entry)
        }
    }
}

/// `~` stands for nothing.
extension Optional: YAMLReadable where Wrapped: YAMLReadable {
    init(_ value: YAMLValue) throws(UnreadableValue) {
        if case .nothing = value.content { self = nil } else { self = try Wrapped(value) }
    }
}
