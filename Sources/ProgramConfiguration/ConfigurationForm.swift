// SPDX-License-Identifier: Apache-2.0

package import Formats
import Publishing
import WatchFolder

/// The form of the configuration file: what the commands take where the command line says nothing, and the councils that the service watches.
package enum ConfigurationForm {
    static let defaults = FormKey(
        "defaults",
        .group(defaultOptions),
        "what commands take for options that the command line does not have"
    )
    static let service = FormKey("service", .group(serviceOptions), "what is of the service of all councils as a whole")
    static let councils = FormKey(
        "councils",
        .named(council),
        "the councils that `cleardays watch --config` watches, each by a short name"
    )

    /// The whole file.
    package static let form = Form("the configuration", [defaults, service, councils])

    // Of commands, and of councils that say nothing else.

    static let theme = FormKey("theme", "the theme in place of the council's own")
    static let format = FormKey(
        "format",
        .texts,
        format: .choice(WatchedFormat.allCases.map(\.rawValue)),
        "what is made of each paper: `pdf`, or `[pdf, html]` for a page of the web beside it"
    )
    static let jobs = FormKey(
        "jobs",
        format: .wholeNumber(1...PublicationRequest.mostJobs),
        "how many threads `cleardays render` works on"
    )
    static let logFormat = FormKey(
        "log-format",
        .choice(LineLogHandler.Format.allCases.map(\.rawValue)),
        "how log lines are written"
    )
    static let settle = FormKey("settle", "how long a file must stay as it is before it is read, in seconds")
    static let pollInterval = FormKey("poll-interval", "how often to look where files are polled, in seconds")
    static let rescan = FormKey("rescan", "how often to look at everything though nothing stirs, in seconds")
    static let stopTimeout = FormKey(
        "stop-timeout",
        "how long a paper that is being made may hold up the end, in seconds"
    )
    static let timeLimit = FormKey(
        "time-limit",
        "the processor time that one paper, or the check of one drop, may take, in seconds"
    )
    static let memoryLimit = FormKey(
        "memory-limit",
        format: .wholeNumber(64...1_048_576),
        "the memory that a worker may take, in MB"
    )
    static let workerIdle = FormKey(
        "worker-idle",
        "how long a worker stays that has nothing to do, in seconds"
    )

    static let defaultOut = FormKey("out", "the folder that papers are written to")
    static let restrictedOut = FormKey(
        "restricted-out",
        "the folder for papers that are not for publication; beside the other, with `-restricted` behind its name, if it is not given"
    )

    private static let common = [
        theme, format, settle, pollInterval, rescan, stopTimeout, timeLimit, memoryLimit, workerIdle,
    ]

    static let defaultOptions = Form(
        "`defaults`",
        [defaultOut, restrictedOut, jobs, logFormat] + common
    )

    // Of the service.

    static let turns = FormKey(
        "jobs",
        format: .wholeNumber(1...PublicationRequest.mostJobs),
        "how many papers are made at a time, over all councils; one if it is not given"
    )
    static let healthFile = FormKey(
        "health-file",
        "a file that is written every ten seconds, for a program that monitors services"
    )
    static let metricsFolder = FormKey(
        "metrics-folder",
        "a folder for node_exporter's textfile collector, in which each council has a file of its name"
    )

    static let hangTimeout = FormKey(
        "hang-timeout",
        format: .wholeNumber(30...86_400),
        "how long after its last heartbeat the process of a council is killed, in seconds; 120 if it is not given"
    )

    static let serviceOptions = Form("`service`", [turns, healthFile, metricsFolder, hangTimeout])

    // Of a council.

    static let workspace = FormKey("workspace", required: true, "the folder that holds council.yaml")
    static let out = FormKey("out", required: true, "the folder that papers for everybody are written to")
    static let inbox = FormKey("inbox", "a folder where returns may be dropped")
    static let notify = FormKey(
        "notify",
        "a program that is told of papers made, failed or due: its path, or its name in PATH"
    )

    static let council = Form("a council", [workspace, out, restrictedOut, inbox, notify] + common)

    /// The keys of seconds, each of which may have decimals.
    static let seconds = [settle, pollInterval, rescan, stopTimeout, timeLimit, workerIdle]

    /// The JSON Schema by which an editor knows the file.
    package static var schema: String { form.schema(title: "cleardays.yaml, the configuration of the program") }
}
