# SPDX-License-Identifier: Apache-2.0
"""The list of mutations: each a function under `@of_file` or `@of_workspace`, there as often as its weight says."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from .workspace import Workspace


@dataclass(frozen=True)
class Mutation:
    """One way to change a workspace; it says of what it did something."""

    name: str
    apply: Callable[[Random, Workspace], str]


MUTATIONS: list[Mutation] = []


def of_workspace(weight: int = 1):
    """A mutation of a workspace as a whole, which it changes; it returns the paths that it changed."""

    def register(function: Callable[[Random, Workspace], str]):
        MUTATIONS.extend([Mutation(function.__name__, function)] * weight)
        return function

    return register


def of_file(*endings: str, weight: int = 1):
    """A mutation of one file whose name ends so: it takes the path and the bytes, and returns other bytes."""

    def register(function: Callable[[Random, str, bytes], bytes]):
        def apply(random: Random, workspace: Workspace) -> str:
            paths = [path for path in workspace.paths(*endings) if path not in workspace.odd]
            if not paths:
                return "nothing"
            # What makes the workspace counts as much as its returns together.
            first = [path for path in paths if not path.startswith("returns/")]
            path = random.choice(first if first and random.random() < 0.4 else paths)
            workspace.files[path] = function(random, path, workspace.files[path])
            return path

        MUTATIONS.extend([Mutation(function.__name__, apply)] * weight)
        return function

    return register


def mutate(random: Random, workspace: Workspace) -> str:
    """Changes a workspace in one way, and says in which."""
    mutation = random.choice(MUTATIONS)
    place = mutation.apply(random, workspace)
    # A name may be any text: what is printed is one line.
    return f"{mutation.name} {re.sub(r'[^ -~]', '?', place)[:200]}"


# Each module adds its own.
from . import of_bytes, of_files, of_layouts, of_prose, of_tables, of_yaml  # noqa: E402, F401
