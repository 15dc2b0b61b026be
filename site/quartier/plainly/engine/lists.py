"""The words that the rules know: files beside this module, each read once."""

from functools import lru_cache
from pathlib import Path

import yaml

DATA = Path(__file__).parent / "data"


def _lines(name):
    lines = (line.strip() for line in (DATA / name).read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


@lru_cache
def pairs(name: str) -> dict[str, str]:
    """A file of lines "word = what stands for it", as they are written."""
    split = (line.partition("=") for line in _lines(f"{name}.txt"))
    return {word.strip(): said.strip() for word, _sign, said in split}


@lru_cache
def folded_pairs(name: str) -> dict[str, str]:
    """The same, with words in small letters."""
    return {word.lower(): said for word, said in pairs(name).items()}


@lru_cache
def words(name: str) -> frozenset[str]:
    """A file of words, several on a line, in small letters."""
    return frozenset(word.lower() for line in _lines(f"{name}.txt") for word in line.split())


@lru_cache
def same_thing() -> list[list[str]]:
    """Groups of words for one thing."""
    return yaml.safe_load((DATA / "same_thing.yaml").read_text(encoding="utf-8"))


@lru_cache
def levels() -> dict[str, dict]:
    """How strictly each rule is taken in Leichte Sprache and in plain German."""
    return yaml.safe_load((DATA / "levels.yaml").read_text(encoding="utf-8"))
