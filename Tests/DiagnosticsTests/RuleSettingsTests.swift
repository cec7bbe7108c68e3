// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

/// Rules that a council turns off, raises and lowers.
struct RuleSettingsTests {
    private func diagnostics(_ rules: Rule...) -> [Diagnostic] {
        rules.map { Diagnostic(.init($0, "x"), at: nil) }
    }

    @Test func `a rule is turned off, raised or lowered`() {
        var settings = RuleSettings()
        settings[.mixedPrecision] = .off
        settings[.repeatedText] = .error
        settings[.figureDiffers] = .advice
        let found = diagnostics(.mixedPrecision, .repeatedText, .figureDiffers, .unreadFile, .unknownKey)
        let applied = settings.applied(to: found)
        #expect(applied.map(\.rule) == [.repeatedText, .figureDiffers, .unreadFile, .unknownKey])
        #expect(applied.map(\.severity) == [.error, .advice, .warning, .error])
        #expect(settings.applied(to: applied) == applied)
        #expect(settings.holdUpMore)
        #expect(settings.severity(of: .mixedPrecision) == nil)
        #expect(settings.severity(of: .repeatedText) == .error)
        #expect(settings.severity(of: .unknownKey) == .error)
    }

    @Test(arguments: [Rule.unknownKey, .nearExemptMarker, .unusedWaiver, .blanketWaiver, .ledgerRestarted])
    func `an error, an exposure and what tells of waivers stay as they are`(rule: Rule) {
        var settings = RuleSettings()
        settings[rule] = .off
        #expect(settings == RuleSettings())
        #expect(settings.applied(to: diagnostics(rule)).map(\.severity) == [rule.severity])
        #expect(!rule.isWaivable)
    }

    @Test func `a finding that has become an error is not turned off`() {
        var settings = RuleSettings()
        settings[.unreadFile] = .off
        var found = diagnostics(.unreadFile)
        found[0].severity = .error
        #expect(settings.applied(to: found) == found)
    }

    @Test func `problems that are not told hold papers up where some rule is raised to an error`() {
        var found = diagnostics(.moreProblems)
        found[0].severity = .warning
        var settings = RuleSettings()
        settings[.figureDiffers] = .advice
        #expect(settings.applied(to: found).map(\.severity) == [.warning])
        #expect(!settings.holdUpMore)
        settings[.figureDiffers] = .error
        #expect(settings.applied(to: found).map(\.severity) == [.error])
    }
}
