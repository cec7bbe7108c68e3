// SPDX-License-Identifier: Apache-2.0

/// Every bound on what one workspace may ask for, in one table.
///
/// A workspace is untrusted input: each constant names the attack or the accident that it answers. Whatever is beyond a bound is
/// reported at its place as an error, and the run ends in bounded time and memory. The bounds are far above what a county needs; at
/// each of them the whole program takes less than ten seconds and less than 1 GiB (the pathological-input suite,
/// `Tests/PathologicalTests`, holds it to that).
package enum Limits {
    // MARK: - Files and folders

    /// Bytes of one file: a film or a disk image saved into the workspace, or a sparse file of a terabyte.
    package static let largestFile = 32 << 20
    /// Bytes of all texts that one run reads: a folder of files that are each just small enough.
    package static let largestWorkspace = 64 << 20
    /// Bytes of all texts, tables and pictures in a folder that is watched, also of those that no paper is made of: a backup beside the workspace.
    package static let mostBytesWatched = 2 * largestWorkspace
    /// Names in one folder: a folder that a runaway script fills.
    package static let mostNamesInFolder = 10_000
    /// Files and folders below one folder: the same, spread over many folders.
    package static let mostEntriesInTree = 50_000
    /// Folders inside one another: a path that no stack is deep enough for.
    package static let deepestFolder = 32
    /// Symbolic links that are followed on one path: links that lead in a circle (as Linux has it, path_resolution(7)).
    package static let mostLinksOnPath = 40
    /// Font files of a workspace: each is opened and searched at every start.
    package static let mostFonts = 200
    /// Bytes of all font files of a workspace, which are held in memory: a font collection of a gigabyte.
    package static let largestFonts = 128 << 20
    /// Bytes of a file's name that is made of words: file systems take 255, endings and temporary names included.
    package static let longestFileName = 150
    /// Bytes of an identifier: one that is longer than a file's name can be.
    package static let longestIdentifier = 100

    // MARK: - Drops in the inbox

    /// Files in one drop: a return has five, and a folder of drafts around it some more.
    package static let mostFilesInDrop = 200
    /// Bytes of all files in one drop.
    package static let largestDrop = 2 * largestFile
    /// How many bytes one byte of a zip file may stand for: text packs to a tenth, and what is made to fill memory to a thousandth.
    package static let highestZipRatio = 200

    // MARK: - Reports

    /// Problems of one file that are reported: a file of another kind under a return's name, each line of which is a problem. Nobody would
    /// read them all.
    package static let mostProblemsPerFile = 500
    /// Bytes of a line up to which it is quoted: a file of one line.
    package static let longestQuotedLine = 16 << 10

    /// Known names among which one is looked for that a misspelt one may mean: thousands of units, and a misspelt one in every row.
    package static let mostNamesCompared = 2_000
    /// Bytes of a name that is compared with others so, in time that grows with the square.
    package static let longestNameCompared = 200

    // MARK: - YAML

    /// Bytes of a YAML text: a database export, or keys that were made to collide.
    package static let longestForm = 2 << 20
    /// Lists and groups inside one another; the forms need seven.
    package static let deepestForm = 32
    /// Items of one list: a list of a megabyte of commas.
    package static let mostItems = 1_000
    /// Keys of one group: people or units that a program has made up.
    package static let mostEntries = 10_000
    /// Papers of a round, each body's of a paper for several bodies counted: a paper for each of thousands of bodies.
    package static let mostPapers = 1_000
    /// Comparators of a council, the names of which are looked for in every column of indicators.
    package static let mostComparators = 20
    /// Directorates of a council, each of which has a return alone.
    package static let mostDirectorates = 200
    /// Units and divisions of a council.
    package static let mostUnits = 2_000
    /// Words of a name that texts are searched for: a sentence under the name of a unit.
    package static let mostWordsOfName = 30
    /// Characters of a name, a title or any other text of one line: a subject of a book's length, which stands at the head of every page.
    package static let longestLine = 500

    // MARK: - CSV

    /// Rows of all returns of a round: an export of a whole database under the name of a return.
    package static let mostRows = 25_000
    /// Fields of a CSV file, empty ones too: a spreadsheet saved with all the rows and columns that it could have.
    package static let mostFields = 4_000_000
    /// Columns of a CSV file: a line of commas alone.
    package static let mostColumns = 500
    /// Characters of a value: a text where a figure should be.
    package static let longestValue = 1_000
    /// Digits of a number, which an `Int` holds.
    package static let mostDigits = 15

    // MARK: - Workbooks

    /// Bytes of all that is unpacked of one workbook, of which no more is held than its cells: a small file that stands for gigabytes.
    package static let largestWorkbook = 128 << 20
    /// Parts of one workbook: a zip file of a million empty ones.
    package static let mostPartsOfWorkbook = 2_000
    /// Sheets of one workbook.
    package static let mostSheets = 200
    /// Bytes of all cells of a sheet: a text that cells share, or that merged cells fill down, counts for each of them.
    package static let mostSheetText = 32 << 20
    /// Texts that cells share: a list that no cell needs.
    package static let mostSharedStrings = 1_000_000
    /// Bytes of all number formats of a workbook.
    package static let mostFormatCode = 1 << 20
    /// Kinds of cells, fonts and number formats, of which Excel has 65,490 at most.
    package static let mostCellStyles = 66_000
    /// Merged ranges of a sheet: each is filled down.
    package static let mostMergedRanges = 50_000
    /// Rows of all merged ranges of a sheet together: ranges that each cover all of it.
    package static let mostMergedRows = 20 * mostRows
    /// Comments of a sheet.
    package static let mostCellComments = 10_000
    /// Bytes of a number format, and its sections: an attribute of a megabyte.
    package static let longestNumberFormat = 1_000

    // MARK: - Word documents

    /// Paragraphs of one document, of which its text has room for a million that say something: a document of empty ones.
    package static let mostParagraphs = 100_000
    /// Pieces of a document's text: characters that are each a piece of their own.
    package static let mostPieces = 1_000_000
    /// Styles of a document, of which Word has some 400.
    package static let mostDocumentStyles = 10_000
    /// Lists of a document, and their definitions.
    package static let mostDocumentLists = 20_000
    /// Problems of a document that are looked for in its parts.
    package static let mostDocumentEvents = 10_000

    // MARK: - XML

    /// Elements of XML inside one another; Office needs thirty.
    package static let deepestXML = 200
    /// Attributes of one element of XML; expat compares each with each.
    package static let mostXMLAttributes = 200
    // MARK: - Markdown

    /// Bytes of one Markdown text: a book in a statement, or a text of which cmark-gfm's time grows with the square.
    package static let longestText = 1 << 20
    /// Bytes of all texts of a run that Markdown is looked for in, what is plain left aside: a book in each of sixty statements.
    package static let mostMarkdown = 8 << 20
    /// Bytes of one cell or note, on the way past the parser too: a cell of 400,000 words.
    package static let longestCell = 100 << 10
    /// Lists and quotations inside one another.
    package static let deepestBlock = 20
    /// Emphasis and links inside one another.
    package static let deepestInline = 20
    /// Words of one paragraph: a book without an empty line, in which lines are broken all together.
    package static let mostWordsInBlock = 20_000
    /// Links, emphasised words, names to be filled in and the texts between them in one paragraph: `*a* ` for a megabyte.
    package static let mostPartsInBlock = 4_000
    /// Bytes of a heading, which stands in the contents and the bookmarks too: a heading of 150,000 words.
    package static let longestHeading = 1_000
    /// Bytes of a link's text, which a PDF repeats for each of the link's lines.
    package static let longestLinkText = 2_000
    /// Bytes of an address, which a PDF repeats for each of the link's lines: `www.` for a megabyte.
    package static let longestAddress = 2_000
    /// Declarations (`<!`) and instructions (`<?`) of HTML in one text, none of which a paper can hold: `<?` for a megabyte.
    package static let mostDeclarations = 200
    /// Waivers with words (`waive:`) of one paper, return or file, each of which is searched for in every line with a finding of its rule: a
    /// list of a megabyte.
    package static let mostWaivers = 200
    /// Checks of the whole workspace by which `check --fix` finds out which changes of one file make something else worse: five hundred changes of
    /// which none can be made would take a thousand.
    package static let mostChecksOfRepair = 64
    /// Columns of one Markdown table: a spreadsheet pasted as a table.
    package static let mostTableColumns = 100
    /// Bars in one line, counted before the text is parsed: cmark-gfm takes a time for a row that grows with the square of its cells.
    package static let mostBarsInLine = 1_000
    /// Characters of a line up to which columns are counted for a place: a file of one line would take a time that grows with its square.
    package static let lastCountedColumn = 4_000
    /// Cells of the tables in one text, counted before it is parsed: cmark-gfm fills up each row to the header's columns, so that few
    /// bytes can make very many cells.
    package static let mostTableCells = 300_000

    // MARK: - Pictures

    /// Bytes of one picture: a scan of a poster, or a camera's raw file under another name.
    package static let largestPicture = 16 << 20
    /// Pixels of one picture, by its header, before any is decoded: a file of 100 kB that stands for gigabytes. Cameras of telephones make
    /// 12 to 24 million.
    package static let mostPixels = 25_000_000
    /// Pixels of all pictures that one run decodes: a thousand small files that each stand for just so many.
    package static let mostPixelsDecoded = 400_000_000
    /// Pixels of all pictures that are held in memory, after each has been reduced to ``largestImage``: a photograph album.
    package static let mostPixelsHeld = 80_000_000
    /// The pixels that a sheet of A4 shows at 300 to the inch, to which larger pictures are reduced when they are read.
    package static let largestImage = (width: 2_480, height: 3_508)
    /// Scans of one JPEG: a progressive file of hundreds, each of which goes through all pixels again; cameras and programs write ten.
    package static let mostScans = 100

    // MARK: - Papers

    /// Paragraphs, rows, cells, items and links of one paper: one return in each of a thousand appendices.
    package static let mostNodesInPaper = 500_000
    /// Bytes of the words of one paper, with what names stand for: `{{ round.title }}` a million times.
    package static let mostTextInPaper = 16 << 20
    /// Paragraphs, rows and cells of all papers that are made in one run: a thousand papers that are each just small enough.
    package static let mostNodesInRun = 1_000_000
    /// Paragraphs, rows and cells of the papers that the threads of one run set at the same time: as many papers of thousands of rows as there are
    /// threads. A longer one is set alone.
    package static let mostNodesMadeTogether = 120_000
    /// Nodes of a paper times the returns with errors, up to which it is found out which of these have a part in it, by composing it
    /// without each: a fault in each of two hundred returns. Beyond, each is taken to have one.
    package static let mostNodesCompared = 1_000_000
    /// Pages of one paper: lines that each have a paragraph of their own, in the largest letters.
    package static let mostPages = 4_000

    // MARK: - Words on a page

    /// Marks on one letter: text that climbs out of its line. Unicode's normalisation takes a time that grows with the square of their
    /// number (Unicode Standard Annex 15, section 13, has 30 for text that is safe to process).
    package static let mostMarksOnLetter = 30
    /// Characters of one paragraph that turn its direction: pairs of U+202E and U+202D by the thousand, for each of which a library goes
    /// through its neighbours.
    package static let mostDirectionMarks = 1_000
    /// Places in one line where it could have ended: a font of the workspace whose letters have no width.
    package static let mostBreaksInLine = 2_000
    /// Soft hyphens of a paper, each counted once for every byte of its word: each is a place where the word is shaped anew, on either
    /// side. 20,000 of them in one word come to more than a milliard.
    package static let mostSoftHyphenWork = 4_000_000

    // MARK: - The review

    /// Words of one round for which the dictionary is asked what may have been meant: a text that is pasted in another language, of which each
    /// unknown word takes some milliseconds.
    package static let mostSpellingSuggestions = 60
}
