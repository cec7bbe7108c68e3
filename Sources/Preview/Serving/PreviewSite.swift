// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree
import Publishing

/// Answers requests from what the preview knows; it opens no file.
struct PreviewSite: Sendable {
    let model: PreviewModel
    let gate: RequestGate
    let pictures: any PictureSource
    let audience: Audience
    let cache = PictureCache(capacity: 32 << 20)

    /// A place on the server.
    private enum Route {
        case overview, program, sheet, events
        case paper(PaperKey)
        case pages(PaperKey)
        case passages(PaperKey)
        case picture(Int, PaperKey)

        init?(_ parts: [String], audience: Audience) {
            switch parts.count {
            case 0: self = .overview
            case 1:
                switch parts[0] {
                case "preview.js": self = .program
                case "preview.css": self = .sheet
                case "events": self = .events
                default: return nil
                }
            default:
                guard let own = Audience.allCases.first(where: { Places.folder(of: $0) == parts[0] }),
                    own == .public || audience == .restricted
                else { return nil }
                let key = PaperKey(id: parts[1], audience: own)
                switch parts.dropFirst(2) {
                case []: self = .paper(key)
                case ["pages"]: self = .pages(key)
                case ["places"]: self = .passages(key)
                default:
                    guard parts.count == 4, parts[2] == "pages", let number = Int(parts[3]), "\(number)" == parts[3]
                    else { return nil }
                    self = .picture(number, key)
                }
            }
        }
    }

    /// An answer that is there already, or a page that has to be drawn for it.
    enum Answer: Sendable {
        case ready(PreviewResponse)
        case picture(Int, PreviewPaper)
    }

    /// Answers a request, or refuses it.
    func respond(to request: PreviewRequest) async -> PreviewResponse {
        switch answer(to: request) {
        case .ready(let response): response
        case .picture(let number, let paper): await picture(number, of: paper)
        }
    }

    /// What a request is answered with, as far as it is known without drawing anything.
    func answer(to request: PreviewRequest) -> Answer {
        switch gate.admit(request) {
        case .admitted(let parts):
            let route = Route(parts, audience: audience)
            if case .picture(let number, let key)? = route, let paper = model.round[key],
                paper.pages.indices.contains(number - 1)
            {
                return .picture(number, paper)
            }
            return .ready(response(at: route, request))
        case .refused(let status): return .ready(refusal(status))
        }
    }

    private func response(at route: Route?, _ request: PreviewRequest) -> PreviewResponse {
        let round = model.round
        let generation = model.name(ofGeneration: round.generation)
        let places = Places(root: gate.root)
        var absent: PreviewResponse { page(404, AbsentPage(places: places, generation: generation).bytes) }
        switch route {
        case .overview:
            let isRestricted = audience == .restricted
            return page(
                200,
                OverviewPage(round, places: places, generation: generation, showsRestricted: isRestricted).bytes
            )
        case .program: return response(200, .bytes(PreviewProgram.text, type: "text/javascript; charset=utf-8"))
        case .sheet: return response(200, .bytes(PreviewSheet.text, type: "text/css; charset=utf-8"))
        case .events: return response(200, .events(since: model.generation(named: request.lastEvent ?? request.since)))
        case .paper(let key):
            guard let paper = round[key] else { return absent }
            guard let document = paper.document else {
                return page(200, MissingPaperPage(paper, view: .text, places: places, generation: generation).bytes)
            }
            let additions = PaperAdditions(paper, places: places, generation: generation)
            return page(200, document.bytes(adding: additions.head, additions.body), style: document.styleDigest)
        case .pages(let key):
            guard let paper = round[key] else { return absent }
            guard !paper.pages.isEmpty else {
                return page(200, MissingPaperPage(paper, view: .pages, places: places, generation: generation).bytes)
            }
            return page(200, PicturesPage(paper, places: places, generation: generation).bytes)
        case .passages(let key):
            guard let paper = round[key] else { return absent }
            let list = JSONText(PassageList(paper, generation: generation)).description
            return response(200, .bytes(Array(list.utf8), type: "application/json"))
        case .picture, nil: return absent
        }
    }

    private func picture(_ number: Int, of paper: PreviewPaper) async -> PreviewResponse {
        let digest = paper.pages[number - 1].digest
        if let picture = cache[digest] { return response(200, .bytes(picture, type: "image/png")) }
        guard let picture = await pictures.picture(ofPage: number, of: paper.key) else { return refusal(503) }
        // While it was drawn the paper may have been made anew.
        if model.round[paper.key]?.pages == paper.pages { cache.insert(picture, digest: digest) }
        return response(200, .bytes(picture, type: "image/png"))
    }

    // MARK: - Answers

    /// The bytes of an event for a page that shows a generation: that there is a newer one, or a sign of life.
    func event(since generation: Int) -> (bytes: [UInt8], generation: Int) {
        let round = model.round
        guard round.generation > generation else { return (Array("event: alive\ndata:\n\n".utf8), generation) }
        let papers = round.papersChanged(since: generation).map { Places.folder(of: $0.audience) + "/" + $0.id }
        let change = RoundChange(all: generation == 0, papers: papers)
        let text = "id: \(model.name(ofGeneration: round.generation))\nevent: round\ndata: \(JSONText(change))\n\n"
        return (Array(text.utf8), round.generation)
    }

    /// What an event says.
    private struct RoundChange: Encodable {
        /// Whether anything may have changed, so far as is known.
        var all: Bool
        var papers: [String]
    }

    private func page(_ status: Int, _ bytes: [UInt8], style: PolicyDigest? = nil) -> PreviewResponse {
        let styles = ["'self'", style?.description].compactMap(\.self).joined(separator: " ")
        return response(
            status,
            .bytes(bytes, type: "text/html; charset=utf-8"),
            policy:
                "default-src 'none'; script-src 'self'; style-src \(styles); img-src 'self' data:; connect-src 'self'; "
                + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )
    }

    /// An answer that holds nothing, and says nothing of what is there.
    private func refusal(_ status: Int) -> PreviewResponse {
        var refusal = response(status, nil)
        if status == 405 { refusal.fields.append(("Allow", "GET")) }
        if status == 413 { refusal.fields.append(("Connection", "close")) }
        return refusal
    }

    private func response(
        _ status: Int,
        _ body: PreviewResponse.Body?,
        policy: String = "default-src 'none'; frame-ancestors 'none'"
    ) -> PreviewResponse {
        var fields = Self.fields
        fields.append(("Content-Security-Policy", policy))
        switch body {
        case .bytes(_, let type): fields.append(("Content-Type", type))
        case .events: fields.append(("Content-Type", "text/event-stream"))
        case nil: break
        }
        return PreviewResponse(status: status, fields: fields, body: body)
    }

    /// What every answer has: it is kept nowhere, framed nowhere, read by no other site, and a link from it tells nobody its address.
    private static let fields = [
        ("Cache-Control", "no-store"),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ]
}

extension PreviewRequest {
    /// The generation that a page says it shows, when it begins to listen.
    fileprivate var since: String? {
        guard let start = target.firstIndex(of: "?") else { return nil }
        let query = target[target.index(after: start)...].split(separator: "&")
        return query.first { $0.hasPrefix("since=") }.map { String($0.dropFirst("since=".count)) }
    }
}
