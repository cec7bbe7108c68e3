// SPDX-License-Identifier: Apache-2.0

/// Why a file cannot be used as a picture.
package enum PictureError: Error, Sendable, Hashable {
    /// It holds no bytes.
    case empty
    /// It is of a known format that papers do not take: "a GIF picture".
    case unsupportedFormat(String)
    /// It begins like no picture.
    case unknownFormat
    /// It is an animated PNG.
    case animated
    /// Its width or its height is zero.
    case noPixels
    /// It has more than ``ResourceLimits/Limits/mostPixels``.
    case tooManyPixels(width: Int, height: Int)
    /// It is a progressive JPEG with more than ``ResourceLimits/Limits/mostScans``.
    case tooManyScans
    /// The decoder refuses it, in the decoder's words.
    case damaged(String)
}
