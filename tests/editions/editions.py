"""What the tests over whole editions share: building the sample paper, and folders as values."""
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE = (0, 3)  # 3: made, with objections


def copy_issues(folder, name="courier-890"):
    """A collection with one issue and its paper, as an editor would have it; gives the issue."""
    collection = Path(folder) / "issues"
    collection.mkdir(parents=True)
    paper = name.rsplit("-", 1)[0]
    for part in (name, paper):
        shutil.copytree(ROOT / "issues" / part, collection / part)
    return collection / name


def command(forme, issue, out, *options):
    return [str(forme), "build", str(issue), "-o", str(out), *options]


def build(forme, issue, out, *options, **environment):
    """Builds and gives the exit status and what was said."""
    done = subprocess.run(command(forme, issue, out, *options), capture_output=True, text=True,
                          env=os.environ | environment)
    return done.returncode, done.stderr


def contents(folder):
    """Name -> SHA-256 of each file below `folder`; empty when there is no such folder."""
    folder = Path(folder)
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
            for p in sorted(folder.rglob("*")) if p.is_file()}
