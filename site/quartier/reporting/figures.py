"""What is counted in each process, and summed up over all of them (Prometheus).

Each process writes into a small file of its own, in `DATA_DIR/metrics`. Of those that have ended the sums are
kept in one file, so that the folder does not grow and no counter ever goes back.
"""

import fcntl
import os
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.mmap_dict import MmapedDict
from prometheus_client.multiprocess import MultiProcessCollector

from quartier.reporting.kinds import KINDS

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
COPIES = ("hit", "stale", "miss", "pass")
ENDED = "ended"

requests = Counter("quartier_requests", "Answers, by kind of address and status.", ["kind", "status"])
seconds = Histogram(
    "quartier_request_seconds", "Until an answer began, by kind of address.", ["kind"], buckets=SECONDS
)
copies = Counter("quartier_copies", "Answers by copies of pages: hit, stale, miss, pass.", ["copy"])


def note(kind, status, copy, duration):
    """Nothing but numbers and words of ours: labels are never made of what somebody sends."""
    kind = kind if kind in KINDS else "other"
    requests.labels(kind, str(status) if 100 <= status < 600 else "0").inc()
    seconds.labels(kind).observe(duration)
    if copy in COPIES:
        copies.labels(copy).inc()


def counted():
    """The sums over all processes of this machine, to be told by prometheus_client."""
    registry, folder = CollectorRegistry(), Path(os.environ["PROMETHEUS_MULTIPROC_DIR"])
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for file in folder.glob("*.db"):
            _take_over(file)
        MultiProcessCollector(registry, str(folder))
        return list(registry.collect())


def _take_over(file):
    """Add what an ended process has counted to what all ended ones have."""
    what, _line, process = file.stem.rpartition("_")
    if process == ENDED or _is_alive(process):
        return
    sums = MmapedDict(str(file.with_name(f"{what}_{ENDED}.db")))
    try:
        for key, value, timestamp, _position in MmapedDict.read_all_values_from_file(str(file)):
            sums.write_value(key, sums.read_value(key)[0] + value, timestamp)
    finally:
        sums.close()
    file.unlink()


def _is_alive(process):
    return not process.isdigit() or Path(f"/proc/{process}").exists() or not Path("/proc").exists()
