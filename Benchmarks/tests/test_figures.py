# SPDX-License-Identifier: Apache-2.0
import unittest

from compare.bounds import Bound, verdicts
from compare.figures import Summary, less_interpreter, ratios
from compare.measuring import Participant, by_turns


def walls(*values: float) -> list[dict]:
    return [{"wall": value} for value in values]


class FiguresTests(unittest.TestCase):
    def test_a_summary_is_the_median_with_the_least_and_the_greatest(self):
        self.assertEqual(Summary.of([5, 1, 9, 2, 3]), Summary(3, 1, 9))
        self.assertEqual(Summary.of([1, 2]), Summary(1.5, 1, 2))

    def test_ratios_are_of_runs_in_the_same_round(self):
        # The ratio of the medians is 2 / 5.
        self.assertEqual(ratios(walls(1, 2, 9), walls(5, 8, 3), "wall"), [0.2, 0.25, 3])

    def test_a_round_that_only_one_engine_has_does_not_count(self):
        self.assertEqual(ratios(walls(1, 2, 3), walls(2), "wall"), [0.5])

    def test_the_start_of_an_interpreter_is_subtracted_from_times_alone(self):
        runs = [{"wall": 3, "cpu": 2, "memory": 7, "interpreter": {"wall": 1, "cpu": 0.5}}]
        [run] = less_interpreter(runs)
        self.assertEqual((run["wall"], run["cpu"], run["memory"]), (2, 1.5, 7))


class TurnsTests(unittest.TestCase):
    def test_each_engine_has_its_turn_in_each_round_after_one_that_does_not_count(self):
        turns: list[str] = []

        def measure(participant: Participant) -> dict:
            turns.append(participant.engine)
            return {"wall": len(turns)}

        runs = by_turns([Participant("A", []), Participant("B", [])], 2, measure)
        self.assertEqual(turns, ["A", "B", "A", "B", "A", "B"])
        self.assertEqual(runs, {"A": walls(3, 5), "B": walls(4, 6)})


class BoundsTests(unittest.TestCase):
    cases = {
        "small": {"runs": {"Cleardays": walls(1, 1, 1), "Typst": walls(2, 4, 8)}},
        "large": {"runs": {"Cleardays": walls(10, 12, 11)}},
    }

    def test_a_bound_on_a_ratio_is_met_by_the_median_of_ratios(self):
        found = verdicts(self.cases, [Bound("small", "Cleardays", "wall", 0.25, other="Typst")])
        self.assertEqual([(verdict.figure, verdict.holds) for verdict in found], [(Summary(0.25, 0.125, 0.5), True)])

    def test_a_bound_may_compare_two_cases(self):
        [verdict] = verdicts(self.cases, [Bound("large", "Cleardays", "wall", 10.5, other_case="small", other="Cleardays")])
        self.assertEqual((verdict.figure.median, verdict.holds, verdict.bound.words), (11, False, "large: Cleardays ÷ small, wall"))

    def test_a_bound_may_be_on_a_figure_by_itself(self):
        [verdict] = verdicts(self.cases, [Bound("small", "Typst", "wall", 4)])
        self.assertEqual((verdict.figure.median, verdict.holds), (4, True))

    def test_there_is_no_verdict_without_both_figures(self):
        bounds = [Bound("small", "Cleardays", "wall", 1, other="Cairo alone"), Bound("missing", "Cleardays", "wall", 1)]
        self.assertEqual(verdicts(self.cases, bounds), [])


if __name__ == "__main__":
    unittest.main()
