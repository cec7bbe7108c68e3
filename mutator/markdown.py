# SPDX-License-Identifier: Apache-2.0
"""Pieces of Markdown, whole and broken, for every place that may hold some."""

from random import Random

from . import characters

INLINE = [
    "[see](https://example.org)", "[see&nbsp;](https://example.org)", "[](https://example.org)", "[](#appendix-1)",
    "[](#nowhere)", "[ ](#appendix-1)", "[](#introduction)", "[{{ place }}, {{ page }}](#outcomes)",
    "[{{ overleaf }}](#outcomes)", "[{{ nothing }}](#outcomes)", "[a](#) b", "[a]()", "[a](<>)",
    "[a](javascript:alert(1))", "[a](file:///etc/passwd)", "[a](mailto:x@y.z)", "[a](//x)", "[a](x y)",
    "[a](https://exa\u00admple.org/é?q=1&r=%zz)", "[a](http://[::1]/)", "[a](https://example.org \"title\")",
    "[a][b]", "[a][]", "[a]: https://example.org", "[a](https://a.b)[b](https://a.b)",
    "[a](https://a.b) [b](https://a.b)", "[*see* **this**](https://example.org)", "[a [b](c) d](e)",
    "![picture](x.png)", "![](x)", "[![a](b)](c)", "<https://example.org>", "<a@b.example>", "www.example.org",
    "https://example.org/a_b_c.", "*a*", "**a**", "***a***", "*a **b* c**", "**a*", "*", "**", "_a_b_", "~~a~~",
    "~a~", "`a`", "``a ` b``", "`", "a  \nb", "a\\\nb", "\\*a\\*", "\\", "&amp;", "&nbsp;", "&#0;", "&#x110000;",
    "&#xD800;", "&shy;", "&zwj;", "&lt;b&gt;", "<b>bold</b>", "<br>", "<br/>", "<!-- a -->", "<!--", "<script>",
    "<?php", "<![CDATA[x]]>", "</", "<a", "{{ round.year }}", "{{round.year}}", "{{ round.year", "{{ }}", "{{}}",
    "}}", "{{ {{ round.year }} }}", "{{ council.name }}", "{{ actions.total }}", "{{ actions.on-course.percent }}",
    "{{ community-services.actions.total }}", "{{ meeting.date }}", "{{ body.name }}", "{{ subject }}", "{{ page }}",
    "{{ version }}", "{{ remit.names }}", "{{ nobody.knows }}", "{{ a\nb }}", "**{{ round.year }}**",
    "[{{ round.year }}](https://example.org)", "{{> outcomes of: actions }}", "{{> outcomes of: nothing }}",
    "{{> outcomes }}", "{{> outcomes of: actions, indicators }}", "{{> route }}", "{{> amendments }}",
    "{{> indicators }}", "{{> }}", "{{>", "[^flood]", "[^nobody]", "[^]", "[^a b]", "a[^flood][^flood][^flood]",
    "[^flood]: text", "*[^flood]*", "[[^flood]](x)", "{#name}", "{#Name}", "{#}", "[!EXEMPT 3]", "[EXEMPT 3]",
    "[!EXEMPT]", "Exempt 3:", "NOT FOR PUBLICATION", "SEN", "NI 125", "a--b---c", "a...b", "(c)", "\"q\"", "'q'",
    "NI\u00a05", "| a | b |", "a|b", "- ", "1. ", "> ", "# ", "\u2060", "\u200b", "*\u200b*",
    "[\u200b](https://example.org)", "**\u00a0**", "\u00ad", "\u202e", "\u00a0",
]  # fmt: skip
BLOCKS = [
    "# ", "#", "# Heading", "## Heading", "### Heading", "#### Four", "##### Five", "###### Six", "####### Seven",
    "# \u200b", "# &nbsp;", "# **Bold** *it* [l](https://example.org)", "# Heading {#name}",
    "# Heading {#name}\n\n# Heading {#name}", "# Heading #", "Heading\n=======", "Heading\n---", "# 1. Heading",
    "# [](#appendix-1)", "# {{ round.year }}", "# {{ page }}", "# SEN and SEN", "# [^flood]", "# Introduction",
    "# Introduction\n\n# Introduction", "# Recommendation", "# Exempt information", "---", "***", "- a\n- b",
    "- a\n\n  b\n\n- c", "* a\n+ b\n- c", "- ", "-", "- \u200b", "- \n- \n- ", "1. a\n2. b", "9. a\n10. b",
    "999999999. a", "0. a", "1) a", "- a\n  - b\n    - c\n      - d\n        - e", "1. a\n   - b\n     1. c",
    "- [ ] task", "- [x] done", "- # Heading", "- > quoted", "- | a |\n  |---|\n  | b |",
    "- {{> outcomes of: actions }}", "> quoted", "> ", ">", "> > > > deep", "> - a\n> - b", "> # Heading",
    "> a\nlazy", "> \u2060", "> [!EXEMPT 3]\n> secret", "> [!EXEMPT 3] secret", "> [!EXEMPT 1, 3]\n>\n> - a\n> - b",
    "> [!EXEMPT 3]\n> a\n\n> b", "- > [!EXEMPT 3]\n  > a", "> > [!EXEMPT 3]\n> > a", "> [!EXEMPT 9]\n> a",
    "> [!EXEMPT 3]", "> [!EXEMPT 3]\n> # Heading", "> [!EXEMPT 3]\n> | a |\n> |---|\n> | b |", "> [!NOTE]\n> a",
    "> Exempt 3\n> a", "| a | b |\n|---|---|\n| c | d |", "| a |\n|---|",
    "| a | b |\n|:--|--:|\n| c |\n| d | e | f |", "|  |\n|---|\n|  |", "| \u200b |\n|---|\n| \u200b |",
    "| a | b |\n|---|---|\n| [^flood] | {{ round.year }} |",
    "| a | b |\n|:-:|---|\n| **c** | [d](https://example.org) |",
    "| " + " | ".join("abcdefghijklmnopqrstuvwxyz") + " |\n" + "|---" * 26 + "|\n| " + " | ".join("12345678901234567890123456") + " |",
    "| a |\n|---|\n| " + "x" * 400 + " |", "| a |\n|---|\n| " + "word " * 4000 + "|",
    "| a |\n|---|\n" + "| b |\n" * 400, "    code", "```\ncode\n```", "```", "~~~", "\tcode", "<div>\n\na\n\n</div>",
    "<!-- a", "<table><tr><td>a</td></tr></table>", "[a]: https://example.org", "[^flood]: A note.",
    "**Run-in.** Text.", "**Run-in**", "**Run-in.**", "Ends with a colon:", "Lead-in:\n\n- a\n- b",
    "{{> outcomes of: actions }}", "{{> outcomes of: core-services }}", "{{> outcomes of: nothing }}", "{{> route }}",
    "{{> amendments }}", "{{> indicators }}", "{{> nobody }}", "{{> outcomes of: actions }} and", "\u200b",
    "\u2060\u2060", "&nbsp;", "\u00ad", "\u202e", "\u2066a\u2069",
    "i" * 50 + " [a](https://example.org) [b](https://example.org)", "a " * 3000, "- a\n" * 300, "> " * 30 + "a",
    "- " * 30 + "a", "".join(f"{'  ' * depth}- a\n" for depth in range(25)), "# H\n\n" * 120, "\n" * 500,
    "a\n\n" * 300,
]  # fmt: skip


def piece(random: Random) -> str:
    """A piece, sometimes wrapped in another or with a strange character in it."""
    text = random.choice(INLINE if random.random() < 0.6 else BLOCKS)
    while random.random() < 0.25:
        kind = random.randrange(6)
        if kind == 0:
            at = random.randint(0, len(text))
            text = text[:at] + characters.character(random) + text[at:]
        elif kind == 1:
            text += random.choice([" ", "", "\n", "\n\n"]) + random.choice(INLINE)
        elif kind == 2:
            text = "\n".join("> " + line for line in text.split("\n"))
        elif kind == 3:
            text = "- " + "\n  ".join(text.split("\n"))
        elif kind == 4:
            text = random.choice(
                [
                    "*{}*",
                    "**{}**",
                    "[{}](https://example.org)",
                    "[{}](#appendix-1)",
                    "# {}",
                    "| a |\n|---|\n| {} |",
                    "{}[^flood]",
                    "> [!EXEMPT 3]\n> {}",
                ]
            ).format(text)
        else:
            text = text * random.choice([2, 3, 10, 100])
    return text
