#!/usr/bin/env python3
"""The same input gives the same bytes, whatever the folder, time zone, language, user and threads.

    same_twice_test.py FORME
"""
import json
import os
import re
import sys
import tempfile
import unittest
from pathlib import Path

from editions import MADE, build, contents, copy_issues

FORME = Path(sys.argv.pop(1)).resolve()


class SameTwice(unittest.TestCase):
    def assert_same(self, issue_name, language=None):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
            first = copy_issues(one, issue_name)
            second = copy_issues(Path(two) / "a longer path" / "than before", issue_name)
            if language:
                for issue in (first, second):
                    self.set_language(issue, language)
            status, said = build(FORME, first, Path(one) / "out", "--jobs", "1",
                                 TZ="Pacific/Kiritimati", LANG="C", LC_ALL="C")
            self.assertIn(status, MADE, said)
            os.utime(second / "issue.xml", (0, 0))
            again, said = build(FORME, second, Path(two) / "elsewhere" / "out", "--jobs", "4",
                                TZ="America/St_Johns", LANG="de_DE.UTF-8", LC_ALL="de_DE.UTF-8",
                                USER="somebody", HOME=two)
            self.assertEqual(again, status, said)
            made = contents(Path(one) / "out")
            self.assertGreater(len(made), 4, made)
            self.assertEqual(made, contents(Path(two) / "elsewhere" / "out"))

    def set_language(self, issue, language):
        manifest = (issue / "issue.xml").read_text()
        changed, times = re.subn('xml:lang="[^"]*"', f'xml:lang="{language}"', manifest, count=1)
        self.assertEqual(times, 1)
        (issue / "issue.xml").write_text(changed)

    def test_an_english_tabloid(self):
        self.assert_same("courier-890")

    def test_a_german_newsletter(self):
        self.assert_same("setzkasten-12")

    def test_a_newsletter_in_a_language_that_icu_does_not_know(self):
        self.assert_same("setzkasten-12", "frr")

    def test_a_build_over_an_earlier_edition(self):
        with tempfile.TemporaryDirectory() as folder:
            issue, out = copy_issues(folder), Path(folder) / "out"
            build(FORME, issue, out)
            first = contents(out)
            build(FORME, issue, out)
            self.assertGreater(len(first), 4, first)
            self.assertEqual(first, contents(out))

    def test_a_part_made_anew_leaves_the_edition_whole(self):
        with tempfile.TemporaryDirectory() as folder:
            issue, out = copy_issues(folder), Path(folder) / "out"
            build(FORME, issue, out)
            first = contents(out)
            for part in ("epub", "print,screen", "handouts"):
                status, said = build(FORME, issue, out, "--only", part)
                self.assertIn(status, MADE, said)
                now = contents(out)
                self.assertEqual(now.keys(), first.keys(), part)
                self.assert_listed(out, now)

    def assert_listed(self, out, files):
        """The report names every file but itself, with its hash."""
        report = next(name for name in files if name.endswith("-report.json"))
        listed = {f["name"]: f["sha256"] for f in json.loads((out / report).read_text())["files"]}
        self.assertEqual(listed, {name: files[name] for name in files if name != report})

    def test_the_handout_of_an_article_that_is_gone_goes(self):
        with tempfile.TemporaryDirectory() as folder:
            issue, out = copy_issues(folder), Path(folder) / "out"
            build(FORME, issue, out)
            gone = "handouts/courier-890-filler-8.pdf"
            self.assertIn(gone, contents(out))
            (out / "notes.txt").write_text("the editor's own")
            manifest = (issue / "issue.xml").read_text()
            (issue / "issue.xml").write_text(
                manifest.replace('<article src="articles/filler-8.xml"/>', ""))
            status, said = build(FORME, issue, out)
            self.assertIn(status, MADE, said)
            self.assertNotIn(gone, contents(out))
            self.assertIn("notes.txt", contents(out))


if __name__ == "__main__":
    unittest.main()
