// SPDX-License-Identifier: Apache-2.0

extension Unicode.Scalar {
    /// Whether the character shows nothing by itself: white space, or one that Unicode says to ignore where it is not
    /// supported (Default_Ignorable_Code_Point, UAX #44), such as U+200B, U+2060, U+FEFF and the soft hyphen.
    package var isInvisible: Bool { properties.isWhitespace || properties.isDefaultIgnorableCodePoint }
}

extension StringProtocol {
    /// Whether the text shows nothing: it is empty, or every character of it is invisible.
    ///
    /// The one idea of "empty" from intake to the assertions on a finished PDF. Two ideas of it would meet in an internal error: a
    /// cell of U+200B that intake keeps, and of which painting draws nothing.
    package var isBlank: Bool { unicodeScalars.allSatisfy(\.isInvisible) }
}
