#!/usr/bin/env python3
"""Records what the running kernel says about the large objects in answers.json: record.py KERNEL-ORACLE FOLDER

FOLDER holds the objects, as `rearm bench objects FOLDER` writes them. Of each object the answers keep how many
instructions the verifier processed for each program, and two hashes: of the programs' last lines, and of their full
logs, those of programs of 100,000 processed instructions and more left out. `npx biome format --write` gives the file
its form.
"""
import glob
import hashlib
import json
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(ROOT, "..", "own"))
from record import normalise, split_stats  # noqa: E402

LOGGED = 100_000
LOG_SIZE = 256 << 20


def ask(oracle, level, path, *more):
    command = [oracle, "--log-level", str(level), "--log-size", str(LOG_SIZE), *more, path]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["programs"]


def answer(oracle, path):
    processed, statistics, log = [], hashlib.sha256(), hashlib.sha256()
    for program in ask(oracle, 4, path):
        if program["verdict"] != "accept":
            sys.exit(f"{path}: {program['name']} is rejected")
        stats = split_stats(normalise(program["log"]))[1]
        processed.append(int(re.match(r"processed (\d+) ", stats)[1]))
        statistics.update(f"{stats}\n".encode())
    if all(count >= LOGGED for count in processed):
        return processed, statistics, None
    names = [program["name"] for program in ask(oracle, 4, path)]
    for name, count in zip(names, processed):
        if count >= LOGGED:
            continue
        lines = normalise(ask(oracle, 2, path, "--prog", name)[0]["log"])
        log.update("".join(f"{line}\n" for line in lines).encode("latin-1"))
    return processed, statistics, log


def main():
    oracle, folder = sys.argv[1:]
    answers = []
    for path in sorted(glob.glob(os.path.join(folder, "*.o"))):
        processed, statistics, log = answer(oracle, path)
        answers.append({
            "object": os.path.basename(path)[:-2],
            "processed": processed,
            "statistics_sha256": statistics.hexdigest(),
            "log_sha256": log and log.hexdigest(),
        })
    with open(os.path.join(ROOT, "answers.json"), "w", encoding="utf-8") as out:
        out.write("[\n" + ",\n".join(json.dumps(one) for one in answers) + "\n]\n")


if __name__ == "__main__":
    main()
