# SPDX-License-Identifier: Apache-2.0
"""Judge of conformance: PDF/UA-1 and PDF/A-2a, or with embedded files PDF/A-3a, by page-validation, without limits."""

from collections import Counter
from collections.abc import Iterator

import page as page_validation

from .document import Document
from .finding import Finding

PROFILES = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}
PROFILES_WITH_FILES = {"ua1": "PDF/UA-1", "3a": "PDF/A-3a"}


def judge(document: Document) -> Iterator[Finding]:
    """Whether each rule of both standards that a machine can check is kept."""
    profiles = PROFILES_WITH_FILES if document.holds_files else PROFILES
    for profile, standard in profiles.items():
        try:
            report = page_validation.validate_pdf(
                document.path, profile=profile, limits=page_validation.SafetyLimits.unlimited()
            )
        except page_validation.PageError as error:
            yield Finding(f"{standard}: it cannot be judged: {error}")
            continue
        counts = Counter((failure.rule_id, failure.message) for failure in report.failures)
        for (rule, message), count in counts.items():
            times = f" ({count} times)" if count > 1 else ""
            yield Finding(f"{standard}: {message} [{rule}]{times}")
        if not report.is_compliant and not counts:
            yield Finding(f"{standard}: it does not conform, and no rule says why")
