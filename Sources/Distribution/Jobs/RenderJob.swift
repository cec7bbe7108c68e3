// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Publishing

/// One paper in one edition, to be made by whichever worker takes it: a message of a few hundred bytes.
///
/// It names things and holds none: no word of a paper, and no title, passes through the broker.
struct RenderJob: Codable, Sendable, Hashable {
    /// The version of this message.
    static let currentFormat = 1

    var format = currentFormat
    /// The fingerprint of the program that submitted it (``ProgramVersion/fingerprint``): another one would make other bytes.
    var program: String
    /// The submission that it is of.
    var batch: String
    /// When that was made, in milliseconds since 1970: of two results for one view the newer stays, whichever was finished first.
    var submitted: Int
    /// The digest of the manifest of the workspace's snapshot.
    var snapshot: String
    /// Whether the snapshot is in the store for what is not for publication, since the workspace has something exempt.
    var isRestricted: Bool
    /// The name of the council in the store.
    var council: String
    /// The identifier of the paper.
    var paper: String
    var audience: Audience
    var formats: [PublicationRequest.Format]
    var theme: String?
    /// When PDFs say that they were made, in seconds since 1970, in place of the day of each paper.
    var madeAt: Int?
    /// The queue that whoever submitted it listens to, or `nil` if nobody does.
    var reply: String?
    /// How often it has failed.
    var failures = 0

    var key: PaperKey { PaperKey(id: paper, audience: audience) }

    /// What identifies the files that it makes: two jobs of the same make the same bytes.
    var identity: Identity {
        Identity(
            program: program,
            snapshot: snapshot,
            key: key,
            formats: formats,
            theme: theme,
            madeAt: madeAt
        )
    }

    struct Identity: Codable, Sendable, Hashable {
        var program: String
        var snapshot: String
        var key: PaperKey
        var formats: [PublicationRequest.Format]
        var theme: String?
        var madeAt: Int?
    }

    /// The queue that it is put on.
    func queue(_ urgency: JobQueue.Urgency) -> JobQueue {
        JobQueue(urgency: urgency, isRestricted: isRestricted)
    }

    init(
        program: String,
        batch: String,
        submitted: Int,
        snapshot: String,
        isRestricted: Bool,
        council: String,
        key: PaperKey,
        formats: Set<PublicationRequest.Format>,
        theme: String? = nil,
        madeAt: Int? = nil,
        reply: String? = nil
    ) {
        self.program = program
        self.batch = batch
        self.submitted = submitted
        self.snapshot = snapshot
        self.isRestricted = isRestricted
        self.council = council
        paper = key.id
        audience = key.audience
        self.formats = PublicationRequest.Format.allCases.filter(formats.contains)
        self.theme = theme
        self.madeAt = madeAt
        self.reply = reply
    }

    /// Reads a message; names in it become parts of paths, so each is looked at.
    ///
    /// - Throws: a ``JobFailure`` of the reason ``JobFailure/Reason/message`` or ``JobFailure/Reason/version``.
    static func read(_ bytes: [UInt8]) throws(JobFailure) -> RenderJob {
        guard let head: Head = StableJSON.read(bytes) else {
            throw JobFailure(.message, "the message is not a job of cleardays-worker")
        }
        guard head.format == currentFormat else {
            throw JobFailure(
                .version,
                "the job is of format \(head.format), and this worker knows format \(currentFormat)"
            )
        }
        guard let job: RenderJob = StableJSON.read(bytes), job.isPlain else {
            throw JobFailure(.message, "the message is not a job of format \(currentFormat)")
        }
        return job
    }

    private struct Head: Codable {
        var format: Int
    }

    private var isPlain: Bool {
        ObjectName.isDigest(snapshot) && ObjectName.isPlain(council) && ObjectName.isPlain(paper)
            && ObjectName.isPlain(batch) && batch.utf8.count <= 64
            // Where reports go is no choice of the message: any queue of the broker could be named.
            && (reply == nil || reply == JobQueue.replyName(of: batch))
            && !formats.isEmpty && !formats.contains(.data) && !(audience == .restricted && !isRestricted)
            && (0...RetrySchedule.waits.count).contains(failures)
    }

    /// How far the clock of whoever submits may be ahead of a worker's, in milliseconds.
    private static let greatestSkew = 300_000

    /// Whether a worker of a program may make it.
    ///
    /// A submission time in the future is refused: a view keeps the latest submission, so the paper could not be updated until that time.
    ///
    /// - Parameter now: the current time, in milliseconds since 1970.
    /// - Throws: a ``JobFailure`` of the reason ``JobFailure/Reason/message`` or ``JobFailure/Reason/version``.
    func check(program: String, now: Int) throws(JobFailure) {
        if submitted > now + Self.greatestSkew {
            throw JobFailure(
                .message,
                "the job was submitted \((submitted - now) / 1000) s from now: a clock is wrong, of whoever submitted it or of this worker"
            )
        }
        if self.program == program { return }
        throw JobFailure(
            .version,
            "the job was submitted by cleardays \(self.program), and this worker is \(program); their papers could differ"
        )
    }
}

extension ProgramVersion {
    /// The number of the version, and a digest of the versions of libraries and fonts: programs of the same make the same bytes of the same workspace.
    static func fingerprint() -> String {
        "\(number)-\(ObjectName.digest(of: Array(lines().joined(separator: "\n").utf8)).prefix(12))"
    }
}
