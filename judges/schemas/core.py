# SPDX-License-Identifier: Apache-2.0
"""Reads YAML as editors do: by the core schema of YAML 1.2, in which `no` and `2009-11-30` are texts."""

import re

import yaml


class CoreLoader(yaml.SafeLoader):
    """PyYAML with the plain scalars of YAML 1.2 in place of those of 1.1."""

    yaml_implicit_resolvers: dict = {}


CoreLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
CoreLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"),
    list("-+.0123456789"),
)
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(~|null|Null|NULL|)$"), ["~", "n", "N", ""])
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))
CoreLoader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(node)))


def read(text: str) -> object:
    """The value of a text, whose keys are texts, as in JSON."""
    return _with_texts_as_keys(yaml.load(text, CoreLoader))  # noqa: S506: it is a safe loader


def _with_texts_as_keys(value: object) -> object:
    match value:
        case dict():
            return {str(key): _with_texts_as_keys(inner) for key, inner in value.items()}
        case list():
            return [_with_texts_as_keys(inner) for inner in value]
    return value
