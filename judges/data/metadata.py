# SPDX-License-Identifier: Apache-2.0
"""Whether a validator of CSV on the Web accepts the group of tables and what is in them."""

import warnings
from collections.abc import Iterator
from pathlib import Path

from csvw import CSVW

from ..finding import Finding


def judge(folder: Path) -> Iterator[Finding]:
    """Validates the metadata, every cell by them, and the keys and references between tables."""
    path = folder / "csv-metadata.json"
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        try:
            group = CSVW(str(path), validate=True)
            is_valid = group.is_valid
        except (ValueError, KeyError, TypeError) as error:
            yield Finding(f"it is refused: {error}")
            return
        found = [str(warning.message) for warning in [*group.warnings, *said]]
    for words in dict.fromkeys(found):
        yield Finding(words)
    if not is_valid and not found:
        yield Finding("it is not valid")
