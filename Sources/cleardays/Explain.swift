// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CommandOptions
import Diagnostics
import Glibc
import Publishing
import RuleDocumentation

/// `cleardays explain`.
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tells what a rule of the check finds, why it matters and what to do, with an example.",
        discussion: """
            The rule is the last line of a finding of `cleardays check`. Without a rule all are listed, by what they are \
            about. The same is in docs/rules.md.
            """
    )

    @Argument(help: "The name of the rule, such as missing-cell.", completion: .rule)
    var rule: String?

    func run() async throws {
        let program = try Terminal.programFiles()
        let catalogue: RuleCatalogue
        do {
            catalogue = try RuleCatalogue(program: program.folder)
        } catch {
            Terminal.writeError("error: \(error)\n")
            throw ExitCode(EX_IOERR)
        }
        let explanation = RuleExplanation(catalogue)
        guard let name = rule else { return print(explanation.list, terminator: "") }
        guard let rule = RuleExplanation.rule(named: name), let text = try explanation.text(of: rule) else {
            let nearest = RuleExplanation.nearest(to: name).map { "`\($0)`" }.joined(separator: ", ")
            let hint = nearest.isEmpty ? "" : "; like it are \(nearest)"
            Terminal.writeError(
                "error: there is no rule `\(name)`\(hint) (`cleardays explain` lists all)\n"
            )
            throw ExitCode(EX_USAGE)
        }
        print(text, terminator: "")
    }
}
