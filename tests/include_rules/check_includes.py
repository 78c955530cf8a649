#!/usr/bin/env python3
"""Holds src/ to the table of rules.txt.

    check_includes.py RULES SRC

Reads the direct #include "…" lines of every .h and .cc file under SRC, and the DEPENDS lists of
SRC/CMakeLists.txt. Prints each offence as FILE:LINE: MESSAGE and exits 1 when there is one.
"""
import re
import sys
from pathlib import Path

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[>"]')
FOLDER_CALL = re.compile(r"^forme_folder\(\s*(\w+)(?:\s+DEPENDS\s+([\w\s]*?))?\s*(?:LIBRARIES\b[^)]*)?\)", re.M)


def read_rules(path):
    """Folder -> the folders it may include, itself and base among them."""
    rules = {}
    for number, line in enumerate(path.read_text().splitlines(), 1):
        line = line.split("#")[0].strip()
        if not line:
            continue
        folder, colon, allowed = line.partition(":")
        if not colon or folder in rules:
            sys.exit(f"{path}:{number}: not a rule, or a second one for its folder: {line}")
        rules[folder] = set(allowed.split()) | {folder, "base"}
    for folder, allowed in rules.items():
        if "*" in allowed:
            rules[folder] = set(rules)
        if unknown := rules[folder] - set(rules):
            sys.exit(f"{path}: {folder} names folders that have no rule: {' '.join(sorted(unknown))}")
    return rules


def check_file(rules, src, path):
    folder = path.relative_to(src).parts[0]
    for number, line in enumerate(path.read_text().splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        bracket, target = found.groups()
        other = target.split("/")[0] if "/" in target else None
        if bracket == "<":
            if other in rules and (src / target).exists():
                yield number, f'write our own "{target}" in quotes'
        elif target.startswith(".") or other not in rules:
            yield number, f'"{target}" is not of the form "folder/file.h"'
        elif other not in rules[folder]:
            yield number, f"{folder} may not include {other}"


def check_tree(rules, src):
    for path in sorted(p for p in src.rglob("*") if p.suffix in (".h", ".cc")):
        if path.parent == src:
            yield path, 1, "stands in no folder"
        elif path.relative_to(src).parts[0] not in rules:
            yield path, 1, "its folder has no rule"
        else:
            for number, message in check_file(rules, src, path):
                yield path, number, message


def check_libraries(rules, cmake):
    """A folder may be linked only with what it may include."""
    text = re.sub(r"#.*", "", cmake.read_text())
    seen = set()
    for call in FOLDER_CALL.finditer(text):
        folder, depends = call.group(1), (call.group(2) or "").split()
        number = text[: call.start()].count("\n") + 1
        seen.add(folder)
        if folder not in rules:
            yield cmake, number, f"{folder} has no rule"
            continue
        for other in depends:
            if other not in rules[folder]:
                yield cmake, number, f"{folder} may not be linked with {other}"
    for folder in sorted(set(rules) - seen):
        yield cmake, 1, f"{folder} has a rule but no library"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    rules, src = read_rules(Path(sys.argv[1])), Path(sys.argv[2])
    offences = list(check_tree(rules, src)) + list(check_libraries(rules, src / "CMakeLists.txt"))
    for path, number, message in offences:
        print(f"{path}:{number}: {message}")
    sys.exit(1 if offences else 0)


if __name__ == "__main__":
    main()
