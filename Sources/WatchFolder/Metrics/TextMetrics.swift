// SPDX-License-Identifier: Apache-2.0

import CoreMetrics
import Synchronization

/// Keeps the value of each metric, and writes all of them in Prometheus' text format.
///
/// Timers are counters of seconds: what is of interest is how much time goes by with something, not how one piece of it compares with another.
final class TextMetrics: MetricsFactory {
    /// A metric with its labels.
    struct Series: Hashable, Comparable, Sendable {
        var name: String
        /// Each a name and a value.
        var labels: [[String]]

        init(name: String, labels: [(String, String)]) {
            self.name = name
            self.labels = labels.map { [$0.0, $0.1] }
        }

        static func < (first: Series, second: Series) -> Bool {
            if first.name != second.name { return first.name < second.name }
            return first.labels.lexicographicallyPrecedes(second.labels) { $0.lexicographicallyPrecedes($1) }
        }
    }

    /// Says what a metric is.
    struct Declaration: Hashable, Sendable {
        enum Kind: String {
            /// Grows as long as the service runs, from zero.
            case counter
            /// What is so now.
            case gauge
        }

        var name: String
        var kind: Kind
        var help: String
    }

    /// Labels of every series, before its own.
    private let common: [(String, String)]
    private let values = Mutex<[Series: Double]>([:])

    init(labels: [(String, String)] = []) { common = labels }

    /// The values of all series of the declared metrics, each metric after what it is; a metric without a value is left out.
    ///
    /// - Parameter declarations: in the order in which they are written.
    func text(_ declarations: [Declaration]) -> String {
        let values = values.withLock { $0 }
        let series = Dictionary(grouping: values.keys.sorted()) { $0.name }
        return declarations.reduce(into: "") { text, declaration in
            guard let own = series[declaration.name] else { return }
            text += "# HELP \(declaration.name) \(declaration.help.escaped(also: ""))\n"
            text += "# TYPE \(declaration.name) \(declaration.kind.rawValue)\n"
            for one in own {
                let labels = one.labels.map { "\($0[0])=\"\($0[1].escaped(also: "\""))\"" }.joined(separator: ",")
                text += "\(one.name)\(labels.isEmpty ? "" : "{\(labels)}") \(Self.number(values[one] ?? 0))\n"
            }
        }
    }

    private static func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }

    fileprivate func change(_ series: Series, _ change: (inout Double) -> Void) {
        values.withLock { change(&$0[series, default: 0]) }
    }

    private func handler(_ label: String, _ dimensions: [(String, String)]) -> Handler {
        let series = Series(name: label, labels: common + dimensions)
        change(series) { _ in }
        return Handler(series: series, metrics: self)
    }

    private func destroy(_ handler: Any) {
        if let handler = handler as? Handler { values.withLock { $0[handler.series] = nil } }
    }

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler { handler(label, dimensions) }

    func makeFloatingPointCounter(label: String, dimensions: [(String, String)]) -> any FloatingPointCounterHandler {
        handler(label, dimensions)
    }

    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler { handler(label, dimensions) }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        handler(label, dimensions)
    }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler { handler(label, dimensions) }

    func destroyCounter(_ handler: any CounterHandler) { destroy(handler) }
    func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) { destroy(handler) }
    func destroyMeter(_ handler: any MeterHandler) { destroy(handler) }
    func destroyRecorder(_ handler: any RecorderHandler) { destroy(handler) }
    func destroyTimer(_ handler: any TimerHandler) { destroy(handler) }

    /// Changes the value of one series.
    private final class Handler: CounterHandler, FloatingPointCounterHandler, MeterHandler, RecorderHandler,
        TimerHandler
    {
        let series: Series
        private let metrics: TextMetrics

        init(series: Series, metrics: TextMetrics) {
            self.series = series
            self.metrics = metrics
        }

        func increment(by amount: Int64) { increment(by: Double(amount)) }
        func increment(by amount: Double) { metrics.change(series) { $0 += amount } }
        func decrement(by amount: Double) { metrics.change(series) { $0 -= amount } }
        func reset() { set(0.0) }
        func set(_ value: Int64) { set(Double(value)) }
        func set(_ value: Double) { metrics.change(series) { $0 = value } }
        func record(_ value: Int64) { set(Double(value)) }
        func record(_ value: Double) { set(value) }
        func recordNanoseconds(_ duration: Int64) { increment(by: Double(duration) / 1e9) }
    }
}

extension String {
    /// With a backslash before what the format takes for something else.
    fileprivate func escaped(also others: String) -> String {
        unicodeScalars.reduce(into: "") { text, scalar in
            if scalar == "\n" {
                text += "\\n"
            } else {
                if scalar == "\\" || others.unicodeScalars.contains(scalar) { text += "\\" }
                text.unicodeScalars.append(scalar)
            }
        }
    }
}
