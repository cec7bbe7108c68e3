// SPDX-License-Identifier: Apache-2.0

extension Duration {
    var inMilliseconds: Double {
        Double(components.seconds) * 1000 + Double(components.attoseconds) / 1_000_000_000_000_000
    }

    var inSeconds: Double { inMilliseconds / 1000 }
}
