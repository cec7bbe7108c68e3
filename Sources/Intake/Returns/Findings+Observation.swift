// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import WorkspaceFiles

extension Findings {
    /// The observation in a field; nothing, and a report, where there is no value.
    ///
    /// - Parameter isWithheld: whether its row is exempt.
    func observation(_ text: String, isWithheld: Bool, at location: SourceLocation) -> Observation? {
        if !isWithheld { reportSign(in: text, at: location) }
        do throws(ObservationReader.Problem) {
            return try ObservationReader().read(text, at: location)
        } catch {
            self.error(error.message, at: location, hint: error.hint)
            return nil
        }
    }
}
