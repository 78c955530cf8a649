#!/usr/bin/env python3
"""The include test tested: on a small tree that is right, and on the same tree spoilt in each way."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
RULES = "base:\nfont:\nstyle:\nshaping: style font\ncli: *\n"
TREE = {
    "CMakeLists.txt": "forme_folder(base)\nforme_folder(font DEPENDS base LIBRARIES fmt::fmt)\n"
                      "forme_folder(style DEPENDS base)\n"
                      "forme_folder(shaping DEPENDS style font base\n LIBRARIES icu)\n"
                      "forme_folder(cli DEPENDS shaping base)\n",
    "base/length.h": "#pragma once\n#include <cmath>\n",
    "font/face.h": '#pragma once\n#include "base/length.h"\n#include <hb.h>\n',
    "style/style.h": '#pragma once\n#include "base/length.h"\n',
    "shaping/run.cc": '#include "font/face.h"\n#include "style/style.h"\n#include "shaping/run.h"\n',
    "shaping/run.h": "#pragma once\n",
    "cli/main.cc": '#include "shaping/run.h"\n',
}


class CheckIncludes(unittest.TestCase):
    def check(self, changes=None, rules=RULES):
        """Exit status and output for TREE with some files replaced."""
        with tempfile.TemporaryDirectory() as folder:
            src = Path(folder) / "src"
            for name, text in (TREE | (changes or {})).items():
                (src / name).parent.mkdir(parents=True, exist_ok=True)
                (src / name).write_text(text)
            rules_file = Path(folder) / "rules.txt"
            rules_file.write_text(rules)
            done = subprocess.run(
                [sys.executable, HERE / "check_includes.py", rules_file, src],
                capture_output=True, text=True)
            return done.returncode, done.stdout + done.stderr

    def assert_refused(self, where, message, changes=None, rules=RULES):
        status, output = self.check(changes, rules)
        self.assertEqual(status, 1, output)
        self.assertIn(where, output)
        self.assertIn(message, output)
        self.assertEqual(len(output.splitlines()), 1, output)

    def test_a_tree_that_keeps_the_rules_passes(self):
        self.assertEqual(self.check(), (0, ""))

    def test_a_forbidden_include_is_named_with_its_line(self):
        self.assert_refused("font/face.h:2:", "font may not include style",
                            {"font/face.h": '#pragma once\n#include "style/style.h"\n'})

    def test_base_includes_nothing_of_ours(self):
        self.assert_refused("base/length.h:1:", "base may not include font",
                            {"base/length.h": '  #  include "font/face.h"\n'})

    def test_angle_brackets_do_not_hide_an_include(self):
        self.assert_refused("font/face.h:1:", "in quotes", {"font/face.h": "#include <style/style.h>\n"})

    def test_a_relative_path_does_not_hide_an_include(self):
        self.assert_refused("font/face.h:1:", "not of the form",
                            {"font/face.h": '#include "../style/style.h"\n'})

    def test_an_include_without_its_folder_is_refused(self):
        self.assert_refused("shaping/run.cc:1:", "not of the form", {"shaping/run.cc": '#include "run.h"\n'})

    def test_a_folder_without_a_rule_is_refused(self):
        self.assert_refused("web/page.h:1:", "no rule", {"web/page.h": "#pragma once\n"})

    def test_a_forbidden_library_is_refused(self):
        cmake = TREE["CMakeLists.txt"].replace("style DEPENDS base", "style DEPENDS font base")
        self.assert_refused("CMakeLists.txt:3:", "may not be linked with font", {"CMakeLists.txt": cmake})

    def test_a_rule_for_no_library_is_refused(self):
        self.assert_refused("CMakeLists.txt:1:", "web has a rule but no library", rules=RULES + "web: base\n")

    def test_a_rule_that_names_an_unknown_folder_is_refused(self):
        self.assert_refused("rules.txt", "no rule: wobble", rules=RULES.replace("style font", "style wobble font"))


if __name__ == "__main__":
    unittest.main()
