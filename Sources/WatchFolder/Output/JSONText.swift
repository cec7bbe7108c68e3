// SPDX-License-Identifier: Apache-2.0

/// A string as JSON writes it (RFC 8259, section 7).
struct JSONText: CustomStringConvertible {
    let text: String

    init(_ text: String) { self.text = text }

    var description: String {
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case "\n": json += "\\n"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    let digits = String(scalar.value, radix: 16)
                    json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    json.unicodeScalars.append(scalar)
                }
            }
        }
        return json + "\""
    }
}
