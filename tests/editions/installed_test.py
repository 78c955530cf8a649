#!/usr/bin/env python3
"""`cmake --install` gives a program that finds what it needs beside itself, from any directory.

    installed_test.py BUILD
"""
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from editions import MADE, copy_issues

BUILD = Path(sys.argv.pop(1)).resolve()


class Installed(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.prefix = Path(folder.name) / "usr"
        done = subprocess.run(["cmake", "--install", BUILD, "--prefix", self.prefix],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.issue = copy_issues(folder.name, "setzkasten-12")

    def check(self):
        return subprocess.run([self.prefix / "bin" / "forme", "check", self.issue], cwd="/",
                              capture_output=True, text=True)

    def test_brings_layouts_fonts_and_schemas(self):
        share = self.prefix / "share" / "forme"
        for name in ("layouts/tabloid/layout.xml", "layouts/press/newsprint-coldset.xml",
                     "layouts/tabloid/hyphenation.txt", "fonts/fonts.xml", "schema/issue.rng",
                     "schema/article.rng"):
            self.assertTrue((share / name).is_file(), name)

    def test_works_from_any_directory(self):
        done = self.check()
        self.assertIn(done.returncode, MADE, done.stderr)

    def test_uses_its_own_layouts_and_not_those_of_the_sources(self):
        shutil.rmtree(self.prefix / "share" / "forme" / "layouts" / "a4-newsletter")
        done = self.check()
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("a4-newsletter", done.stderr)


if __name__ == "__main__":
    unittest.main()
