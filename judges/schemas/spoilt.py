# SPDX-License-Identifier: Apache-2.0
"""Good files, spoilt one fault at a time: each must be reported by its schema."""

from pathlib import Path

from .panel import Schemas, keyed_text, schema_of

SPOILS = [
    ("council.yaml", "nation: England", "nation: Engeland", "is not one of"),
    ("council.yaml", "nation: England", "# nation: England", "'nation' is a required property"),
    ("council.yaml", "nation: England", "natoin: England\nnation: England", "'natoin' was unexpected"),
    ("council.yaml", "kind: executive", "kind: cabinet", "is not one of"),
    ("council.yaml", "kind: executive, ", "", "'kind' is a required property"),
    ("council.yaml", "nation: England", "closed-days: { a: b }\nnation: England", "is not valid under any"),
    ("council.yaml", "  missing: words", "  missing: word", "is not valid under any"),
    ("council.yaml", "directorates:\n", "directorates:\n  Two Words: { name: Two, head: { person: a, title: b } }\n", "does not match"),
    ("round.yaml", "as-at: 2025-09-30", "as-at: [2025-09-30]", "is not of type 'string'"),
    ("round.yaml", "as-at: 2025-09-30", "as-at:", "is not of type 'string'"),
    ("papers/cabinet.md", "status: draft", "status: done", "is not one of"),
    ("papers/cabinet.md", "verb: NOTE", "verb: SEE", "is not valid under any"),
    ("papers/cabinet.md", "subject: ", "subjekt: ", "'subject' is a required property"),
    ("papers/cabinet.md", "status: draft", "status: draft\nversion: two", "is not valid under any"),
    ("papers/cabinet.md", "status: draft", "status: draft\nversion: 0", "is not valid under any"),
    ("returns/community-services/return.yaml", "declares: [", "declares: [actoins, ", "is not valid under any"),
    ("returns/community-services/return.yaml", "signed-by:", "signed-for:", "'signed-by' is a required property"),
]
"""A file of the starter, what is replaced in it and by what, and words of what its schema says."""


def spoil_all(schemas: Schemas, good: Path) -> bool:
    """Spoils the files of a workspace in every way that is known; prints what is not reported; tells whether all is."""
    silent = 0
    for file, old, new, says in SPOILS:
        path = good / file
        text = keyed_text(path)
        spoilt = text.replace(old, new, 1)
        name = schema_of(path, text)
        said = [str(finding) for finding in schemas.findings(name, spoilt)] if name else []
        if spoilt != text and any(says in words for words in said):
            continue
        print(f"{file}: {old!r} → {new!r}: its schema does not say “{says}” but {said[:3] or 'nothing'}")
        silent += 1
    print(f"{len(SPOILS) - silent} of {len(SPOILS)} spoilt files are reported")
    return silent == 0
