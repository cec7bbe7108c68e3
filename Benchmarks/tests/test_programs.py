# SPDX-License-Identifier: Apache-2.0
import json
import os
import re
import struct
import subprocess
import tempfile
import unittest
from pathlib import Path

from compare import environment, plain
from compare.content import Cell, Content, Paragraph, Row, Run, Section, Table


def words(text: str) -> Paragraph:
    return Paragraph([Run(text)])


def paper(rows: int) -> Content:
    header = Row([Cell([words("Measure")], 0, is_header=True), Cell([words("Comment")], 1, is_header=True)])
    body = [Row([Cell([words(f"Row {number}")], 0, is_header=True), Cell([words("It improved. " * 20)], 1)]) for number in range(rows)]
    table = Table([56.7, 156.7, 538.6], ["left", "left"], [header], body)
    return Content("Title", "Council", "Open", [Section("Part", [words("It begins."), table])])


def operations(recording: bytes) -> list[int]:
    """The operations of a recording, as c/recording.h says."""
    found, at = [], 0
    while at < len(recording):
        operation, length, _, glyphs, clusters, _ = struct.unpack_from("<6I", recording, at)
        found.append(operation)
        at += 56 + (glyphs * 24 + clusters * 8 if operation == 4 else 0) + (length + 7) // 8 * 8
    return found


class ProgramsTests(unittest.TestCase):
    """The C programs, built in a folder of their own."""

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.temporary.name)
        environment.build_programs(cls.folder)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def run_program(self, *arguments) -> subprocess.CompletedProcess:
        fonts = {"FONTCONFIG_FILE": str(environment.HOME / "fonts" / "fonts.conf")}
        command = [str(self.folder / arguments[0]), *[str(argument) for argument in arguments[1:]]]
        return subprocess.run(command, capture_output=True, text=True, env=os.environ | fonts, check=False)

    def text(self, pdf: Path) -> str:
        return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout

    def made(self, rows: int) -> tuple[Path, Path]:
        content, pango, recording, cairo = (self.folder / name for name in ("paper.txt", "pango.pdf", "paper.rec", "cairo.pdf"))
        content.write_text(plain.source(paper(rows)), encoding="utf-8")
        self.assertEqual(self.run_program("pango-loop", content, pango, recording).stderr, "")
        self.assertEqual(self.run_program("cairo-replay", recording, cairo).stderr, "")
        return pango, cairo

    def test_the_loop_repeats_the_header_on_each_page_and_tags_one_table(self):
        pango, _ = self.made(40)
        pages = self.text(pango).split("\f")[:-1]
        self.assertEqual(len(pages), 5)
        self.assertTrue(all(re.search(r"Measure +Comment", page) for page in pages))
        self.assertEqual([number for page in pages for number in re.findall(r"Row (\d+)", page)], [str(number) for number in range(40)])
        tree = subprocess.run(["pdfinfo", "-struct", pango], capture_output=True, text=True, check=True).stdout
        self.assertEqual([len(re.findall(rf"^ *{tag}\b", tree, re.M)) for tag in ("Table", "TR", "TH", "TD")], [1, 41, 42, 40])

    def test_the_replay_draws_the_pages_of_the_loop(self):
        pango, cairo = self.made(40)
        self.assertEqual(self.text(cairo), self.text(pango))

    def test_a_turned_table_has_pages_of_its_own(self):
        content, pango, recording, cairo = (self.folder / name for name in ("wide.txt", "wide.pdf", "wide.rec", "wide-cairo.pdf"))
        wide = paper(3)
        wide.sections[0].blocks[1].edges = [56.7, 156.7, 785.2]
        wide.sections[0].blocks.append(words("It ends."))
        content.write_text(plain.source(wide), encoding="utf-8")
        self.assertEqual(self.run_program("pango-loop", content, pango, recording).stderr, "")
        self.assertEqual(self.run_program("cairo-replay", recording, cairo).stderr, "")
        for pdf in (pango, cairo):
            sizes = subprocess.run(["pdfinfo", "-l", "9", pdf], capture_output=True, text=True, check=True).stdout
            self.assertEqual(
                re.findall(r"size: +([\d.]+ x [\d.]+)", sizes),
                ["595.276 x 841.89", "841.89 x 595.276", "595.276 x 841.89"],
            )

    def test_lines_are_drawn_together_so_that_the_ground_of_a_band_does_not_end_their_path(self):
        content, pdf, recording = (self.folder / name for name in ("band.txt", "band.pdf", "band.rec"))
        banded = paper(2)
        banded.sections[0].blocks[1].rows.insert(1, Row([Cell([words("Band")], 0, column_span=2, is_header=True)], is_band=True))
        content.write_text(plain.source(banded), encoding="utf-8")
        self.assertEqual(self.run_program("pango-loop", content, pdf, recording).returncode, 0)
        # Text in brackets; then, of each stretch between, how often each operation is there.
        names = {5: "fill", 6: "line", 7: "stroke", 8: "page"}
        drawn = [names[operation] for operation in operations(recording.read_bytes()) if operation in names]
        # Five horizontal borders, and the vertical ones: three above the band, one on each side along it and below, one between below.
        self.assertEqual(drawn, ["fill", *["line"] * 9, "stroke", "line", "stroke", "page"])

    def test_a_line_of_no_kind_is_reported(self):
        content = self.folder / "wrong.txt"
        content.write_text("H\tTitle\nx\n", encoding="utf-8")
        process = self.run_program("pango-loop", content, self.folder / "wrong.pdf")
        self.assertEqual((process.returncode, process.stderr), (70, "pango-loop: a line of the content is of no kind\n"))

    def test_a_command_is_measured_by_itself(self):
        measured = self.folder / "measured.json"
        self.assertEqual(self.run_program("measure", measured, "sh", "-c", "exit 3").returncode, 0)
        result = json.loads(measured.read_text(encoding="utf-8"))
        self.assertEqual((result["status"], sorted(result)), (3, ["cpu", "memory", "start", "status", "wall"]))
        # A shell is smaller than the Python that runs this test.
        self.assertLess(result["memory"], 8192)


if __name__ == "__main__":
    unittest.main()
