import json
import tempfile
import unittest
from pathlib import Path

from suite import report
from suite.report import Count, NoReport


class Cargo(unittest.TestCase):
    def test_nextest_counts_what_did_not_pass(self):
        line = "     Summary [   0.106s] 12 tests run: 10 passed (1 slow), 1 failed, 1 timed out, 7 skipped"
        self.assertEqual(report.nextest(line), Count(10, 2))

    def test_nextest_counts_tests_a_cut_run_never_started(self):
        self.assertEqual(report.nextest("     Summary [   1.2s] 4/12 tests run: 3 passed, 1 failed, 0 skipped"), Count(3, 9))

    def test_nextest_without_summary_is_no_report(self):
        with self.assertRaises(NoReport):
            report.nextest("error: could not compile `domain`")

    def test_libtest_adds_its_binaries(self):
        lines = "test result: ok. 3 passed; 0 failed; 0 ignored\n\ntest result: FAILED. 1 passed; 2 failed; 0 ignored\n"
        self.assertEqual(report.libtest(lines), Count(4, 2))

    def test_cargo_reads_whichever_ran(self):
        self.assertEqual(report.cargo(" Nextest run ID x\n Summary [ 1s] 1 test run: 1 passed, 0 skipped"), Count(1, 0))
        self.assertEqual(report.cargo("test result: ok. 2 passed; 0 failed; 0 ignored"), Count(2, 0))


class Unittest(unittest.TestCase):
    def test_all_well(self):
        self.assertEqual(report.unittest("Ran 5 tests in 0.001s\n\nOK\n"), Count(5, 0))

    def test_failures_errors_and_skips_did_not_pass(self):
        self.assertEqual(report.unittest("Ran 9 tests in 1s\n\nFAILED (failures=1, errors=2, skipped=1)\n"), Count(5, 4))
        self.assertEqual(report.unittest("Ran 2 tests in 1s\n\nOK (skipped=2)\n"), Count(0, 2))


class Json(unittest.TestCase):
    def file(self, value) -> Path:
        path = Path(self.enterContext(tempfile.TemporaryDirectory())) / "report.json"
        path.write_text(value if isinstance(value, str) else json.dumps(value))
        return path

    def test_vitest_counts_skipped_and_todo_as_failed(self):
        file = self.file({"numTotalTests": 7, "numPassedTests": 4, "numFailedTests": 1, "numPendingTests": 1, "numTodoTests": 1})
        self.assertEqual(report.vitest("", file), Count(4, 3))

    def test_playwright_counts_flaky_and_skipped_as_failed(self):
        file = self.file({"stats": {"expected": 5, "unexpected": 1, "flaky": 1, "skipped": 2}})
        self.assertEqual(report.playwright("", file), Count(5, 4))

    def test_playwright_tells_what_each_journey_stumbled_over(self):
        spec = {
            "title": "a clerk answers",
            "tests": [{"projectName": "phone", "results": [{"errors": [{"message": "\x1b[31mnot visible\x1b[0m"}]}]}],
        }
        passed = {"title": "a buyer posts", "tests": [{"projectName": "desk", "results": [{"errors": []}]}]}
        file = self.file({"suites": [{"specs": [passed], "suites": [{"specs": [spec]}]}]})
        self.assertEqual(report.playwright_faults(file), ["a clerk answers [phone]: not visible"])

    def test_a_missing_or_broken_file_is_no_report(self):
        for file in (None, Path("/nonexistent/report.json"), self.file("{")):
            with self.subTest(file=file), self.assertRaises(NoReport):
                report.vitest("", file)
