#!/usr/bin/env python3
"""Records what the running kernel says about objects/ in golden/: record.py KERNEL-ORACLE [PART-OF-NAME]

The form is that of the corpus beside it, except that already logs above 20,000 bytes keep head, tail and hash only.
"""
import glob
import hashlib
import json
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
BIG = 20_000
KEEP = 60
RUN = re.compile(r"RUN: (\S+)")
ADDR = re.compile(r"(\(18\) r\d+ = )0xffff[0-9a-f]{12}\b")
KFUNC = re.compile(r"(\(85\) call [A-Za-z_]\w*#)\d{4,}( *)")
COPIED = ("name", "section", "prog_type", "prog_type_id", "expected_attach_type", "prog_flags",
          "verdict", "stage", "errno", "errno_name", "insn_cnt")


def normalise(log):
    log = ADDR.sub(r"\g<1>0xADDR", log)
    log = KFUNC.sub(lambda m: m[1] + "KFUNC" + (" " if m[2] else ""), log)
    return [line for line in log.split("\n")[:-1] if not line.startswith("verification time ")]


def split_stats(lines):
    if lines and lines[-1].startswith("processed "):
        return lines[:-1], lines[-1]
    return lines, None


def log_fields(name, lines):
    text = "".join(line + "\n" for line in lines).encode("latin-1")
    if len(text) <= BIG:
        return {name: lines}
    return {name: None, name + "_head": lines[:KEEP], name + "_tail": lines[-KEEP:], name + "_lines": len(lines),
            name + "_bytes": len(text), name + "_sha256": hashlib.sha256(text).hexdigest()}


def ask(oracle, path, level):
    done = subprocess.run([oracle, "--log-level", str(level), "--log-size", str(64 << 20), "--insns", path],
                          capture_output=True, check=True)
    return json.loads(done.stdout.decode("latin-1"))


def program(full, brief, statistics):
    lines, stats = split_stats(normalise(full.get("log", "")))
    overflow = full["errno_name"] == "ENOSPC"
    answer = statistics if overflow else full
    depth = [line for line in normalise(statistics.get("log", "")) if line.startswith("stack depth")]
    if overflow:
        logs = {"log": None, "log_overflow": True, "log_tail": lines[-KEEP:]}
    else:
        logs = log_fields("log", lines)
    insns = {"insns": full["insns"]} if "insns" in full else {}
    return {**{key: answer[key] for key in COPIED if key in answer}, **insns, "stats": stats,
            "stack_depth": depth[0] if depth else None, **logs,
            **log_fields("log_level_1", split_stats(normalise(brief.get("log", "")))[0])}


def record(oracle, name):
    path = os.path.join(ROOT, "objects", name + ".o")
    full, brief, statistics = (ask(oracle, path, level) for level in (2, 1, 4))
    programs = [program(*answers) for answers in zip(full["programs"], brief["programs"], statistics["programs"])]
    return {"kernel": full["kernel"], "possible_cpus": full["possible_cpus"], "object": name + ".o",
            "maps": full["maps"], "programs": programs}


def runs_of(name):
    """The sequences that a source asks for in lines of its first comment."""
    with open(os.path.join(ROOT, "programs", name + ".bpf.c"), encoding="utf-8") as file:
        return RUN.findall(file.read())


def record_run(oracle, name, sequence):
    """What the programs answer and leave in maps; data sections are left out, as they may hold addresses."""
    path = os.path.join(ROOT, "objects", name + ".o")
    done = subprocess.run([oracle, "--seq", sequence, "--dump-maps", path], capture_output=True, check=True)
    answer = json.loads(done.stdout.decode("latin-1"))
    maps = [m for m in answer["maps"] if "." not in m["name"]]
    return {"name": sequence, "seq": sequence, "kernel": answer["kernel"],
            "result": {"steps": answer["steps"], "maps": maps}}


def write(path, answer):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(json.dumps(answer, indent=1) + "\n")


def main():
    oracle, wanted = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""
    objects = os.path.join(ROOT, "objects")
    for path in sorted(glob.glob(os.path.join(objects, "*", "*.o"))):
        name = os.path.relpath(path, objects)[:-2]
        if wanted not in name:
            continue
        answer = record(oracle, name)
        write(os.path.join(ROOT, "golden", name + ".json"), answer)
        runs = [record_run(oracle, name, sequence) for sequence in runs_of(name)]
        if runs:
            write(os.path.join(ROOT, "golden", "runtime", os.path.basename(name) + ".json"),
                  {"object": name + ".o", "runs": runs})
        for p in answer["programs"]:
            print(name, p["name"], p["verdict"], p["errno_name"], p["insn_cnt"], p["stats"])


if __name__ == "__main__":
    main()
