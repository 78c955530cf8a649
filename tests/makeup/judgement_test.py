#!/usr/bin/env python3
"""What issues made by chance pay as they are made up, held against a plain baseline (baseline.h).

    judgement_test.py JUDGE [--seeds FIRST LAST] [--layout NAME] [--pages N] [--lower PART]

By the terms of makeup/page_cost.h, without what is forbidden: no issue may pay more than the baseline's, and
in the median it pays less by at least PART. Prints a line for each issue, and what each term comes to.
"""
import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections import Counter

from generate_issue import make


def judged(judge, folder):
    done = subprocess.run([judge, "baseline", folder], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{done.stderr}judgement: {folder} cannot be judged")
    return json.loads(done.stdout)


def words(plan):
    return f"{plan['cost']:7.0f} ({plan['unfilledRows']} rows unfilled, {plan['oversetLines']} lines over)"


def compare(options):
    """Of each seed what is paid, as a part of what the baseline pays; and the terms of both."""
    parts, terms = {}, {"made": Counter(), "baseline": Counter()}
    for seed in range(options.seeds[0], options.seeds[1] + 1):
        with tempfile.TemporaryDirectory() as root:
            folder, issue = make(root, seed, layout=options.layout, pages=options.pages)
            found = judged(options.judge, folder)
        for name, counter in terms.items():
            if found[name]["overlaps"]:
                sys.exit(f"judgement: leaves of the plan {name} of seed {seed} overlap")
            counter.update(found[name]["terms"])
        parts[seed] = found["made"]["cost"] / max(found["baseline"]["cost"], 1e-9)
        print(f"{seed:4} {issue.layout:14} {issue.pages:2} pages  made {words(found['made'])}"
              f"  baseline {words(found['baseline'])}  {parts[seed]:.2f}", flush=True)
    return parts, terms


def main():
    parser = argparse.ArgumentParser(description="Holds make-up against a plain baseline.")
    parser.add_argument("judge")
    parser.add_argument("--seeds", type=int, nargs=2, default=(1, 50), metavar=("FIRST", "LAST"))
    parser.add_argument("--layout")
    parser.add_argument("--pages", type=int)
    parser.add_argument("--lower", type=float, default=0.6)
    options = parser.parse_args()
    parts, terms = compare(options)
    for name, cost in terms["baseline"].most_common():
        print(f"{name:22} made {terms['made'][name]:8.0f}  baseline {cost:8.0f}")
    for name in sorted(terms["made"].keys() - terms["baseline"].keys()):
        print(f"{name:22} made {terms['made'][name]:8.0f}  baseline        0")
    dearer = [seed for seed, part in parts.items() if part > 1]
    lower = 1 - statistics.median(parts.values())
    print(f"{100 * lower:.0f} % lower in the median of {len(parts)}; dearer: {dearer or 'none'}")
    if dearer or lower < options.lower:
        sys.exit(f"judgement: {100 * options.lower:.0f} % lower and none dearer is wanted")


if __name__ == "__main__":
    main()
