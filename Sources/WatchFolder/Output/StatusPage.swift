// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import PaperTree
import Publishing

/// The status as a page for a browser: one file, without scripts, readable by keyboard and screen reader.
struct StatusPage {
    let status: WatchStatus

    var html: String {
        let name = [status.council, status.title].filter { !$0.isEmpty }.joined(separator: ": ")
        let title = name.isEmpty ? "Papers" : "Papers of \(name)"
        return """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(text(status.summary)) – \(text(title))</title>
            <style>
            body { font: 1.125rem/1.5 sans-serif; margin: 0 auto; max-width: 70rem; padding: 1.5rem; color: #111; background: #fff; }
            table { border-collapse: collapse; width: 100%; margin: 1rem 0 2rem; }
            caption { text-align: left; font-weight: bold; font-size: 1.25rem; padding-bottom: .5rem; }
            th, td { border: 1px solid #595959; padding: .4rem .6rem; text-align: left; vertical-align: top; }
            .number { text-align: right; }
            .bad { font-weight: bold; color: #8a0000; }
            a { color: #003c8f; }
            a:focus { outline: 3px solid #003c8f; outline-offset: 2px; }
            .scroll { overflow-x: auto; }
            </style>
            </head>
            <body>
            <main>
            <h1>\(text(title))</h1>
            <p>\(text(status.summary)) Last looked at on \(text(status.updated.words)); \
            that took \(text(seconds)).</p>
            \(failure)\(papers)\(directorates)\(problems)</main>
            </body>
            </html>

            """
    }

    private var seconds: String {
        let tenths = Int((status.duration.inSeconds * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) seconds"
    }

    private var failure: String { status.failure.map { "<p class=\"bad\">\(text($0))</p>\n" } ?? "" }

    private var papers: String {
        if status.papers.isEmpty { return "" }
        return table("Papers", ["Paper", "State", "Pages", "Made", "Problems"], status.papers.map(row))
    }

    private func row(_ paper: WatchStatus.Paper) -> String {
        // What is not for publication is in another folder, to which nothing leads from here.
        let isNotForPublication = paper.edition == .restricted
        let name =
            isNotForPublication
            ? "\(text(paper.id)) (not for publication)"
            : paper.written == nil ? text(paper.id) : "<a href=\"\(link(paper.file))\">\(text(paper.id))</a>"
        let state =
            switch paper.state {
            case .current: "current"
            case .problems: "<span class=\"bad\">has problems</span>"
            case .unwritten: "<span class=\"bad\">cannot be written</span>; tried again soon"
            case .withdrawn: "no longer in the workspace"
            }
        let count = "\(DiagnosticCount(errors: paper.errors, warnings: paper.warnings))"
        let problems =
            paper.state == .problems && !isNotForPublication
            ? "<a href=\"\(link(ProblemsText.name(for: paper.id)))\">\(count) in \(text(paper.id))</a>" : count
        return "<tr><th scope=\"row\">\(name)</th><td>\(state)</td>"
            + "<td class=\"number\">\(paper.pages.map { "\($0)" } ?? "unknown")</td>"
            + "<td>\(paper.written.map { text($0.words) } ?? "not yet")</td><td>\(problems)</td></tr>"
    }

    private var directorates: String {
        if status.directorates.isEmpty { return "" }
        let rows = status.directorates.map { directorate in
            let received =
                directorate.hasReturned
                ? directorate.received.map { "\($0)" } ?? "yes" : "<span class=\"bad\">no return</span>"
            let count = DiagnosticCount(errors: directorate.errors, warnings: directorate.warnings)
            return "<tr><th scope=\"row\">\(text(directorate.name))</th><td>\(received)</td>"
                + "<td class=\"number\">\(directorate.rows)</td><td class=\"number\">\(directorate.nilReturns)</td>"
                + "<td>\(count)</td></tr>"
        }
        return table(
            "Returns",
            ["Directorate", "Received", "Rows", "Units with nothing to report", "Problems"],
            rows
        )
    }

    private var problems: String {
        if status.diagnostics.isEmpty { return "" }
        let rows = status.diagnostics.map { diagnostic in
            let hint = diagnostic.hint.map { "<br>\(text($0))" } ?? ""
            return "<tr><td>\(diagnostic.severity.rawValue)</td>"
                + "<th scope=\"row\">\(diagnostic.location.map { text($0.description) } ?? "the round")</th>"
                + "<td>\(text(diagnostic.message))\(hint)</td></tr>"
        }
        return table("Problems", ["Kind", "Where", "What"], rows)
    }

    private func table(_ caption: String, _ heads: [String], _ rows: [String]) -> String {
        "<div class=\"scroll\" role=\"region\" aria-label=\"\(caption)\" tabindex=\"0\">\n"
            + "<table>\n<caption>\(caption)</caption>\n<thead><tr>"
            + heads.map { "<th scope=\"col\">\($0)</th>" }.joined() + "</tr></thead>\n<tbody>\n"
            + rows.joined(separator: "\n") + "\n</tbody>\n</table>\n</div>\n"
    }

    /// Text as HTML writes it.
    private func text(_ text: String) -> String {
        var html = ""
        for character in text {
            switch character {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            default: html.append(character)
            }
        }
        return html
    }

    /// The name of a file beside the page, as a link (RFC 3986).
    private func link(_ name: String) -> String {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)
        return name.utf8.map { byte in
            if plain.contains(byte) { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count < 2 ? "0" : "") + digits
        }.joined()
    }
}
