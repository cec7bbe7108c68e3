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
# Those that leave a workspace good, or nearly so: what is made of it is the greater part of what can go wrong.
GENTLE: list[Mutation] = []


def of_workspace(weight: int = 1, is_gentle: bool = False):
    """A mutation of a workspace as a whole, which it changes; it returns the paths that it changed."""

    def register(function: Callable[[Random, Workspace], str]):
        _add(Mutation(function.__name__, function), weight, is_gentle)
        return function

    return register


def of_file(*endings: str, weight: int = 1, is_gentle: bool = False):
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

        _add(Mutation(function.__name__, apply), weight, is_gentle)
        return function

    return register


def _add(mutation: Mutation, weight: int, is_gentle: bool) -> None:
    (GENTLE if is_gentle else MUTATIONS).extend([mutation] * weight)


def mutate(random: Random, workspace: Workspace, is_gentle: bool) -> str:
    """Changes a workspace in one way, and says in which."""
    mutation = random.choice(GENTLE if is_gentle else MUTATIONS)
    place = mutation.apply(random, workspace)
    # A name may be any text: what is printed is one line.
    return f"{mutation.name} {re.sub(r'[^ -~]', '?', place)[:200]}"


# Each module adds its own.
from . import of_bytes, of_files, of_gentle, of_layouts, of_prose, of_tables, of_yaml  # noqa: E402, F401
