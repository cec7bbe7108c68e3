// SPDX-License-Identifier: Apache-2.0

import CoreMetrics
import Publishing

/// The metrics of one service, and the file that they are written to for node_exporter's textfile collector: the service has no network.
///
/// Names of papers and of their editions are in it, as on the status page; no word of a return is.
final class ServiceMetrics {
    /// How often the file is written though nothing has happened.
    static let interval = Duration.seconds(15)

    /// Labels of a series, in the order in which they are written.
    typealias Labels = KeyValuePairs<String, String>

    private let file: ReportFile?
    private let store: TextMetrics
    private var gauges: [TextMetrics.Series: Meter] = [:]

    /// - Parameters:
    ///   - path: of the file, or `nil` for none. Its name without `.prom` tells the services of a machine apart, as the label `service`.
    ///   - council: the label `council`, for one council of a service of several.
    init(path: String?, council: String? = nil) {
        file = path.map(ReportFile.init)
        let service = file.map { ("service", String($0.name.split(separator: ".").first ?? "")) }
        store = TextMetrics(labels: [service, council.map { ("council", $0) }].compactMap(\.self))
        // What has not happened yet is zero, and not unknown: an alert needs a first value to see a second.
        for outcome in ["taken", "refused"] { add(0, to: .drops, ["outcome": outcome]) }
        for metric in [ServiceMetric.papersMade, .papersFailed, .workerFaults] { add(0, to: metric) }
        for metric in [ServiceMetric.filesWaiting, .dropsWaiting, .failing] { set(metric, 0) }
    }

    /// Whether somebody reads them.
    var isRead: Bool { file != nil }

    func add(_ count: Int, to metric: ServiceMetric, _ labels: Labels = [:]) {
        Counter(label: metric.rawValue, dimensions: Array(labels), factory: store).increment(by: count)
    }

    /// Adds the time of each stage.
    func add(_ timer: StageTimer) {
        for (stage, duration) in timer.durations {
            Timer(
                label: ServiceMetric.stageSeconds.rawValue,
                dimensions: [("stage", stage.rawValue)],
                factory: store
            ).recordNanoseconds(Int64(duration / .nanoseconds(1)))
        }
    }

    func set(_ metric: ServiceMetric, _ value: Int) { replace(metric, [([:], value)]) }

    /// Sets every series of a metric; those that it had and has no longer are gone.
    func replace(_ metric: ServiceMetric, _ values: [(labels: Labels, value: Int)]) {
        var kept: Set<TextMetrics.Series> = []
        for (labels, value) in values {
            let series = TextMetrics.Series(name: metric.rawValue, labels: Array(labels))
            let gauge =
                gauges[series] ?? Meter(label: metric.rawValue, dimensions: Array(labels), factory: store)
            gauge.set(value)
            gauges[series] = gauge
            kept.insert(series)
        }
        for (series, gauge) in gauges where series.name == metric.rawValue && !kept.contains(series) {
            gauge.destroy()
            gauges[series] = nil
        }
    }

    /// All of them in Prometheus' text format.
    var text: String { store.text(ServiceMetric.allCases.map(\.declaration)) }

    /// Writes the file.
    func write() throws(PublicationError) {
        guard let file else { return }
        set(.alive, WallTime.now.secondsSince1970)
        try file.write(text)
    }
}
