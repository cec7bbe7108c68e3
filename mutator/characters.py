# SPDX-License-Identifier: Apache-2.0
"""Characters and words that programs stumble over."""

from random import Random

INVISIBLE = [
    "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u00a0", "\u202f", "\u2007", "\u2028", "\u2029",
    "\u180e", "\u034f", "\u061c", "\u115f", "\u3164", "\uffa0", "\u2800", "\ufe0f", "\ufe00", "\U000e0100",
    "\U000e0001", "\U000e0041", "\u17b4", "\u2061", "\u3000", "\u1680",
]  # fmt: skip
BIDI = ["\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"]
COMBINING = [
    "\u0301",
    "\u0308",
    "\u0338",
    "\u0489",
    "\u20dd",
    "\u0300\u0301\u0302",
    "\u1ab0",
    "\u0e31",
    "\u093f",
    "\u0b82",
    "\u20e3",
]
ASTRAL = [
    "\U0001f680", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1ec\U0001f1e7", "\U0001f44d\U0001f3fd",
    "\U00020000", "\U0001d400", "\U0001f3fd", "\U0010ffff", "\U0001fffe", "\U000f0000", "\U0001f600", "\U00010330",
    "\U0001e900",
]  # fmt: skip
CONTROL = [chr(code) for code in [*range(0x00, 0x20), 0x7F, 0x80, 0x85, 0x9F]]
STRANGE = [
    "\ufffe", "\uffff", "\ufdd0", "\ufffd", "\ufffc", "\ue000", "\ufb01", "\ufb03", "\u0130", "\u0131", "\u017f",
    "\u1e9e", "\u0345", "\u212a", "\u2126", "\u0149", "\uff25", "\u2460", "\u0415", "\u0395", "\u2215", "\u2044",
    "\u2011", "\u2010", "\u2212", "\u2026", "\u2019", "\u201c", "\u00bd", "\u2713", "\u25b2", "\u2705", "\u2757",
    "\u20ac", "\u00a3",
]  # fmt: skip
SCRIPTS = [
    "السلام عليكم", "שלום 123 abc", "ਪੰਜਾਬੀ ਵਿੱਚ", "தமிழ் மொழி", "বাংলা ভাষা", "हिन्दी क्षि", "ગુજરાતી", "ไทย", "中文字",
    "한국어", "日本語の", "Ελληνικά", "Русский", "ქართული", "አማርኛ", "ᚠᚢᚦ", "𝔘𝔫𝔦", "ﷺ", "ᄀᄀᄀ각ᆨᆨ", "क्‍ष", "لا لا", "١٢٣٤٥",
    "12٫5", "½⅓",
]  # fmt: skip

NUMBERS = [
    "0", "-0", "00", "1", "-1", "+1", "7", "8", "0.0", "0.1", "-0.5%", "100%", "101%", "1e9", "1e-9", "1e400", "NaN",
    "inf", "-inf", "0x10", "0b1", "0o7", "1_000", "1,000", "1,00", "1.000,5", "10,0000", "1.", ".5", "1..2", "--1",
    "1-2", "1/2", "£1", "£-1", "£1.234567m", "1m", "1bn", "(5)", "5-", "99999999999999999999", "9223372036854775807",
    "9223372036854775808", "-9223372036854775808", "2147483648", "0.0000000000000000000000001", "1" * 40, "1" * 400,
    "9" * 5000, "1 000", "1\u00a0000", "1\u202f000", "12'000", "٣", "１２", "½", "3 days", "3 dayz", "4 per 1,000",
    "1;2;3", "1 (a); 2 (b)", "1 (a)", "(a) 1", "[x]", "[z]", "[new]", "[q]", "[e]", "5 [e]", "5 [e] [p]", "5 [e",
    "5[^flood]", "[^flood]", "5[^]", "5[^nobody]", "Yes", "yes", "No.", "Yes [p]", "-", "–", "n/a", "N/A", "#REF!",
    "#NAME?", "=1+1", "TBC",
]  # fmt: skip
DATES = [
    "2009-11-30", "2009-02-29", "2008-02-29", "0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "2009-13-01",
    "2009-00-10", "2009-11-00", "2009-11-31", "-2009-11-30", "2009-11", "2009", "09-11-30", "30/11/2009",
    "11/30/2009", "30 November 2009", "1900-01-01", "1752-09-03", "2100-02-29", "2038-01-19", "2009-11-30T00:00:00Z",
    "２００９-11-30", "2009-1-1", "2009‑11‑30", "2009/10", "2009/11", "1999/00", "9999/00", "0000/01", "2009/2010",
    "2009-10", "2024-12-25", "2025-04-20", "40147",
]  # fmt: skip
NAMES = [
    "", " ", "cabinet", "CABINET", "each", "none", "None", "all-directorates", "remit", "overview-bodies", "overview",
    "executive", "community-poc", "community-services", "communities", "libraries", "sport", "flood", "actions",
    "indicators", "activity", "core-services", "core service", "activity level", "exempt", "Exempt", "Unrestricted",
    "Restricted", "final", "draft", "higher", "lower", "neither", "done", "done and ongoing", "on course",
    "not on course", "On Course", "NOTE", "AGREE", "information", "decision", "half-year", "full-year", "England",
    "Wales", "Scotland", "France", "en-GB", "cy", "ar", "x-klingon", "words", "codes", "accessible", "heritage",
    "large-print", "poc", "directorate-return", "same as L1", "same as", "same as NI 5", "../../etc/passwd", "a/b",
    "..", ".", "/", "con", "member", "officer", "decimal", "exceptions-two-columns", "exceptions-three-columns",
    "exceptions-as-planned", "indicators-four-columns", "indicators-five-columns", "indicators-six-columns",
    "indicators-trend", "activity-levels", "actions-progress", "outcomes", "route", "amendments", "1", "3", "1, 3",
    "8",
]  # fmt: skip


def character(random: Random) -> str:
    """One character, or a cluster of a few."""
    kinds = [INVISIBLE, INVISIBLE, BIDI, COMBINING, ASTRAL, CONTROL, STRANGE, STRANGE]
    return random.choice(random.choice(kinds))


def word(random: Random) -> str:
    """A few characters of one kind or of several."""
    kind = random.choice(
        [
            INVISIBLE,
            BIDI,
            COMBINING,
            ASTRAL,
            STRANGE,
            INVISIBLE + BIDI,
            INVISIBLE + COMBINING + list("ab -"),
            list("\\`*_{}[]()#+-.!<>&|~^"),
        ]
    )
    return "".join(random.choice(kind) for _ in range(random.choice([1, 2, 3, 8, 40])))


def long_word(random: Random) -> str:
    """A word, or a run of short ones, of a length that nobody writes."""
    atom = random.choice([
        "x", "W", "i", "xy-", "x\u00ad", "x\u200b", "a b ", "www.", "\u202e\u202d", "\u2067", "e\u0301", "\u0301",
        "[", "](", "*a ", "_", "`", "> ", "- ", "1. ", "{{", "{{ round.year }} ", "&amp;", "\\", "|", "| a ", "<",
        "![", "/", "0", "9,", "[a](b) ", "[^flood]", "\u0627", "\u0995\u09cd", "\U0001f3fd", "\n", "\n\n", "# h\n",
        "\t", "a@b.c ", "http://a.b/", "~", "**", "\u2028",
    ])  # fmt: skip
    length = random.choice([60, 300, 300, 1_000, 1_000, 5_000, 20_000, 80_000, random.choice([300_000, 1_100_000])])
    return atom * max(1, length // len(atom))


def hostile(random: Random) -> str:
    """Any of all these."""
    kind = random.randrange(12)
    if kind < 3:
        return character(random)
    if kind < 5:
        return word(random)
    if kind < 6:
        return long_word(random)
    if kind < 7:
        return random.choice(SCRIPTS)
    return random.choice(random.choice([NUMBERS, NUMBERS, DATES, NAMES]))
