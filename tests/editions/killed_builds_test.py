#!/usr/bin/env python3
"""A build that is killed leaves the old edition or the new one whole, and the next one clears up.

    killed_builds_test.py FORME
"""
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from editions import MADE, build, command, contents, copy_issues

FORME = Path(sys.argv.pop(1)).resolve()
MOMENTS = 20


class KilledBuilds(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.issue = copy_issues(folder.name)
        self.out = self.root / "made" / "courier-890"
        self.article = sorted((self.issue / "articles").glob("*.xml"))[0]
        self.old_copy = self.article.read_text()
        self.new_copy = self.old_copy.replace("</headline>", " again</headline>", 1)

    def make(self, copy):
        """Builds with this copy; gives the edition's contents and the seconds that it took."""
        self.article.write_text(copy)
        start = time.monotonic()
        status, said = build(FORME, self.issue, self.out)
        self.assertIn(status, MADE, said)
        return contents(self.out), time.monotonic() - start

    def kill_after(self, seconds):
        process = subprocess.Popen(command(FORME, self.issue, self.out), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def test_the_folder_holds_one_edition_at_every_moment(self):
        new, _ = self.make(self.new_copy)
        old, seconds = self.make(self.old_copy)
        self.assertNotEqual(new, old)
        for moment in range(MOMENTS):
            # Half of the moments fall in the last fifth, where the files are written and swapped.
            part = moment / MOMENTS * 1.6 if moment < MOMENTS / 2 else 0.8 + (moment / MOMENTS - 0.5) * 0.5
            self.article.write_text(self.new_copy)
            self.kill_after(seconds * part)
            self.assertIn(contents(self.out), (old, new), f"killed after {seconds * part:.3f} s")
            self.assertEqual(self.make(self.old_copy)[0], old)
            self.assertEqual([p.name for p in self.out.parent.iterdir()], [self.out.name])


if __name__ == "__main__":
    unittest.main()
