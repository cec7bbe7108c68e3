// SPDX-License-Identifier: Apache-2.0

import CCairo
import CFontconfig
import CPango

/// Owns a Pango font map that knows the fonts of a private Fontconfig configuration and no others.
///
/// A font map is a cache that must stay in one isolation; every shaper makes its own.
final class FontMap {
    let map: UnsafeMutablePointer<PangoFontMap>
    private let configuration: OpaquePointer
    /// The fonts of the workspace, which must stay open as long as Pango may read them.
    private let fonts: [InMemoryFont]
    /// The names of the files among them in which there is no font.
    let filesWithoutFont: [String]

    /// Reads a Fontconfig file and adds the fonts of a workspace to it.
    ///
    /// - Throws: a ``FontError`` if the file cannot be read or no font is found.
    init(configurationFile: String, fonts: [InMemoryFont]) throws(FontError) {
        _ = Self.emptyDefault
        guard let configuration = FcConfigCreate() else { throw FontError("Fontconfig has no memory") }
        guard FcConfigParseAndLoad(configuration, configurationFile, FcTrue) == FcTrue else {
            FcConfigDestroy(configuration)
            throw FontError("the font configuration \(configurationFile) cannot be read")
        }
        filesWithoutFont = fonts.filter { FcConfigAppFontAddFile(configuration, $0.path) != FcTrue }.map(\.name)
        let known = FcConfigBuildFonts(configuration)
        let count = [FcSetSystem, FcSetApplication].reduce(0) { count, set in
            count + Int(FcConfigGetFonts(configuration, set)?.pointee.nfont ?? 0)
        }
        guard known == FcTrue, count > 0, let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
            FcConfigDestroy(configuration)
            throw FontError("no fonts are found; install Liberation Sans or put fonts into the folder `fonts`")
        }
        pango_fc_font_map_set_config(cleardays_fc_font_map(map), configuration)
        // One unit of the page is one point.
        pango_cairo_font_map_set_resolution(cleardays_cairo_font_map(map), 72)
        self.map = map
        self.configuration = configuration
        self.fonts = fonts
    }

    deinit {
        CairoFontLock.withLock {
            // A font map of Pango 1.50 takes a reference to its configuration, and gives it back only when it is given another.
            pango_fc_font_map_set_config(cleardays_fc_font_map(map), nil)
            g_object_unref(map)
            FcConfigDestroy(configuration)
        }
    }

    /// Gives Fontconfig an empty default configuration, once in a process.
    ///
    /// Pango loads the default configuration in a thread, and waits for it, though no font of it is ever used: with all the fonts of a
    /// machine that takes longer than typesetting a paper.
    private static let emptyDefault: Bool = {
        guard let empty = FcConfigCreate() else { return false }
        defer { FcConfigDestroy(empty) }
        return FcConfigSetCurrent(empty) == FcTrue
    }()

    /// The name of the font of the workspace that has a path in memory, or `nil` if there is none.
    func name(of path: String) -> String? { fonts.first { $0.path == path }?.name }

    /// Whether every font of a family holds pictures in place of outlines: a colour or bitmap font.
    func holdsOnlyPictures(_ family: String) -> Bool {
        let own = [FcSetSystem, FcSetApplication].flatMap { set -> [OpaquePointer] in
            guard let fonts = FcConfigGetFonts(configuration, set)?.pointee else { return [] }
            return (0..<Int(fonts.nfont)).compactMap { fonts.fonts[$0] }.filter {
                Self.families(of: $0).contains(family.lowercased())
            }
        }
        return !own.isEmpty && own.allSatisfy { Self.flag(FC_COLOR, of: $0) || !Self.flag(FC_OUTLINE, of: $0) }
    }

    /// The names of a font's family, in lower case.
    private static func families(of font: OpaquePointer) -> [String] {
        var names: [String] = []
        var name: UnsafeMutablePointer<FcChar8>?
        while FcPatternGetString(font, FC_FAMILY, Int32(names.count), &name) == FcResultMatch, let name {
            names.append(String(cString: name).lowercased())
        }
        return names
    }

    /// Whether a font has a property.
    static func flag(_ property: String, of font: OpaquePointer) -> Bool {
        var value = FcFalse
        return FcPatternGetBool(font, property, 0, &value) == FcResultMatch && value == FcTrue
    }

    /// Whether there is a family of this name, in any case of its letters.
    func hasFamily(_ name: String) -> Bool {
        var families: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
        var count: Int32 = 0
        pango_font_map_list_families(map, &families, &count)
        defer { g_free(families) }
        guard let families else { return false }
        return (0..<Int(count)).contains { index in
            guard let family = families[index], let known = pango_font_family_get_name(family) else { return false }
            return String(cString: known).lowercased() == name.lowercased()
        }
    }
}
