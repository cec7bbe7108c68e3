// SPDX-License-Identifier: Apache-2.0

import CoreMetrics
import FoundationEssentials
import Publishing
import TestSupport
import Testing

@testable import WatchFolder

struct MetricsTests {
    @Test func `the text has each metric after what it is, and its series in order`() {
        let metrics = TextMetrics()
        Counter(label: "b_total", dimensions: [("of", "two")], factory: metrics).increment(by: 3)
        Counter(label: "b_total", dimensions: [("of", "one")], factory: metrics).increment()
        Counter(label: "b_total", dimensions: [("of", "two")], factory: metrics).increment()
        Meter(label: "a", factory: metrics).set(-2)
        Timer(label: "c_seconds_total", factory: metrics).recordNanoseconds(1_500_000_000)
        let text = metrics.text([
            .init(name: "a", kind: .gauge, help: "What is so."),
            .init(name: "none", kind: .gauge, help: "What has no value."),
            .init(name: "b_total", kind: .counter, help: "What is\ncounted."),
            .init(name: "c_seconds_total", kind: .counter, help: "What takes time."),
        ])
        #expect(
            text == """
                # HELP a What is so.
                # TYPE a gauge
                a -2
                # HELP b_total What is\\ncounted.
                # TYPE b_total counter
                b_total{of="one"} 1
                b_total{of="two"} 4
                # HELP c_seconds_total What takes time.
                # TYPE c_seconds_total counter
                c_seconds_total 1.5

                """
        )
    }

    @Test func `the services of a machine are told apart by the names of their files`() throws {
        let folder = try TemporaryFolder()
        let metrics = ServiceMetrics(path: folder.path + "/half-year-2009.prom")
        try metrics.write()
        let text = try folder.text(of: "half-year-2009.prom")
        #expect(text.contains("cleardays_drops_total{service=\"half-year-2009\",outcome=\"taken\"} 0\n"), "\(text)")
        #expect(text.contains("cleardays_alive_timestamp_seconds{service=\"half-year-2009\"} "), "\(text)")
    }

    @Test func `what the format takes for something else is escaped in a label`() {
        let metrics = TextMetrics()
        Meter(label: "a", dimensions: [("name", "a \"b\" \\ c\nd")], factory: metrics).set(1)
        #expect(
            metrics.text([.init(name: "a", kind: .gauge, help: "x \\ \"y\"")])
                == "# HELP a x \\\\ \"y\"\n# TYPE a gauge\na{name=\"a \\\"b\\\" \\\\ c\\nd\"} 1\n"
        )
    }

    @Test func `a paper that is gone has no series any more`() {
        let metrics = ServiceMetrics(path: nil)
        metrics.replace(.paperWritten, [(["paper": "one"], 1), (["paper": "two"], 2)])
        metrics.replace(.paperWritten, [(["paper": "two"], 3)])
        let lines = metrics.text.split(separator: "\n").filter { $0.hasPrefix("cleardays_paper_written") }
        #expect(lines == ["cleardays_paper_written_timestamp_seconds{paper=\"two\"} 3"])
    }

    @Test func `what has not happened yet is zero`() {
        let text = ServiceMetrics(path: nil).text
        for line in [
            "cleardays_papers_made_total 0", "cleardays_papers_failed_total 0", "cleardays_worker_faults_total 0",
            "cleardays_drops_total{outcome=\"refused\"} 0", "cleardays_drops_total{outcome=\"taken\"} 0",
            "cleardays_files_waiting 0", "cleardays_drops_waiting 0", "cleardays_failing 0",
        ] {
            #expect(text.split(separator: "\n").contains(Substring(line)), "\(line)")
        }
    }

    @Test func `the times of stages are added up over runs, and cross from a worker`() throws {
        var timer = StageTimer()
        timer.add(.milliseconds(250), to: .painting)
        let received = try JSONDecoder().decode(StageTimer.self, from: JSONEncoder().encode(timer))
        #expect(received.durations == [.painting: .milliseconds(250)])
        let metrics = ServiceMetrics(path: nil)
        metrics.add(received)
        metrics.add(received)
        #expect(metrics.text.contains("cleardays_stage_seconds_total{stage=\"painting\"} 0.5\n"))
    }

    @Test func `every metric says what it is`() {
        let declarations = ServiceMetric.allCases.map(\.declaration)
        #expect(declarations.allSatisfy { $0.help.hasSuffix(".") && $0.name.hasPrefix("cleardays_") })
        #expect(declarations.allSatisfy { ($0.kind == .counter) == $0.name.hasSuffix("_total") })
    }
}
