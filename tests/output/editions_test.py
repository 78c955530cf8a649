#!/usr/bin/env python3
"""Builds the sample papers and holds what comes out to the checks of this folder; how copy is set is held at
three lengths by lengths_test.py.

    editions_test.py FORME
"""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FORME = Path(sys.argv.pop(1)).resolve()
CHECKS = ("text", "fonts", "grid", "places", "valid", "links")


class Editions(unittest.TestCase):
    def hold(self, name):
        issue = ROOT / "issues" / name
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / name
            done = subprocess.run([FORME, "build", issue, "-o", out], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            for check in CHECKS:
                with self.subTest(check=check):
                    found = subprocess.run([sys.executable, HERE / f"check_{check}.py", out, issue],
                                           capture_output=True, text=True)
                    self.assertEqual(found.returncode, 0, found.stdout + found.stderr)

    def test_an_english_tabloid(self):
        self.hold("courier-890")

    def test_a_german_newsletter(self):
        self.hold("setzkasten-12")

    def test_a_specimen_of_every_block_and_script(self):
        self.hold("specimen-1")


if __name__ == "__main__":
    unittest.main()
