// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Monitoring

/// The day that somebody has typed for a command, as a council writes days: `2009-11-24`, `24 November 2009`, `24/11/2009` with the day first.
///
/// - Throws: the message that says why it is none.
package func readDay(_ written: String) throws(Diagnostic.Message) -> CalendarDate {
    let examples: DiagnosticText = "`2009-11-24`, `24 November 2009`, `24/11/2009` with the day first, or `today`"
    return try DateReader(examples: examples).day(written)
}
