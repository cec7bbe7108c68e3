// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import WorkspaceFiles

extension DiagnosticCollector {
    /// The observation in a field, or `nil`, and a diagnostic, if it holds none.
    ///
    /// - Parameter isExempt: whether its row is exempt.
    func observation(_ text: String, isExempt: Bool, at location: SourceLocation) -> Observation? {
        if !isExempt { reportSign(in: text, at: location) }
        do throws(Diagnostic.Message) {
            return try ObservationReader().read(text, at: location)
        } catch {
            report(error, at: location)
            return nil
        }
    }

    /// The day, month or year in a field, or `nil`, and a diagnostic, if it holds none.
    func date(_ text: String, at location: SourceLocation) -> DueDate? {
        do throws(Diagnostic.Message) {
            return try DateReader(alsoMonthsAndYears: true).date(text)
        } catch {
            report(error, at: location)
            return nil
        }
    }
}
