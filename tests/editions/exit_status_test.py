#!/usr/bin/env python3
"""Every row of the table of exit statuses, and that only 0 and 3 replace an edition.

    exit_status_test.py FORME
"""
import json
import resource
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from editions import contents

FORME = Path(sys.argv.pop(1)).resolve()
ISSUE = ('<issue version="1" publicationName="The Gazette" number="1" coverDate="2016-03-05" '
         'layout="a4-newsletter"><articles><article src="bridge.xml"/></articles>'
         '<flatplan pages="4"/></issue>')
ARTICLE = ('<article version="1" id="bridge"><headline>Bridge opens</headline><body>{}</body></article>')
PARAGRAPH = "<p>The new bridge over the mill race opens at noon, with room for two carts.</p>"


def limit_file_size():
    """A disk that is full after 20 KB."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))


class ExitStatus(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.issue, self.out = self.root / "issues" / "gazette-1", self.root / "out"
        self.issue.mkdir(parents=True)
        (self.issue / "issue.xml").write_text(ISSUE)
        self.write(PARAGRAPH)
        self.assertEqual(self.build()[0], 0)
        self.earlier = contents(self.out)
        self.write(PARAGRAPH * 2)

    def write(self, body):
        (self.issue / "bridge.xml").write_text(ARTICLE.format(body))

    def build(self, *options, before=None):
        done = subprocess.run([FORME, "build", self.issue, "-o", self.out, *options],
                              capture_output=True, text=True, preexec_fn=before)
        return done.returncode, done.stderr

    def assert_ends(self, status, outcome, replaced):
        self.assertEqual(outcome[0], status, outcome[1])
        self.assertEqual(contents(self.out) != self.earlier, replaced)
        self.assertEqual(sorted(p.name for p in self.root.iterdir()), ["issues", "out"])

    def test_0_when_all_is_made(self):
        self.assert_ends(0, self.build(), True)

    def test_1_when_the_input_is_wrong(self):
        self.write(PARAGRAPH + "<paragraph/>")
        self.assert_ends(1, self.build(), False)

    def test_1_when_the_plan_is_not_there(self):
        self.assert_ends(1, self.build("--plan", str(self.root / "plan.json")), False)

    def test_2_when_it_is_called_wrongly(self):
        self.assert_ends(2, self.build("--only", "posters"), False)

    def test_3_when_copy_does_not_fit(self):
        self.write(PARAGRAPH * 2000)
        self.assert_ends(3, self.build(), True)

    def with_imprint(self, words):
        paper = '<paper version="1"><imprint><p>{}</p></imprint></paper>'
        (self.issue / "paper.xml").write_text(paper.format("Printed in Leeds. " * words))
        (self.issue / "issue.xml").write_text(ISSUE.replace("layout=", 'paper="paper.xml" layout='))

    def test_0_when_the_imprint_has_its_place(self):
        self.with_imprint(3)
        self.assert_ends(0, self.build(), True)

    def test_3_when_the_imprint_is_deeper_than_a_page(self):
        self.with_imprint(600)
        status, said = self.build()
        self.assert_ends(3, (status, said), True)
        self.assertIn("no page has as many beside its copy", said)

    def test_3_when_the_plan_has_no_imprint(self):
        self.with_imprint(3)
        self.build()
        plan = json.loads((self.out / "the-gazette-1-plan.json").read_text())
        for page in plan["pages"]:
            page["leaves"] = [leaf for leaf in page["leaves"] if leaf["kind"] != "imprint"]
        path = self.issue / "plan.json"
        path.write_text(json.dumps(plan))
        status, said = self.build("--plan", str(path))
        self.assert_ends(3, (status, said), True)
        self.assertIn("the plan has no place for the imprint", said)

    def test_4_when_the_disk_is_full(self):
        self.assert_ends(4, self.build(before=limit_file_size), False)

    def test_4_when_the_timings_cannot_be_written(self):
        self.assert_ends(4, self.build("--timings", str(self.root / "none" / "t.json")), False)

    def test_4_when_what_is_to_be_printed_cannot_be(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([FORME, "check", self.issue], stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertIn("could not be written", done.stderr)

    def test_2_before_1(self):
        self.write(PARAGRAPH + "<paragraph/>")
        self.assert_ends(2, self.build("--jobs", "many"), False)

    def test_1_before_3(self):
        self.write(PARAGRAPH * 2000 + "<paragraph/>")
        self.assert_ends(1, self.build(), False)

    def test_4_before_3(self):
        self.write(PARAGRAPH * 2000)
        self.assert_ends(4, self.build(before=limit_file_size), False)


if __name__ == "__main__":
    unittest.main()
