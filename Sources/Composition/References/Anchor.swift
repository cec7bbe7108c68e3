// SPDX-License-Identifier: Apache-2.0

/// What a cross-reference can lead to.
enum Anchor: Sendable, Hashable {
    /// A heading, by its words or by the name that it was given: of a directorate's return, or of the paper itself.
    case heading(String, in: String?)
    /// The return of a directorate.
    case directorate(String)
    /// An appendix, counted from one.
    case appendix(Int)
    /// A table that the paper computes, by its kind.
    case table(String)
    /// A chart, by what it shows, or a picture, by the name of its file: of a directorate's return, or of the paper itself.
    case figure(String, in: String?)

    /// What a reference that says nothing of the kind calls it, and its destination in a PDF.
    var name: String {
        switch self {
        case .heading(let name, in: let directorate?): "\(directorate)-\(name)"
        case .heading(let name, in: nil): name
        case .directorate(let id): id
        case .appendix(let number): "appendix-\(number)"
        case .table(let kind): kind
        case .figure(let name, in: let directorate?): "\(directorate)-figure-\(name)"
        case .figure(let name, in: nil): "figure-\(name)"
        }
    }

    /// What a reference calls it that says the kind.
    var qualifiedName: String {
        switch self {
        case .heading(let name, in: let directorate?): "heading:\(directorate)/\(name)"
        case .heading(let name, in: nil): "heading:\(name)"
        case .directorate(let id): "directorate:\(id)"
        case .appendix(let number): "appendix:\(number)"
        case .table(let kind): "table:\(kind)"
        case .figure(let name, in: let directorate?): "figure:\(directorate)/\(name)"
        case .figure(let name, in: nil): "figure:\(name)"
        }
    }

    /// The appendix that a name without a kind means: `appendix-2`.
    static func appendix(named name: String) -> Anchor? {
        guard name.hasPrefix("appendix-"), let number = Int(name.dropFirst(9)), number > 0 else { return nil }
        return .appendix(number)
    }

    /// The figure that a name without a kind means: `figure-status-actions`.
    static func figure(named name: String, in directorate: String?) -> Anchor? {
        name.hasPrefix("figure-") ? .figure(String(name.dropFirst(7)), in: directorate) : nil
    }

    /// The anchor that a qualified name means: `heading:works/roads`, `appendix:2`.
    init?(qualifiedName: String) {
        guard let colon = qualifiedName.firstIndex(of: ":") else { return nil }
        let name = String(qualifiedName[qualifiedName.index(after: colon)...])
        let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let directorate = parts.count == 2 ? parts[0] : nil
        switch qualifiedName[..<colon] {
        case "heading": self = .heading(parts[parts.count - 1], in: directorate)
        case "figure": self = .figure(parts[parts.count - 1], in: directorate)
        case "directorate": self = .directorate(name)
        case "appendix":
            guard let number = Int(name) else { return nil }
            self = .appendix(number)
        case "table": self = .table(name)
        default: return nil
        }
    }
}
