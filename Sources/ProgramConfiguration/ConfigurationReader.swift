// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import WatchFolder
import WorkspaceFiles

/// Reads the configuration file.
struct ConfigurationReader {
    let findings: DiagnosticCollector
    /// The indices of the groups of paths whose file system does not respond.
    var findUnanswered: ([[String]]) -> Set<Int> = { UnansweredFolders.of($0) }

    /// What the file says; what cannot be used is left out and reported.
    func read(_ value: YAMLValue, _ extent: ConfigurationFile.Extent) -> Configuration {
        var configuration = Configuration()
        var value = value
        // A file of comments alone says nothing.
        if case .nothing = value.content { value.content = .group([]) }
        guard let form = FilledForm(value, ConfigurationForm.form, findings) else { return configuration }
        if let defaults = form.group(ConfigurationForm.defaults) {
            configuration.defaults = values(of: defaults)
            configuration.defaults[.out] = defaults.text(ConfigurationForm.defaultOut)?.string
            configuration.defaults[.restrictedOut] = defaults.text(ConfigurationForm.restrictedOut)?.string
            configuration.defaults[.jobs] = defaults.wholeNumber(ConfigurationForm.jobs).map(String.init)
            configuration.defaults[.logFormat] =
                defaults.choice(ConfigurationForm.logFormat, of: LineLogHandler.Format.self)?.rawValue
        }
        if extent == .defaults { return configuration }
        let service = form.group(ConfigurationForm.service)
        let healthFile = service.flatMap { path(ConfigurationForm.healthFile, of: $0) }
        let metricsFolder = service.flatMap { path(ConfigurationForm.metricsFolder, of: $0) }
        if let jobs = service?.wholeNumber(ConfigurationForm.turns) { configuration.jobs = jobs }
        if let seconds = service?.wholeNumber(ConfigurationForm.hangTimeout) {
            configuration.longestSilence = .seconds(seconds)
        }
        configuration.healthFile = healthFile?.string
        configuration.metricsFolder = metricsFolder?.string
        if extent == .councils, !form.mentions(ConfigurationForm.councils) {
            findings.report(.noCouncils, at: form.location)
        }
        var named: [CouncilFolders.Folders] = []
        for (name, council) in form.named(ConfigurationForm.councils) {
            if let read = read(council, named: name.key, into: &named) { configuration.councils.append(read) }
        }
        let folders = CouncilFolders(named, findings: findings, findUnanswered: findUnanswered)
        folders.check(report: healthFile, isFolder: false)
        folders.check(report: metricsFolder, isFolder: true)
        configuration.councils.sort { $0.name < $1.name }
        return configuration
    }

    private func read(
        _ form: FilledForm,
        named name: String,
        into folders: inout [CouncilFolders.Folders]
    ) -> Configuration.Council? {
        var values = values(of: form)
        let workspace = path(ConfigurationForm.workspace, of: form)
        let out = path(ConfigurationForm.out, of: form)
        let restrictedOut = path(ConfigurationForm.restrictedOut, of: form)
        let inbox = path(ConfigurationForm.inbox, of: form)
        values[.out] = out?.string
        values[.restrictedOut] = restrictedOut?.string
        values[.inbox] = inbox?.string
        if let notify = form.text(ConfigurationForm.notify) {
            values[.notify] = notify.string
            if HookProgram.path(of: notify.string) == nil || !isName(notify.string) {
                findings.report(.unusableProgram(notify.string), at: notify.location)
            }
        }
        folders.append(
            CouncilFolders.Folders(
                council: name,
                workspace: workspace,
                out: out,
                restrictedOut: restrictedOut,
                inbox: inbox
            )
        )
        guard let workspace, out != nil else { return nil }
        return Configuration.Council(name: name, workspace: workspace.string, values: values)
    }

    /// A path from the root, or a name without a path: what depends on no current folder.
    private func isName(_ program: String) -> Bool { program.hasPrefix("/") || !program.contains("/") }

    /// What commands and councils have in common.
    private func values(of form: FilledForm) -> Configuration.Values {
        var values: Configuration.Values = [:]
        values[.theme] = form.text(ConfigurationForm.theme)?.string
        values[.format] = formats(of: form)
        values[.memoryLimit] = form.wholeNumber(ConfigurationForm.memoryLimit).map(String.init)
        for key in ConfigurationForm.seconds {
            guard let option = ConfigurableOption(rawValue: key.name), let text = form.text(key) else { continue }
            if let seconds = Double(text.string), (0.01...86_400).contains(seconds) {
                values[option] = text.string
            } else {
                findings.report(.invalidSeconds(text.string, for: key), at: text.location)
            }
        }
        return values
    }

    private func formats(of form: FilledForm) -> String? {
        let texts = form.texts(ConfigurationForm.format)
        let formats = texts.compactMap { form.choice($0, of: WatchedFormat.self, as: "`format`") }
        if texts.isEmpty { return nil }
        if formats.count == texts.count, !formats.contains(.pdf) {
            findings.report(.formatWithoutPDF, at: form.location(of: ConfigurationForm.format))
        }
        return formats.map(\.rawValue).joined(separator: ",")
    }

    /// A path from the root of the file system, or `nil`, and a diagnostic, if it is none.
    private func path(_ key: FormKey, of form: FilledForm) -> YAMLText? {
        guard let text = form.text(key) else { return nil }
        if text.string.hasPrefix("/") { return text }
        findings.report(.relativePath(text.string, of: key), at: text.location)
        return nil
    }
}

extension Diagnostic.Message {
    fileprivate static var noCouncils: Self {
        Self(
            .missingKey,
            "`councils` is missing in the configuration",
            hint: "it is the councils that the service watches, each with its `workspace` and `out`"
        )
    }

    fileprivate static func relativePath(_ written: String, of key: FormKey) -> Self {
        Self(
            .relativePath,
            "`\(own: key.name)` is `\(written.shortened)`, which does not begin at the root",
            hint: "a service has no folder that it is started in: write the whole path, from `/`"
        )
    }

    fileprivate static func invalidSeconds(_ written: String, for key: FormKey) -> Self {
        Self(
            .invalidNumber,
            "`\(own: key.name)` is a number of seconds from 0.01 to 86400, not `\(written.shortened)`"
        )
    }

    fileprivate static var formatWithoutPDF: Self {
        Self(.invalidChoice, "`format` has no `pdf`", hint: "write `[pdf, html]` to have both")
    }

    fileprivate static func unusableProgram(_ written: String) -> Self {
        Self(
            .unusableProgram,
            "`\(written.shortened)` is not a program that can be run",
            hint: "`notify` is the path of a program from `/`, or a name in PATH, and the program may be executed"
        )
    }
}
