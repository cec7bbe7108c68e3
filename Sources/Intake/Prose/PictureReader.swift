// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import Pictures
import ResourceLimits
import WorkspaceFiles

/// Reads the pictures that papers, statements and the house style name, each once, from the workspace's folder of pictures.
final class PictureReader {
    private let findings: DiagnosticCollector
    private let folder: WorkspaceFolder
    /// What each file that was asked for came to.
    private var results: [String: Result<RasterImage, Refusal>] = [:]

    /// Why a picture cannot be used.
    private struct Refusal: Error { var message: Diagnostic.Message? }

    init(workspace: WorkspaceFolder, findings: DiagnosticCollector) {
        self.findings = findings
        folder = workspace.inner(Prose.pictureFolder)
    }

    /// The prose with its pictures. One that cannot be used is reported where it is named.
    func read(_ prose: Prose) -> Prose {
        prose.mappingPictures { picture, location in
            var picture = picture
            // Any other name has been reported by the parser.
            guard !picture.file.isEmpty, !picture.file.contains("/") else { return picture }
            picture.image = image(picture.file, namedAt: location)
            return picture
        }
    }

    /// The image in a file of the folder. One that cannot be used is reported where it is named.
    func image(_ name: String, namedAt location: SourceLocation) -> RasterImage? {
        let result = results[name] ?? read(name)
        results[name] = result
        switch result {
        case .success(let image): return image
        case .failure(let refusal):
            refusal.message.map { findings.report($0, at: location) }
            return nil
        }
    }

    /// The image in the bytes of a file that a document holds. One that cannot be used is reported at a location.
    func image(in bytes: [UInt8], of name: String, at location: SourceLocation) -> RasterImage? {
        switch decoded(bytes, of: name) {
        case .success(let image): return image
        case .failure(let refusal):
            refusal.message.map { findings.report($0, at: location) }
            return nil
        }
    }

    private func read(_ name: String) -> Result<RasterImage, Refusal> {
        guard folder.isPlainFile(name) else {
            return .failure(Refusal(message: .missingPictureFile(name, among: folder.names)))
        }
        // What the file system refuses has been reported at the file.
        guard let bytes = folder.bytes(name) else { return .failure(Refusal()) }
        return decoded(bytes, of: name)
    }

    private func decoded(_ bytes: [UInt8], of name: String) -> Result<RasterImage, Refusal> {
        if bytes.count > Limits.largestPicture { return .failure(Refusal(message: .fileTooLarge(name))) }
        do throws(PictureError) {
            let file = try PictureFile(bytes)
            guard findings.budget.decodePixels(file.pixelCount) else {
                return .failure(Refusal(message: .tooManyPixelsDecoded))
            }
            let image = try file.decoded()
            guard findings.budget.holdPixels(image.width * image.height) else {
                return .failure(Refusal(message: .tooManyPixelsHeld))
            }
            return .success(image)
        } catch {
            return .failure(Refusal(message: .unusablePicture(name, error)))
        }
    }

    /// Reports what is in the folder and in no text.
    func reportUnused() {
        for name in folder.names where results[name] == nil {
            findings.report(.unusedPicture, at: SourceLocation(in: folder.file(name)))
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func missingPictureFile(_ name: String, among names: [String]) -> Self {
        Self(
            .missingFile,
            "there is no picture `\(name.shortened)`",
            hint: NearestName.hint(for: name, among: names, from: .anywhere)
                ?? "save it in the folder `\(own: Prose.pictureFolder)` of the workspace"
        )
    }

    fileprivate static func fileTooLarge(_ name: String) -> Self {
        Self(
            .fileTooLarge,
            "the picture `\(name.shortened)` is larger than \(Limits.largestPicture >> 20) MB",
            hint: smaller
        )
    }

    fileprivate static var tooManyPixelsDecoded: Self {
        Self(
            .pictureTooLarge,
            "all pictures together have more than \(Limits.mostPixelsDecoded / 1_000_000) million pixels",
            hint: "this one and those after it are not read: save pictures smaller"
        )
    }

    fileprivate static var tooManyPixelsHeld: Self {
        Self(
            .pictureTooLarge,
            "all pictures together have more than \(Limits.mostPixelsHeld / 1_000_000) million pixels as they are printed",
            hint: "this one and those after it are not read: put in fewer pictures, or smaller ones"
        )
    }

    fileprivate static func unusablePicture(_ name: String, _ error: PictureError) -> Self {
        let name = name.shortened
        switch error {
        case .empty:
            return Self(.invalidPicture, "the picture `\(name)` is an empty file", hint: again)
        case .unsupportedFormat(let format):
            return Self(.invalidPicture, "`\(name)` is \(own: format)", hint: formats)
        case .unknownFormat:
            return Self(.invalidPicture, "`\(name)` is no picture that a paper can hold", hint: formats)
        case .animated:
            return Self(
                .invalidPicture,
                "the picture `\(name)` moves, which paper does not",
                hint: "save the one image of it that is to be printed"
            )
        case .noPixels:
            return Self(.invalidPicture, "the picture `\(name)` has no pixels", hint: again)
        case .tooManyPixels(let width, let height):
            return Self(
                .pictureTooLarge,
                "the picture `\(name)` has \(width) × \(height) pixels, more than \(Limits.mostPixels / 1_000_000) million",
                hint: smaller
            )
        case .tooManyScans:
            return Self(
                .pictureTooLarge,
                "the picture `\(name)` has more than \(Limits.mostScans) scans",
                hint: "save it as a JPEG that is not progressive"
            )
        case .damaged(let words):
            return Self(.invalidPicture, "the picture `\(name)` is damaged: \(words.shortened)", hint: again)
        }
    }

    fileprivate static var unusedPicture: Self {
        Self(
            .unreadFile,
            "the picture is in no paper and no statement",
            hint: "put it in with `![What it shows](its name)`, or take it out of the folder"
        )
    }

    private static var formats: DiagnosticText {
        "save it as PNG (drawings, pictures of a screen) or JPEG (photographs)"
    }

    private static var again: DiagnosticText { "open it in a program for pictures, and save it again as PNG or JPEG" }

    private static var smaller: DiagnosticText {
        "save it smaller: \(Limits.largestImage.width) pixels across are as many as a page can show"
    }
}
