// SPDX-License-Identifier: Apache-2.0

/// The places of a paper that cross-references can lead to, and which of them a name means.
struct AnchorTable: Sendable {
    /// A place of the paper.
    struct Place: Sendable, Hashable {
        var anchor: Anchor
        /// Which one it is of those with this anchor, counted from one: two headings may say the same.
        var occurrence: Int
        /// The name of the destination in the PDF.
        var destination: String
        /// How a reference words it: "section 4".
        var wording: String
    }

    /// What a name means.
    enum Resolution: Equatable {
        case nothing
        case one(Place)
        /// In the order of the paper.
        case several([Place])
    }

    private var places: [Anchor: [Place]] = [:]
    private var destinations: Set<String> = []
    /// How often a destination's name has been asked for.
    private var requests: [String: Int] = [:]
    private var directorates: Set<String> = []

    /// Adds a place.
    ///
    /// - Parameter isReferable: whether references may lead there: contents may be left out of a paper.
    /// - Returns: the name of its destination, which no other place has.
    mutating func insert(_ anchor: Anchor, wording: String, isReferable: Bool) -> String {
        var destination = anchor.name
        while destinations.contains(destination) {
            requests[anchor.name, default: 1] += 1
            destination = "\(anchor.name)-\(requests[anchor.name] ?? 2)"
        }
        destinations.insert(destination)
        switch anchor {
        case .heading(_, in: let directorate?), .figure(_, in: let directorate?): directorates.insert(directorate)
        case .heading, .figure, .directorate, .appendix, .table: break
        }
        guard isReferable else { return destination }
        let occurrence = (places[anchor]?.count ?? 0) + 1
        places[anchor, default: []].append(
            Place(anchor: anchor, occurrence: occurrence, destination: destination, wording: wording)
        )
        return destination
    }

    /// Whether a destination has a name already.
    func isTaken(_ name: String) -> Bool { destinations.contains(name) }

    /// Every name that a reference can have, without qualifications.
    var names: [String] { places.values.joined().map(\.destination).sorted() }

    /// How a reference to a place is written that means no other.
    func unambiguousName(of place: Place) -> String {
        let isAlone = places[place.anchor]?.count == 1
        return place.anchor.qualifiedName + (isAlone ? "" : "-\(place.occurrence)")
    }

    /// What a name means.
    ///
    /// A heading of the return in which the reference is written comes before a heading of the paper that says the same, as names of
    /// the smaller scope do; anything else of one name is ambiguous, so that a new heading never changes where an old reference leads.
    ///
    /// - Parameter directorate: whose return the reference is written in; may be empty.
    func resolve(_ name: String, in directorate: String) -> Resolution {
        var found = Anchor(qualifiedName: name).map(matches) ?? []
        if !name.contains(":") {
            let own = directorate.isEmpty ? [] : named(name, in: directorate)
            found = own.isEmpty ? named(name, in: nil) : own
            let others = [.directorate(name), .table(name)] + [Anchor.appendix(named: name)].compactMap(\.self)
            found += others.flatMap(matches)
            found += directorates.sorted().filter { name.hasPrefix($0 + "-") }.flatMap {
                named(String(name.dropFirst($0.count + 1)), in: $0)
            }
        }
        var seen: Set<Place> = []
        found = found.filter { seen.insert($0).inserted }
        return found.count > 1 ? .several(found) : found.first.map { .one($0) } ?? .nothing
    }

    /// The headings and figures of a name, of a directorate's return or of the paper itself.
    private func named(_ name: String, in directorate: String?) -> [Place] {
        matches(.heading(name, in: directorate)) + (Anchor.figure(named: name, in: directorate).map(matches) ?? [])
    }

    /// The places with an anchor, or the one of them that a number behind its name means: `introduction-2`.
    private func matches(_ anchor: Anchor) -> [Place] {
        let whole = places[anchor] ?? []
        guard let (base, occurrence) = anchor.splittingOccurrence, let several = places[base], several.count > 1,
            several.indices.contains(occurrence - 1)
        else { return whole }
        return whole + [several[occurrence - 1]]
    }
}

extension Anchor {
    /// The anchor without the number behind its name, and the number.
    fileprivate var splittingOccurrence: (base: Anchor, occurrence: Int)? {
        func split(_ name: String) -> (name: String, occurrence: Int)? {
            guard let hyphen = name.lastIndex(of: "-"), let number = Int(name[name.index(after: hyphen)...]) else {
                return nil
            }
            return (String(name[..<hyphen]), number)
        }
        switch self {
        case .heading(let name, in: let directorate):
            return split(name).map { (.heading($0.name, in: directorate), $0.occurrence) }
        case .directorate(let id): return split(id).map { (.directorate($0.name), $0.occurrence) }
        case .table(let kind): return split(kind).map { (.table($0.name), $0.occurrence) }
        case .figure(let name, in: let directorate):
            return split(name).map { (.figure($0.name, in: directorate), $0.occurrence) }
        case .appendix: return nil
        }
    }
}
