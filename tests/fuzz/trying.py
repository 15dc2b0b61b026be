"""Many requests, one after the other, and what became of them."""

import logging
from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Result:
    """How a house has answered, and with which requests one can see it fail again."""

    seed: object
    statuses: Counter = field(default_factory=Counter)
    slowest: list[tuple[float, int, str]] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    slow: list[str] = field(default_factory=list)

    @property
    def is_sound(self):
        return not (self.broken or self.slow)

    def __str__(self):
        counts = ", ".join(f"{status}: {count}" for status, count in sorted(self.statuses.items()))
        lines = [f"seed {self.seed}: {self.statuses.total()} answers: {counts}", "slowest:"]
        lines += [f"  {seconds:.2f} s  {number}  {asked}" for seconds, number, asked in self.slowest]
        lines += [f"BROKEN {each}" for each in self.broken] + [f"SLOW {each}" for each in self.slow]
        return "\n".join(lines)


def attempt(door, asking, numbers, seconds):
    """Send the requests of these numbers. An exception that comes through counts as broken."""
    result = Result(asking.seed)
    logging.disable(logging.CRITICAL)
    try:
        for number in numbers:
            _try(door, asking.request(number), number, seconds, result)
    finally:
        logging.disable(logging.NOTSET)
    return result


def _try(door, request, number, seconds, result):
    try:
        answer = door.knock(request)
    except Exception as fault:
        result.broken.append(f"{number}: {type(fault).__name__}: {fault} at {request}")
        result.statuses["exception"] += 1
        return
    result.statuses[str(answer.status)] += 1
    if answer.status >= 500:
        result.broken.append(f"{number}: {answer.status} at {request}")
    if answer.seconds > seconds:
        result.slow.append(f"{number}: {answer.seconds:.1f} s at {request}")
    result.slowest = sorted([*result.slowest, (answer.seconds, number, str(request)[:160])], reverse=True)[:5]
