// SPDX-License-Identifier: Apache-2.0

import Layouts
import Monitoring
import PaperTree

/// Words values by a council's house style.
struct ValueWording {
    let houseStyle: HouseStyle
    let wording: Wording

    /// The lines that a value takes in a cell: one for each number of a composite.
    ///
    /// - Parameter mark: makes the mark of a note.
    func lines(_ observation: Observation, mark: (_ note: String) -> NoteMark) -> [[Inline]] {
        var lines: [[Inline]] = wording.lines(observation.value, missing: houseStyle.missing).map { [.text($0)] }
        let last = lines.count - 1
        if let codes = observation.qualifierCodes { lines[last].append(.text(codes)) }
        lines[last] += observation.notes.map { .noteMark(mark($0)) }
        return lines
    }

    /// The meaning of the shorthand of some values in one sentence, or `nil` if they use none that has to be explained: `[not set]` says what it
    /// means.
    func explanation(of observations: some Sequence<Observation>) -> String? {
        var qualifiers: Set<Qualifier> = []
        var absences: Set<Absence> = []
        for observation in observations {
            qualifiers.formUnion(observation.qualifiers)
            if case .absent(let absence) = observation.value, houseStyle.missing == .codes { absences.insert(absence) }
        }
        let shorthand =
            Qualifier.allCases.filter(qualifiers.contains).map { (code: $0.code, meaning: wording.words($0.phrase)) }
            + Absence.allCases.filter(absences.contains).map { (code: $0.code, meaning: wording.words($0.phrase)) }
        let meanings = shorthand.filter { $0.code.lowercased() != "[\($0.meaning.lowercased())]" }
            .map { "\($0.code)\u{A0}\($0.meaning)" }
        return meanings.isEmpty
            ? nil : wording.words(.shorthand, ["meanings": meanings.joined(separator: wording.words(.listSeparator))])
    }
}

extension [ReportedClass] {
    /// "core services, forecast activity levels, and projects, developments and key actions".
    func words(_ wording: Wording) -> String { wording.words(list: map { wording.words($0.phrase) }) }
}
