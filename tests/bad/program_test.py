#!/usr/bin/env python3
"""Builds every broken issue over an earlier edition: exit status 1, every mistake on standard error
with its line, no output touched.

    program_test.py FORME
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

BAD = Path(__file__).resolve().parent


def complaint(forme, issue, out):
    """What is wrong with the program's answer to one broken issue; empty when nothing is."""
    done = subprocess.run([forme, "build", issue, "-o", out], capture_output=True, text=True)
    wrong = [] if done.returncode == 1 else [f"exit status {done.returncode}, not 1"]
    said = [re.match(r"(.+?)(?::(\d+))?(?::\d+)?: error: (.*)", line)
            for line in done.stderr.splitlines()]
    errors = [(m[1], m[2] or "0", m[3]) for m in said if m]
    for line in (issue / "expect").read_text(encoding="utf-8").splitlines():
        place, words = line.split(": ", 1)
        file, number = place.rsplit(":", 1)
        if not any(e[:2] == (file, number) and words in e[2] for e in errors):
            wrong.append(f"not said: {line}")
    if [p.name for p in out.iterdir()] != ["earlier"] or len(list(out.parent.iterdir())) != 1:
        wrong.append("the output was touched")
    return wrong


def main(forme):
    failures = 0
    issues = sorted(p.parent for p in BAD.glob("*/expect"))
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        out.mkdir()
        (out / "earlier").write_text("edition")
        for issue in issues:
            for wrong in complaint(forme, issue, out):
                failures += 1
                print(f"{issue.name}: {wrong}")
    print(f"{len(issues)} broken issues, {failures} complaints")
    return 1 if failures or len(issues) < 40 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
