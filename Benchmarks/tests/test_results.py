# SPDX-License-Identifier: Apache-2.0
import json
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from compare import edits, plot, report, results
from compare.bounds import Bound, verdicts
from compare.measuring import RunError

MACHINE = {"processor": "A <fast> one", "cores": 2}
VERSIONS = {"Typst": "0.15.2", "WeasyPrint": "70.0"}


def case(title: str, **walls: float) -> dict:
    runs = {
        name: [{"wall": wall, "cpu": wall / 2, "memory": 2048}, {"wall": wall * 2, "cpu": wall, "memory": 4096}]
        for name, wall in walls.items()
    }
    return {"title": title, "pages": {name: 3 for name in walls}, "runs": runs}


CASES = {"sample": case("sample: prose", Cleardays=0.1, Typst=0.4), "500": case("500 rows", Cleardays=0.2)}


class ResultsTests(unittest.TestCase):
    def test_a_case_replaces_the_same_case_of_the_record_and_leaves_the_others(self):
        record = results.merged({}, MACHINE, VERSIONS, CASES, ["sample", "500"])
        again = results.merged(record, MACHINE, VERSIONS, {"sample": case("again", Cleardays=1)}, ["sample", "500"])
        self.assertEqual([(name, kept["title"]) for name, kept in again["cases"].items()], [("sample", "again"), ("500", "500 rows")])

    def test_cases_of_another_machine_or_with_other_versions_are_dropped(self):
        record = results.merged({}, MACHINE, VERSIONS, CASES, ["sample", "500"])
        for machine, versions in [({"cores": 4}, VERSIONS), (MACHINE, {"Typst": "1"})]:
            again = results.merged(record, machine, versions, {"500": CASES["500"]}, ["sample", "500"])
            self.assertEqual(list(again["cases"]), ["500"])

    def test_the_record_says_what_must_hold_and_whether_it_does(self):
        record = results.merged({}, MACHINE, VERSIONS, CASES, ["sample", "500"])
        self.assertEqual(
            record["must hold"][:2],
            [
                {"what": "sample: Cleardays ÷ Typst, wall", "median": 0.25, "least": 0.25, "greatest": 0.25, "bound": 0.4, "met": True},
                {"what": "sample: Cleardays ÷ Typst, CPU", "median": 0.25, "least": 0.25, "greatest": 0.25, "bound": 0.33, "met": True},
            ],
        )

    def test_the_file_has_a_line_for_each_run_and_reads_back(self):
        record = results.merged({}, MACHINE, VERSIONS, {"sample": case("sample", Typst=0.4)}, ["sample"])
        record["cases"]["sample"]["runs"]["Typst"][0]["interpreter"] = {"wall": 0.1, "cpu": 0.1}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "results.json"
            results.write(path, record)
            self.assertEqual(results.read(path), record)
            lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n")]
        self.assertIn('{"wall": 0.4, "cpu": 0.2, "memory": 2048, "interpreter": {"wall": 0.1, "cpu": 0.1}},', lines)


class ReportTests(unittest.TestCase):
    def test_a_case_is_a_table_with_ratios_run_by_run(self):
        self.assertEqual(
            report.case_table("sample", CASES["sample"] | {"omitted": "WeasyPrint was left out"}),
            "sample: sample: prose; 2 rounds\n"
            "           wall, s              CPU, s               memory, MB  pages  Cleardays ÷ it: wall, CPU, memory\n"
            "Cleardays  0.150 (0.100–0.200)  0.075 (0.050–0.100)  3 (2–4)     3\n"
            "Typst      0.600 (0.400–0.800)  0.300 (0.200–0.400)  3 (2–4)     3      0.25, 0.25, 1.00\n"
            "WeasyPrint was left out",
        )

    def test_typst_is_also_shown_without_the_start_of_python(self):
        measured = case("sample", Cleardays=0.1, Typst=0.4)
        for run in measured["runs"]["Typst"]:
            run["interpreter"] = {"wall": 0.1, "cpu": 0.05}
        lines = report.case_table("sample", measured).split("\n")
        self.assertEqual(lines[4].split("  ")[0], "Typst, less Python’s start")
        self.assertTrue(lines[4].endswith("  0.500 (0.300–0.700)  0.250 (0.150–0.350)  3 (2–4)     3      0.31, 0.31, 1.00"))

    def test_each_bound_is_a_line(self):
        bounds = [Bound("sample", "Cleardays", "wall", 0.2, other="Typst"), Bound("sample", "Cleardays", "cpu", 0.1)]
        self.assertEqual(
            report.verdict_table(verdicts(CASES, bounds)).split("\n"),
            [
                "what must hold                   measured             bound",
                "sample: Cleardays ÷ Typst, wall  0.25 (0.25–0.25)     ≤ 0.2    not met",
                "sample: Cleardays, CPU           0.075 (0.050–0.100)  ≤ 0.100  met",
            ],
        )


class PlotTests(unittest.TestCase):
    def test_the_picture_has_a_title_and_says_the_medians_in_its_description(self):
        root = ElementTree.fromstring(plot.svg(results.merged({}, MACHINE, VERSIONS, CASES, ["sample", "500"])))
        space = "{http://www.w3.org/2000/svg}"
        self.assertEqual(root.get("role"), "img")
        self.assertEqual(root.find(f"{space}title").text, "Time from content to PDF")
        self.assertEqual(root.find(f"{space}desc").text, "sample: prose: Cleardays 0.15 s, Typst 0.60 s. 500 rows: Cleardays 0.30 s.")
        sizes = {int(text.get("font-size")) for text in root.iter(f"{space}text")}
        self.assertGreaterEqual(min(sizes), 14)

    def test_the_picture_says_when_the_machine_was_busy(self):
        for load, is_said in [(4.0, False), (4.1, True)]:
            busy = {"sample": CASES["sample"] | {"load before": load}}
            picture = plot.svg(results.merged({}, MACHINE, VERSIONS, busy, ["sample"]))
            self.assertEqual("; busy with other work (load 4.1)" in picture, is_said)

    def test_an_axis_goes_from_a_power_of_ten_to_another(self):
        self.assertEqual((plot.decades([0.03, 4]), plot.decades([0.1, 1]), plot.decades([2])), ((-2, 1), (-1, 0), (0, 1)))

    def test_times_have_two_digits_or_more(self):
        self.assertEqual([plot.seconds(value) for value in (0.0123, 0.5, 4.567, 43.21)], ["0.012 s", "0.50 s", "4.57 s", "43 s"])


class EditsTests(unittest.TestCase):
    def test_an_edit_changes_the_first_cell_alone(self):
        self.assertEqual(edits.edited("a,performance,b\nperformance", 3), "a,Edit 3,b\nperformance")
        with self.assertRaisesRegex(RunError, "^no cell holds `performance`$"):
            edits.edited("a,b", 1)

    def test_a_pdf_is_whole_when_its_last_line_is_there(self):
        with tempfile.TemporaryDirectory() as folder:
            pdf = Path(folder) / "paper.pdf"
            self.assertFalse(edits.is_whole(pdf))
            pdf.write_bytes(b"%PDF-1.7\n%%EOF\n" + b"1 0 obj" * 9)
            self.assertFalse(edits.is_whole(pdf))
            pdf.write_bytes(b"%PDF-1.7\nstartxref\n9\n%%EOF\n")
            self.assertTrue(edits.is_whole(pdf))


if __name__ == "__main__":
    unittest.main()
