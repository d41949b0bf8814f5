"""Time whole commands against `python -c 'import click, yaml'`, interleaved, and the cost of resolving one place.

usage: python scripts/bench_commands.py [ROUNDS]
Prints the median milliseconds, the median ratio to the base within a round, and peak memory. Figures of two runs
are not comparable; ratios of one run are.
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = str(next((ROOT / "examples").glob("01-*.yaml")))
JIANGGAO = [sys.executable, "-m", "generator"]
BEFORE = "import time, tracemalloc; from generator.material import Place; import re, functools, bisect, unicodedata"
RESOLVE = (
    f"{BEFORE}\ntracemalloc.start() if {{memory}} else None\nbegin = time.perf_counter()\n"
    "from generator.places.resolve import resolve\nresolve('奉节县')\n"
    "print((time.perf_counter() - begin) * 1000, tracemalloc.get_traced_memory()[1] / 1e6)"
)


def run(command: list[str]) -> tuple[float, float]:
    """Return the wall milliseconds and the peak megabytes of a process."""
    begin = time.perf_counter()
    with open(os.devnull, "w") as nothing:  # noqa: PTH123
        process = subprocess.Popen(command, stdout=nothing, stderr=nothing, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command} -> {status}")
    return (time.perf_counter() - begin) * 1000, usage.ru_maxrss / 1024


def compare(commands: dict[str, list[str]], rounds: int) -> None:
    """Print median milliseconds, the ratio to the first command within a round and peak memory of each."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name in random.sample(list(commands), len(commands)):
            taken[name].append(run(commands[name]))
    base = [wall for wall, _ in next(iter(taken.values()))]
    for name, figures in taken.items():
        walls = [wall for wall, _ in figures]
        ratio = statistics.median(wall / other for wall, other in zip(walls, base, strict=True))
        peak = max(memory for _, memory in figures)
        print(f"{name:28} {statistics.median(walls):8.1f} ms {ratio:6.2f} x {peak:7.1f} MB")


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "import click, yaml (base)": [sys.executable, "-c", "import click, yaml"],
            "--help": [*JIANGGAO, "--help"],
            "list moves": [*JIANGGAO, "list", "moves"],
            "place 奉节县": [*JIANGGAO, "place", "奉节县"],
            "preview --plain": [*JIANGGAO, "preview", "--plain", EXAMPLE],
            "generate docx": [*JIANGGAO, "generate", EXAMPLE, "-o", f"{folder}/x.docx", "--force"],
        }
        compare(commands, rounds)
    resolved = []
    for memory in (False, True):
        script = RESOLVE.format(memory=memory)
        runs = [
            subprocess.run(
                [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
            )
            for _ in range(rounds)
        ]
        resolved.append([[float(figure) for figure in each.stdout.split()] for each in runs])
    print(f"{'resolve one place':28} {statistics.median(each[0] for each in resolved[0]):8.1f} ms", end=" ")
    print(f"{'':9}{statistics.median(each[1] for each in resolved[1]):7.2f} MB")


if __name__ == "__main__":
    main()
