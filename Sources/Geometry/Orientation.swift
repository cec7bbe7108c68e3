// SPDX-License-Identifier: Apache-2.0

/// Which way round a sheet lies.
package enum Orientation: String, Sendable, Hashable {
    case portrait, landscape
}
