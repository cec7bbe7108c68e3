// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import Pictures

/// Lays out an image as one box, which no page divides.
struct ImageLayout {
    /// Pixels to the inch of an image at its natural size, which is that of a screen (CSS Values and Units, 5.2): larger it would be coarse.
    private static let naturalResolution = 96
    /// Pixels to the inch that print can show; more would only make the file larger.
    private static let highestResolution = 300

    /// The area that it may take.
    let room: Size
    /// The node of its figure.
    let node: NodeID
    let isDecoration: Bool

    /// The natural size of an image, or a smaller one so that it fits.
    func size(of image: RasterImage) -> Size {
        let natural = (width: inches(image.width), height: inches(image.height))
        let scale = min(1, room.width.points / natural.width.points, room.height.points / natural.height.points)
        return Size(
            width: max(Length(units: 1), natural.width * scale),
            height: max(Length(units: 1), natural.height * scale)
        )
    }

    /// The box of an image.
    func box(of image: RasterImage) -> Box {
        let size = size(of: image)
        let area = Rectangle(origin: .zero, size: size)
        let mark = ImageMark(
            image: image,
            width: min(image.width, pixels(in: size.width)),
            height: min(image.height, pixels(in: size.height)),
            rectangle: area,
            owner: isDecoration ? .furniture(.decoration) : .node(node)
        )
        let figure = FigureArea(rectangle: area, node: node)
        return Box(height: size.height, items: isDecoration ? [.image(mark)] : [.figure(figure), .image(mark)])
    }

    private func inches(_ pixels: Int) -> Length { Length.points(72) * pixels / Self.naturalResolution }

    /// As many as a length shows at the highest resolution.
    private func pixels(in length: Length) -> Int {
        Int((length.points / 72 * Double(Self.highestResolution)).rounded(.up))
    }
}
