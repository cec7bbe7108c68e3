// SPDX-License-Identifier: Apache-2.0

/// Words of the languages that inputs are written in, for the fuzzer to put in.
enum FuzzDictionary {
    static let values = [
        "2025-09-30", "2026-03", "2025/26", "%", " points", " working days", "per 1,000", "£", "€", "k", "m", "bn",
        "[x]", "[z]", "[new]", "[not set]", "[not supplied]", "[p]", "[e]", "[f]", "[r]", "[^flood]", "Yes", "No",
        "; 75% (a b)", "\u{2212}", "\u{2013}", "\u{A0}", "999999999999999", "0000", ",000", "1, 3", " and ",
        "{{ round.year }}", "n/a", "TBC", "million",
    ]

    static let csv = [
        "\"", "\"\"", "\",\"", "\r\n", "\r", ";", "\t", "\u{FEFF}", "unit,", "ref,", "action,", "outcome,", "status,",
        "reason,", "response,", "due,", "comment,", "exempt,", "not-exempt,", "class,", "activity,", "forecast,",
        "actual,", "measure,", "better,", "2024/25 actual,", "2025/26 target,", "2025/26 mid-year,", "on course",
        "not on course", "done and ongoing", "same as L1", "libraries", "sport", "core service", "> [!EXEMPT 3]",
    ]

    static let spreadsheets = [
        "<row r=\"2\">", "</row>", "<c r=\"A2\" t=\"s\" s=\"1\">", "</c>", "<v>", "</v>", "<f>", "</f>", "<is><t>",
        "</t></is>", "<r><rPr><b/></rPr>",
        "t=\"str\"", "t=\"inlineStr\"", "t=\"e\"", "t=\"b\"", "t=\"d\"", "hidden=\"1\"", "<mergeCell ref=\"A1:C3\"/>",
        "<col min=\"1\" max=\"3\" hidden=\"1\"/>",
        "<strike/>", "_x000D_", "_x005F_", "40268", "0.853", "1E+300", "-1", "formatCode=\"", "dd/mm/yyyy;@",
        "[$£-809]#,##0.00", "0.0%", "# ?/?", "0.00E+00",
        "[h]:mm:ss", "[>=1000]0,\"k\"", "General", "date1904=\"1\"", "state=\"hidden\"", "<!DOCTYPE x>", "&#10;",
        "&amp;", "xmlns=\"",
        "<mc:Choice>", "=== xl/worksheets/sheet1.xml\n", "exempt", "unit", "status", "What", "Value",
        "Total: actions: ", "Table 1: kind",
    ]

    static let documents = [
        "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:pPr>", "<w:rPr>", "<w:pStyle w:val=\"", "Heading1",
        "Exempt",
        "Quote", "<w:numPr>", "<w:numId w:val=\"1\"/>", "<w:ilvl w:val=\"8\"/>", "<w:b/>", "<w:i w:val=\"0\"/>",
        "<w:vanish/>",
        "<w:tbl>", "<w:tr>", "<w:tc>", "<w:vMerge/>", "<w:gridSpan w:val=\"2\"/>", "<w:ins>", "<w:del>", "<w:delText>",
        "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"separate\"/>",
        "<w:fldChar w:fldCharType=\"end\"/>",
        "<w:instrText>", "HYPERLINK", "<w:drawing>", "<w:pict>", "<w:txbxContent>", "<w:br/>", "<w:tab/>",
        "<w:sym w:font=\"Symbol\"",
        "<w:footnoteReference w:id=\"2\"/>", "<w:sdt>", "<mc:AlternateContent>", "<mc:Choice>", "<mc:Fallback>", "{{ ",
        " }}", "{{> ",
        "[!EXEMPT 3]", "[^", "=== word/document.xml\n", "<!DOCTYPE x>", "&#8232;", "&amp;",
    ]

    static let yaml = [
        ": ", "- ", "\n  ", "\n    ", "|\n", ">\n", "|-\n", ">+2\n", "{ ", " }", "[", "]", "\"", "'", "#", "&a", "*a",
        "!!str ", "!EXEMPT 3", "---\n", "...\n", "? ", "%YAML 1.1\n", "~", "\\u2028", "\\x41", "\u{FEFF}", "<<: ",
        "declares: ", "signed-by: ", "tables:\n", "kind: ", "of: ", "totals:\n", "notes:\n", "nil: ", "exempt:\n",
        "paragraph: 3", "reason: ", "public-interest: ", "not-exempt: ", "layout: ", "by: ", "to: ", "body: ", "date: ",
        "subject: ", "summary: ", "recommendations:\n", "verb: ", "text: ", "contact: ", "appendices:\n",
        "background-papers: ", "status: ", "name: ", "nation: ", "bodies:\n", "people:\n", "directorates:\n",
        "units:\n",
        "divisions:\n", "head: ", "language: ", "as-at: ", "year: ", "point: ",
    ]

    static let markdown = [
        "# ", "## ", "\n\n", "- ", "1. ", "> ", "> [!EXEMPT 3]\n> ", "> [!NOTE]\n", "```\n", "~~~\n", "    ", "\t",
        "**", "*",
        "_", "`", "[", "](", ")", "![", "<", ">", "<!--", "-->", "<!-- waive figure-differs: so -->\n", "<?", "<div>",
        "</div>", "&amp;", "&#0;", "&#x202E;",
        "\\", "  \n", "| a | b |\n|---|---|\n", "|:-:|", "[^flood]", "[^flood]: ", "[](#appendix-1)",
        "[a]: https://a.example",
        "https://a.example", "www.a.example", "a@a.example", "{{ round.year }}", "{{ actions.total }}", "{{> ",
        " of: actions }}",
        "{{> outcomes of: actions }}", "{{> chart status of: actions }}", "{{> amendments }}", "{{ page }}", "\u{AD}",
        "\u{200B}", "\u{202E}", "\u{300}",
        "\u{FEFF}", "\u{2028}", "[! EXEMPT 3]", "\u{FF3B}!EXEMPT 3]", "EXEMPT", "exempt under paragraph 3", "---\n",
        "{#name}", "***\n",
    ]

    static let characters = [
        "\u{AD}", "\u{A0}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{34F}", "\u{FE0F}",
        "\u{202A}",
        "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}", "\u{200E}",
        "\u{200F}",
        "\u{300}", "\u{20DD}", "\u{E0100}", "\u{1F468}", "\u{2028}", "\u{2800}", "\u{3000}", "\u{FFFC}", "\u{FFFD}",
        "الخطة", "אב", "ਪੰ", "বাং", "தமி", "ગુ", "हि", "\u{2010}", "\u{2011}", "/", "ﬁ", "\u{2126}", "\n#", "\n-", "\n|",
    ]

    static let layouts = [
        "title: ", "kind: paper", "kind: return", "parts:\n", "- header-block: ", "- summary: ", "- body: ",
        "- contact: ",
        "- appendices: ", "- signature", "- statement: ", "- tables: ", "- contents: ", "heading: ", "label: ",
        "numbering: decimal",
        "foot: ", "left: ", "right: ", "{{ page }}", "{{ pages }}", "rows: ", "exceptions", "indicators",
        "directorates",
        "items", "route", "indicator-exceptions", "bands: ", "columns:\n", "fields: ", "width: ", "fixed: ",
        "align: decimal",
        "row-header: true", "landscape: true", "years-ago: ", "page: ", "size: ", "margins: ", "leading: ", "0pt",
        "1000mm",
        "0.001pt", "9999999pt", "-1pt", "waste: ", "padding: ", "indent: ", "repeats-title: true", "overleaf: true",
        "announces-overleaf: true", "colour: ", "font: ", "A4", "place: page", "place: text", "language: ",
    ]

    static let archives = [
        "PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "PK\u{6}\u{6}", "PK\u{6}\u{7}", "PK\u{7}\u{8}", "../", "/",
        "\\", "C:",
        "actions.csv", "return.yaml", "__MACOSX/", "=== ",
    ]

    static let pictures = [
        "IHDR", "IDAT", "IEND", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "eXIf", "acTL", "fcTL",
        "Exif\0\0", "MM\0*", "II*\0", "JFIF\0", "Adobe\0", "ICC_PROFILE\0",
    ]

    static let pdf = [
        " 0 obj", "endobj", "stream\n", "endstream", "xref\n", "trailer", "startxref\n", "<<", ">>", "[", "]", " 0 R",
        "/Type",
        "/Pages", "/Page", "/Kids", "/Count", "/Length", "/Filter", "/FlateDecode", "/Resources", "/Contents",
        "/MediaBox",
        "/Group", "/Font", "/Subtype", "/Form", "/Type3", "/CIDFontType2", "/Prev", "/Encrypt",
        "/Span << /MCID 0 >> BDC",
        "/Span << /MCID 1 >> BDC", "EMC", "BT", "ET", "Tj", "TJ", "q", "Q", "re", "f", "Do", "cm", "(", ")",
        "99999999999",
        "%", "BI", "ID", "EI",
    ]

    static let workspaces =
        yaml + [
            "=== council.yaml\n", "=== round.yaml\n", "=== bank-holidays.json\n", "=== papers/cabinet.md\n",
            "=== papers/b.md\n",
        ]
        + ["=== returns/community-services/return.yaml\n", "=== returns/community-services/statement.md\n"]
        + ["=== returns/community-services/actions.csv\n", "=== returns/community-services/activity.csv\n"]
        + [
            "=== layouts/themes/accessible.yaml\n", "=== layouts/cabinet.yaml\n",
            "=== circulated/cabinet/01-a/draft.yaml\n",
        ]
        + ["> [!EXEMPT 3]\n> ", "{{> outcomes of: actions }}"]
}
