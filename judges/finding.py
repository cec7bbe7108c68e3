# SPDX-License-Identifier: Apache-2.0
"""What a judge finds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One fault of a PDF, in plain words; `page` counts from 1."""

    message: str
    page: int | None = None

    def __str__(self) -> str:
        return self.message if self.page is None else f"page {self.page}: {self.message}"


def several(values: list, most: int = 5) -> str:
    """The first few of a list, and how many more there are."""
    words = ", ".join(str(value) for value in values[:most])
    return words if len(values) <= most else f"{words} and {len(values) - most} more"
