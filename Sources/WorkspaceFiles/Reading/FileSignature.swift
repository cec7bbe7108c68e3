// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// What a file is by its first bytes, where that is no text.
///
/// An officer who renames a workbook to `.csv` still has a workbook. Read as text it would be hundreds of problems of characters, none of
/// which says what is wrong.
enum FileSignature: Equatable {
    case workbook
    case wordDocument
    /// A zip file of another kind.
    case archive
    /// The format of Office before 2007, or a file with a password.
    case oldOffice
    case richText
    case pdf
    case picture
    /// A web page, as some systems save a table under the name of a spreadsheet.
    case webPage
    /// What Excel 2003 wrote as XML.
    case spreadsheetXML
    /// Bytes without content: a file of a cloud folder that is not on this computer.
    case placeholder
    /// UTF-16 without a byte-order mark.
    case unmarkedUTF16

    /// What bytes are, or `nil` if they may be text.
    ///
    /// - Parameter name: the file's, by whose ending a package of Office of which the first part says nothing is told apart.
    init?(_ bytes: [UInt8], name: String) {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = Self.package(bytes, name: name)
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            self = .oldOffice
        } else if bytes.starts(with: "{\\rtf".utf8) {
            self = .richText
        } else if bytes.starts(with: "%PDF-".utf8) {
            self = .pdf
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .picture
        } else if let markup = Self.markup(bytes) {
            self = markup
        } else if !bytes.isEmpty, bytes.allSatisfy({ $0 == 0 }) {
            self = .placeholder
        } else if Self.isUnmarkedUTF16(bytes) {
            self = .unmarkedUTF16
        } else {
            return nil
        }
    }

    /// What is in a zip file: the names of its parts are in its first and its last bytes.
    private static func package(_ bytes: [UInt8], name: String) -> FileSignature {
        func holds(_ words: String) -> Bool {
            let wanted = Array(words.utf8)
            return [bytes.prefix(4_096), bytes.suffix(65_536)].contains { part in
                part.indices.contains { part[$0] == wanted[0] && part[$0...].starts(with: wanted) }
            }
        }
        if holds("word/document") { return .wordDocument }
        if holds("xl/workbook") || holds("opendocument.spreadsheet") { return .workbook }
        if holds("opendocument.text") { return .wordDocument }
        guard holds("[Content_Types].xml") else { return .archive }
        return name.lowercased().hasSuffix(".csv") ? .workbook : .wordDocument
    }

    private static func markup(_ bytes: [UInt8]) -> FileSignature? {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let content = bytes.dropFirst(bytes.starts(with: mark) ? 3 : 0).drop { $0 <= 0x20 }.prefix(1_024)
        guard content.first == UInt8(ascii: "<") else { return nil }
        let start = String(decoding: content, as: UTF8.self).lowercased()
        if start.hasPrefix("<?xml") || start.hasPrefix("<workbook") {
            return start.contains("schemas-microsoft-com:office:spreadsheet") ? .spreadsheetXML : .webPage
        }
        return ["<!doctype html", "<html", "<head", "<body", "<meta", "<table"].contains(where: start.hasPrefix)
            ? .webPage : nil
    }

    /// Whether every second byte of the beginning is zero, as in Latin text of two bytes a character.
    private static func isUnmarkedUTF16(_ bytes: [UInt8]) -> Bool {
        let start = bytes.prefix(256)
        guard start.count >= 8, !start.starts(with: [0xFF, 0xFE]), !start.starts(with: [0xFE, 0xFF]) else {
            return false
        }
        return [0, 1].contains { parity in
            let half = start.indices.filter { $0 % 2 == parity }
            let others = start.indices.filter { $0 % 2 != parity }
            return half.count { start[$0] == 0 } * 10 >= half.count * 9 && others.allSatisfy { start[$0] != 0 }
        }
    }
}

extension Diagnostic.Message {
    /// A file that is not what its name says.
    static func wrongFormat(_ signature: FileSignature, name: String) -> Self {
        Self(.wrongFormat, text(of: signature, name: name), hint: hint(for: signature, name: name))
    }

    private static func text(of signature: FileSignature, name: String) -> DiagnosticText {
        let called = kind(of: name)
        return switch signature {
        case .workbook: "this is an Excel workbook under the name of \(own: called)"
        case .wordDocument: "this is a Word document under the name of \(own: called)"
        case .archive: "this is a zip file under the name of \(own: called)"
        case .oldOffice:
            "this is an Office file of the format before 2007, or one with a password, under the name of \(own: called)"
        case .richText: "this is a rich text file (RTF) under the name of \(own: called)"
        case .pdf: "this is a PDF under the name of \(own: called)"
        case .picture: "this is a picture under the name of \(own: called)"
        case .webPage: "this is a web page (HTML) under the name of \(own: called)"
        case .spreadsheetXML: "this is an XML spreadsheet of Excel 2003 under the name of \(own: called)"
        case .placeholder: "the file holds only empty bytes: its content is not on this computer"
        case .unmarkedUTF16: "the file is UTF-16, not UTF-8"
        }
    }

    private static func hint(for signature: FileSignature, name: String) -> DiagnosticText {
        let isTable = name.lowercased().hasSuffix(".csv")
        return switch signature {
        case .workbook where isTable:
            """
            rename it to `.xlsx` and it is read as a workbook, \
            or open it in Excel and save it as `CSV UTF-8 (comma delimited)`
            """
        case .oldOffice, .webPage, .spreadsheetXML:
            isTable
                ? "open it in Excel, and save it as `CSV UTF-8 (comma delimited)`"
                : "open it in Word, and save it as plain text with the encoding UTF-8"
        case .wordDocument where name.lowercased().hasSuffix(".md"):
            "rename it to `.docx`, and it is read as a Word document"
        case .wordDocument, .richText:
            isTable
                ? "open it in Word, copy the table into Excel, and save that as `CSV UTF-8 (comma delimited)`"
                : "open it in Word, and save it as plain text with the encoding UTF-8"
        case .placeholder:
            "open the folder in OneDrive or Google Drive, choose `Always keep on this device`, and wait until the file is there"
        case .unmarkedUTF16:
            isTable
                ? "in Excel save it as `CSV UTF-8 (comma delimited)`" : "in Notepad save it with the encoding UTF-8"
        case .workbook, .archive, .pdf, .picture:
            isTable
                ? "put the table itself in its place, saved from Excel as `CSV UTF-8 (comma delimited)`"
                : "put the text itself in its place, as plain text"
        }
    }

    /// Only files of these four kinds are read as text.
    private static func kind(of name: String) -> String {
        switch name.lowercased() {
        case let name where name.hasSuffix(".csv"): "a CSV file"
        case let name where name.hasSuffix(".yaml"): "a YAML file"
        case let name where name.hasSuffix(".json"): "a JSON file"
        default: "a Markdown file"
        }
    }
}
