import contextlib
import io
import os
import select
import tempfile
import unittest
from pathlib import Path

from suite import report, runner
from suite.report import Count
from suite.runner import Step

SUMMARY = "Nextest run ID 1\\n Summary [ 0.1s] {} tests run: {} passed, 0 skipped"


def suite(name: str, ran: int, passed: int, code: int = 0, **more) -> Step:
    return Step(name, ["sh", "-c", f"printf '{SUMMARY.format(ran, passed)}'; exit {code}"], reader=report.cargo, **more)


class Run(unittest.TestCase):
    def setUp(self):
        self.root = Path(self.enterContext(tempfile.TemporaryDirectory()))

    def run_all(self, *steps: Step) -> tuple[Count, str]:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            total = runner.run(steps, self.root, self.root / "logs")
        return total, out.getvalue()

    def test_sums_suites_and_leaves_passing_checks_out(self):
        total, _ = self.run_all(suite("a", 3, 3), Step("check", ["true"]), suite("b", 4, 3, 100))
        self.assertEqual(total, Count(6, 1))

    def test_a_failing_check_counts_once_and_shows_its_output(self):
        total, out = self.run_all(Step("check", ["sh", "-c", "echo the reason; exit 3"]))
        self.assertEqual(total, Count(0, 1))
        self.assertIn("the reason", out)
        self.assertIn("FAIL check: ended with exit code 3", out)

    def test_what_the_tests_stumbled_over_stands_where_the_run_ends(self):
        _, out = self.run_all(suite("a", 2, 1, 1, faults=lambda _: ["a clerk answers: not visible"]), Step("b", ["true"]))
        self.assertIn("a clerk answers: not visible\nFAIL a: 1 of 2 tests did not pass", out)

    def test_a_suite_with_no_test_fails(self):
        total, out = self.run_all(suite("empty", 0, 0))
        self.assertEqual(total, Count(0, 1))
        self.assertIn("FAIL empty: ran no test", out)

    def test_a_suite_that_says_nothing_fails(self):
        total, out = self.run_all(Step("mute", ["true"], reader=report.cargo))
        self.assertEqual(total, Count(0, 1))
        self.assertIn("printed no result line", out)

    def test_a_runner_that_fails_though_its_tests_passed_fails(self):
        self.assertEqual(self.run_all(suite("a", 2, 2, 1))[0], Count(2, 1))

    def test_an_old_report_is_not_read_again(self):
        old = self.root / "old.json"
        old.write_text('{"numTotalTests": 1, "numPassedTests": 1}')
        total, _ = self.run_all(Step("a", ["true"], reader=report.vitest, report=old))
        self.assertEqual(total, Count(0, 1))

    def test_steps_behind_a_failed_one_count_as_failed(self):
        total, out = self.run_all(Step("build", ["false"]), suite("unit", 1, 1, needs=("build",)), suite("other", 1, 1))
        self.assertEqual(total, Count(1, 2))
        self.assertIn("FAIL unit: not run, because these failed: build", out)

    def test_a_missing_program_fails(self):
        self.assertEqual(self.run_all(Step("gone", ["no-such-program"]))[0], Count(0, 1))

    def test_a_step_that_hangs_is_ended_with_what_it_started(self):
        path = self.root / "held"
        os.mkfifo(path)
        held = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        self.addCleanup(os.close, held)
        # What the step leaves running holds the pipe open until it ends.
        total, out = self.run_all(Step("hang", ["sh", "-c", f"(echo up; exec sleep 60) > {path} & wait"], limit=1))
        self.assertEqual(total, Count(0, 1))
        self.assertIn("still running after 1 s", out)
        self.assertEqual(os.read(held, 10), b"up\n")
        hung_up = select.poll()
        hung_up.register(held, 0)
        self.assertEqual(hung_up.poll(10_000), [(held, select.POLLHUP)])
