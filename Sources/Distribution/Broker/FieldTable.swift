// SPDX-License-Identifier: Apache-2.0

import CRabbitMQ
import Glibc

/// Owns a table of AMQP arguments (AMQP 0-9-1, section 4.2.5.5), with the memory that its strings are in.
struct FieldTable: ~Copyable {
    private let entries: UnsafeMutableBufferPointer<amqp_table_entry_t>
    private var texts: [UnsafeMutablePointer<CChar>] = []

    init(_ arguments: [String: QueueDeclaration.Argument]) {
        entries = .allocate(capacity: arguments.count)
        for (index, argument) in arguments.sorted(by: { $0.key < $1.key }).enumerated() {
            var entry = amqp_table_entry_t()
            entry.key = keep(argument.key)
            switch argument.value {
            case .text(let text):
                entry.value.kind = UInt8(AMQP_FIELD_KIND_UTF8.rawValue)
                entry.value.value.bytes = keep(text)
            case .number(let number):
                entry.value.kind = UInt8(AMQP_FIELD_KIND_I64.rawValue)
                entry.value.value.i64 = Int64(number)
            }
            entries.initializeElement(at: index, to: entry)
        }
    }

    deinit {
        entries.deallocate()
        for text in texts { free(text) }
    }

    /// For a call, while this lives.
    var table: amqp_table_t { amqp_table_t(num_entries: Int32(entries.count), entries: entries.baseAddress) }

    private mutating func keep(_ text: String) -> amqp_bytes_t {
        guard let copy = strdup(text) else { return amqp_empty_bytes }
        texts.append(copy)
        return amqp_bytes_t(len: strlen(copy), bytes: copy)
    }
}

extension amqp_table_t {
    /// The number of an entry, or `nil` if there is no number of the name.
    func number(_ name: String) -> Int? {
        for index in 0..<Int(num_entries) {
            guard let entry = entries?[index], entry.key.text == name else { continue }
            switch UInt32(entry.value.kind) {
            case AMQP_FIELD_KIND_I64.rawValue: return Int(entry.value.value.i64)
            case AMQP_FIELD_KIND_U64.rawValue: return Int(clamping: entry.value.value.u64)
            case AMQP_FIELD_KIND_I32.rawValue: return Int(entry.value.value.i32)
            case AMQP_FIELD_KIND_U32.rawValue: return Int(entry.value.value.u32)
            case AMQP_FIELD_KIND_I16.rawValue: return Int(entry.value.value.i16)
            case AMQP_FIELD_KIND_U16.rawValue: return Int(entry.value.value.u16)
            case AMQP_FIELD_KIND_I8.rawValue: return Int(entry.value.value.i8)
            case AMQP_FIELD_KIND_U8.rawValue: return Int(entry.value.value.u8)
            default: return nil
            }
        }
        return nil
    }
}

extension amqp_bytes_t {
    var array: [UInt8] { Array(UnsafeRawBufferPointer(start: bytes, count: len)) }
    var text: String { String(decoding: UnsafeRawBufferPointer(start: bytes, count: len), as: UTF8.self) }
}
