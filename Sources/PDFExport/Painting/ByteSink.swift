// SPDX-License-Identifier: Apache-2.0

import CCairo

/// Collects the bytes that Cairo writes.
final class ByteSink {
    private(set) var bytes: [UInt8] = []

    /// For Cairo's `closure` argument; the sink must outlive the surface, which writes to it even as it is destroyed: its ``Canvas`` keeps it.
    var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    /// For Cairo's `write_func` argument.
    static let write: cairo_write_func_t = { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
            .append(UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }

    private func append(_ data: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: data) }
}
