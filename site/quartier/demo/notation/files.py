"""Data files, read without surprises: 01234 stays a postal code, 18:00 a time, and no key counts twice."""

import re

import yaml

from quartier.demo.notation.faults import Fault, at


class Reader(yaml.SafeLoader):
    """YAML in which only true, false, null and whole numbers are more than text."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node, deep=False):
        names = [self.construct_object(key, deep=True) for key, _value in node.value]
        twice = {str(name) for name in names if names.count(name) > 1}
        if twice:
            raise Fault(f"{', '.join(sorted(twice))} stands here twice", f"line {node.start_mark.line + 1}")
        return super().construct_mapping(node, deep)


Reader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))
Reader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(null|~|)$"), ["n", "~", ""])
Reader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?(0|[1-9][0-9]*)$"), list("-0123456789"))


def read(path, kind=dict):
    """What a file holds: a mapping or a list. Raises Fault if it is missing, unreadable or something else."""
    with at(path.name):
        try:
            value = yaml.load(path.read_text(encoding="utf-8"), Reader)  # noqa: S506 - Reader is a SafeLoader
        except FileNotFoundError:
            raise Fault("this file is missing") from None
        except yaml.YAMLError as error:
            raise Fault(" ".join(str(error).split())) from None
        if not isinstance(value, kind):
            raise Fault(f"this has to be a {NAMES[kind]}")
        return value


NAMES = {dict: "mapping of names to values", list: "list"}
