#!/usr/bin/env python3
"""A type's name is defined once: two folders that each define `forme::X` would share one by accident.

    check_names.py SRC

The linker does not see it, for the functions of such types are inline.
"""
import re
import sys
from collections import defaultdict
from pathlib import Path

TOKEN = re.compile(
    r"namespace\s*(\w*)\s*\{|\b(?:struct|class|enum class)\s+(\w+)(?:\s*final)?\s*(?::(?!:)[^;{()]*)?\{|[{}]")


def plain(text):
    """The code without comments and literals."""
    text = re.sub(r"//[^\n]*", "", text)
    text = re.sub(r'"(?:\\.|[^"\\\n])*"', '""', text)
    return re.sub(r"'(?:\\.|[^'\\\n])'", "' '", text)


def defined_types(text):
    """The types that `text` defines in namespace forme itself."""
    around = []
    for token in TOKEN.finditer(plain(text)):
        if token.group(0) == "}":
            if around:
                around.pop()
        elif token.group(0).startswith("namespace"):
            around.append(token.group(1) or "anonymous")
        elif token.group(0) == "{":
            around.append("{")
        else:
            if around == ["forme"]:
                yield token.group(2)
            around.append("type")


def clashes(root):
    places = defaultdict(list)
    for path in sorted(Path(root).rglob("*")):
        if path.suffix in (".h", ".cc"):
            for name in defined_types(path.read_text(encoding="utf-8")):
                places[name].append(str(path.relative_to(root)))
    return {name: files for name, files in places.items() if len(files) > 1}


if __name__ == "__main__":
    found = clashes(sys.argv[1])
    for name, files in sorted(found.items()):
        print(f"forme::{name} is defined in {' and in '.join(files)}")
    sys.exit(1 if found else 0)
