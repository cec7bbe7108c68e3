// SPDX-License-Identifier: Apache-2.0

/// What the program asks of a workspace: every ``Diagnostic`` says which rule was broken.
///
/// One rule is one kind of mistake, and may have several messages (``Diagnostic/Message``). The raw value is the rule's identifier in
/// JSON and documentation, and stays as it is once it has been published. The cases are the registry of rules, in the order of the
/// stages that report them.
package enum Rule: String, Sendable, Hashable, Codable, CaseIterable {
    // The files of a workspace.

    /// A file or folder can be opened and read.
    case unreadableFile = "unreadable-file"

    /// A file that every workspace, return or record of a draft has is there.
    case missingFile = "missing-file"

    /// A file that must say something is not empty.
    case emptyFile = "empty-file"

    /// What has the name of a folder of the workspace is a folder.
    case fileInPlaceOfFolder = "file-in-place-of-folder"

    /// The name of a paper or a layout is a short identifier.
    case invalidFileName = "invalid-file-name"

    /// A file of a return is there once, also where two people have saved it.
    case conflictingFiles = "conflicting-files"

    /// A folder holds only files that are read.
    case unreadFile = "unread-file"

    /// A file, and all files together, are not larger than can be read.
    case fileTooLarge = "file-too-large"

    /// A file is of the format that its name says.
    case wrongFormat = "wrong-format"

    /// A text file is UTF-8, and was read as such when it was last saved.
    case textEncoding = "text-encoding"

    /// A text holds no control characters.
    case controlCharacter = "control-character"

    /// A text does not hold more marks, cells or openings of HTML than can be set.
    case textTooComplex = "text-too-complex"

    /// A file does not have more problems than are reported.
    case moreProblems = "more-problems"

    // CSV.

    /// A quote that opens a field is closed.
    case unclosedQuote = "unclosed-quote"

    /// A separator or a line end follows the closing quote of a field.
    case textAfterQuote = "text-after-quote"

    /// A row has a field for each column.
    case wrongFieldCount = "wrong-field-count"

    /// A column is in a file once.
    case repeatedColumn = "repeated-column"

    /// A column has a known name.
    case unknownColumn = "unknown-column"

    /// A column that the rows or a table need is there.
    case missingColumn = "missing-column"

    /// Text is in a column that has a name.
    case textWithoutColumn = "text-without-column"

    /// Above the row of column names there is nothing.
    case textAboveTable = "text-above-table"

    /// A table holds its column names once, and then nothing but its rows.
    case lineOutsideTable = "line-outside-table"

    /// A cell holds what was meant, not an error of the spreadsheet.
    case spreadsheetError = "spreadsheet-error"

    /// The returns, and a file of rows, do not have more rows and fields than can be read.
    case tooManyRows = "too-many-rows"

    /// A file or a table does not have more columns than a page can hold.
    case tooManyColumns = "too-many-columns"

    // Workbooks.

    /// A workbook is an Excel workbook that can be opened without a password.
    case unreadableWorkbook = "unreadable-workbook"

    /// What a return says of a class, or of itself, is in one place: its workbook or another file.
    case conflictingReturnFiles = "conflicting-return-files"

    /// A workbook holds only sheets that are read.
    case unreadSheet = "unread-sheet"

    /// Everything in a workbook can be seen.
    case hiddenCells = "hidden-cells"

    /// A cell shows a value, not an error.
    case cellError = "cell-error"

    /// A formula has a value.
    case formulaWithoutValue = "formula-without-value"

    /// What a workbook says is in its cells, not in comments.
    case cellComment = "cell-comment"

    /// A text is not struck out.
    case struckOutText = "struck-out-text"

    /// All text of a sheet is in its table.
    case textOutsideTable = "text-outside-table"

    // Word documents.

    /// A document is a Word document that can be opened without a password.
    case unreadableDocument = "unreadable-document"

    /// A document has no tracked changes that are neither accepted nor rejected.
    case trackedChange = "tracked-change"

    /// What a document says is in its text, not in comments.
    case documentComment = "document-comment"

    /// What a document says is in its paragraphs and tables, not in text boxes.
    case textOutsideBody = "text-outside-body"

    /// A document has nothing that a paper makes itself: heads and feet of pages, a table of contents.
    case unprintedText = "unprinted-text"

    /// All text of a document can be seen.
    case hiddenText = "hidden-text"

    /// A symbol is known.
    case unknownSymbol = "unknown-symbol"

    // YAML.

    /// A file or a header is YAML.
    case invalidYAML = "invalid-yaml"

    /// YAML is written without anchors and aliases.
    case yamlAlias = "yaml-alias"

    /// YAML is written without tags: an `!` may open a marker of exempt information.
    case yamlTag = "yaml-tag"

    /// A text of YAML has no `#` behind it that may belong to it.
    case yamlComment = "yaml-comment"

    /// A key is in a group once.
    case repeatedKey = "repeated-key"

    /// A key is a word.
    case invalidKey = "invalid-key"

    /// A list, a group or the workspace does not have more entries than can be read.
    case tooManyEntries = "too-many-entries"

    /// Lists, groups, quotations and emphasis are not nested too deep.
    case nestingTooDeep = "nesting-too-deep"

    // JSON.

    /// A file is JSON.
    case invalidJSON = "invalid-json"

    // Forms.

    /// A key belongs to its form.
    case unknownKey = "unknown-key"

    /// A key that the form needs is there.
    case missingKey = "missing-key"

    /// A key, an item or a text that must say something does.
    case emptyValue = "empty-value"

    /// A value is of the kind that its key holds: a text, a list or a group.
    case wrongKind = "wrong-kind"

    /// Keys that exclude each other are not both there.
    case conflictingKeys = "conflicting-keys"

    /// A text is not longer than its place can hold.
    case textTooLong = "text-too-long"

    /// An identifier is a few lower-case words joined by hyphens.
    case invalidIdentifier = "invalid-identifier"

    /// A value is one of the words that its key knows.
    case invalidChoice = "invalid-choice"

    /// A number is written in digits and is within its range.
    case invalidNumber = "invalid-number"

    /// A flag is `true` or `false`.
    case invalidFlag = "invalid-flag"

    /// A date is written in ISO 8601 and exists.
    case invalidDate = "invalid-date"

    /// A length is a number with a unit.
    case invalidLength = "invalid-length"

    /// A colour is written in hexadecimal.
    case invalidColour = "invalid-colour"

    /// A reference names something that exists: a person, a body, a theme, a field.
    case unknownName = "unknown-name"

    // The council and the round.

    /// The language is a tag by BCP 47.
    case invalidLanguage = "invalid-language"

    /// A workspace is of a format that the program reads.
    case newerFormat = "newer-format"

    /// `{lang=…}` directly follows words in square brackets.
    case misplacedLanguage = "misplaced-language"

    /// A bank holiday is in its file once.
    case repeatedBankHoliday = "repeated-bank-holiday"

    /// A file of bank holidays has all of a year, or only days that the rules do not give.
    case incompleteBankHolidays = "incomplete-bank-holidays"

    /// A telephone number and an email address can be used.
    case invalidContact = "invalid-contact"

    /// There are words for papers in the language of the council.
    case unsupportedLanguage = "unsupported-language"

    /// Each language has one file of words.
    case repeatedLanguage = "repeated-language"

    /// The council has a word for each status.
    case missingStatusWord = "missing-status-word"

    /// The identifier of a directorate does not begin the names of other values.
    case reservedIdentifier = "reserved-identifier"

    /// The identifier of a unit or a division is unique in its directorate.
    case repeatedIdentifier = "repeated-identifier"

    /// The round is as at a day in its year.
    case dateOutsideYear = "date-outside-year"

    /// A financial or an academic year is two consecutive years, and a calendar year is said to be one.
    case invalidFinancialYear = "invalid-financial-year"

    /// The point of a round is a part of its year.
    case invalidPoint = "invalid-point"

    /// A name of the council is written as in `council.yaml`.
    case misspeltName = "misspelt-name"

    // Layouts and themes.

    /// Text is large enough to be read, and its lines do not overlap.
    case illegibleText = "illegible-text"

    /// Text and banners have enough contrast with their background (WCAG 2.2, 1.4.3).
    case lowContrast = "low-contrast"

    /// The margins leave room for text.
    case marginsTooWide = "margins-too-wide"

    // Markdown.

    /// The text of a note is under `notes`, not in the prose.
    case noteTextInProse = "note-text-in-prose"

    /// A text holds only what a paper, a cell or a note can print.
    case unsupportedElement = "unsupported-element"

    /// A block is where blocks of its kind can be.
    case misplacedBlock = "misplaced-block"

    /// A list, a quotation or a table says something.
    case emptyBlock = "empty-block"

    /// A link has a text without notes, and leads to a page, an address or a place in the paper.
    case invalidLink = "invalid-link"

    /// A heading has a text.
    case headingWithoutText = "heading-without-text"

    /// A heading is marked as one, and is not only bold.
    case headingInBold = "heading-in-bold"

    /// A heading or a paragraph leaves its number to the program.
    case headingNumberedByHand = "heading-numbered-by-hand"

    /// A placeholder is closed and holds a name.
    case invalidPlaceholder = "invalid-placeholder"

    /// An insertion is alone in its paragraph, with a name and options.
    case invalidInsertion = "invalid-insertion"

    // Pictures.

    /// A picture is a PNG or JPEG file in the folder of pictures.
    case invalidPicture = "invalid-picture"

    /// A picture says what it shows, or that it only decorates.
    case pictureWithoutText = "picture-without-text"

    /// A picture, and all pictures together, have no more pixels than can be read.
    case pictureTooLarge = "picture-too-large"

    // Exempt information.

    /// The marker of an exempt passage names paragraphs of Schedule 12A.
    case invalidExemptMarker = "invalid-exempt-marker"

    /// The marker of an exempt passage is alone on its line.
    case unclearExemptMarker = "unclear-exempt-marker"

    /// An exempt passage does not hold another.
    case nestedExemptPassage = "nested-exempt-passage"

    /// An exempt passage says something.
    case emptyExemptPassage = "empty-exempt-passage"

    /// Each line of an exempt passage is marked.
    case lineAfterExemptPassage = "line-after-exempt-passage"

    /// The address of a link in an exempt passage is not visible outside it.
    case linkAddressInExemptPassage = "link-address-in-exempt-passage"

    /// `exempt` names paragraphs of Schedule 12A.
    case invalidExemptParagraph = "invalid-exempt-paragraph"

    /// An exempt appendix names the paragraphs that it is exempt under.
    case missingExemptParagraph = "missing-exempt-paragraph"

    /// The reason for an exemption is given once for each paragraph.
    case repeatedExemptParagraph = "repeated-exempt-paragraph"

    /// What is exempt has a reason.
    case exemptionWithoutReason = "exemption-without-reason"

    /// The reason for an exemption is for something.
    case reasonWithoutExemption = "reason-without-exemption"

    /// A text that is always public holds nothing exempt.
    case exemptInPublicText = "exempt-in-public-text"

    /// A return is exempt in each paper that appends it, or in none.
    case publicAndExemptReturn = "public-and-exempt-return"

    /// A marker of exempt information is where information can be marked.
    case misplacedExemptMarker = "misplaced-exempt-marker"

    /// A text does not nearly mark itself as exempt.
    case nearExemptMarker = "near-exempt-marker"

    /// A `not-exempt` is long enough to mean one text.
    case shortWaiver = "short-waiver"

    /// A `not-exempt` is for a text that needs it, and a waiver for a finding.
    case unusedWaiver = "unused-waiver"

    /// A paper with exempt information prints the reasons.
    case unexplainedExemption = "unexplained-exemption"

    // Papers.

    /// A workspace has a paper.
    case missingPaper = "missing-paper"

    /// A paper has a header, which is closed.
    case missingHeader = "missing-header"

    /// A paper has a name of its own.
    case repeatedPaperName = "repeated-paper-name"

    /// A draft is as at a day before its meeting.
    case draftAfterMeeting = "draft-after-meeting"

    /// A meeting is on a working day.
    case unlikelyMeetingDay = "unlikely-meeting-day"

    /// A paper for each body of a kind finds one.
    case missingBodies = "missing-bodies"

    /// A body that gets a paper of its own has a remit.
    case bodyWithoutRemit = "body-without-remit"

    /// The meeting of each body has a day.
    case missingMeetingDate = "missing-meeting-date"

    /// The meetings of a route follow one another, and the paper's own is among them.
    case impossibleRoute = "impossible-route"

    /// A paper becomes public after the meeting before its own.
    case publicBeforeEarlierMeeting = "public-before-earlier-meeting"

    /// A note is in a return.
    case noteInPaper = "note-in-paper"

    /// A meeting is in the calendar of its body.
    case meetingNotInCalendar = "meeting-not-in-calendar"

    // Returns.

    /// A return is of a directorate of the council.
    case unknownDirectorate = "unknown-directorate"

    /// Each directorate has made a return.
    case missingReturn = "missing-return"

    /// A return has a statement.
    case missingStatement = "missing-statement"

    /// A reported class is in a list once.
    case repeatedClass = "repeated-class"

    /// A reported class has a known name.
    case unknownClass = "unknown-class"

    /// A total is a whole number for a unit.
    case invalidTotal = "invalid-total"

    /// A table of a return lists rows of a return, of classes that its kind can list.
    case unfitTable = "unfit-table"

    /// A statement inserts a table of its return.
    case unknownTable = "unknown-table"

    /// A table of a return has a name of its own, and is in the statement once.
    case repeatedTable = "repeated-table"

    /// An insertion has only options that it knows.
    case unknownOption = "unknown-option"

    /// Rows are of a class that the return declares.
    case undeclaredRows = "undeclared-rows"

    /// A table lists a class that the return declares.
    case undeclaredTable = "undeclared-table"

    /// Totals and nil returns are of a class that the return declares.
    case undeclaredTotals = "undeclared-totals"

    /// A class that a return declares has a file of rows.
    case declaredWithoutRows = "declared-without-rows"

    /// Each row is printed by a table.
    case unprintedRows = "unprinted-rows"

    /// Each comment is printed by a table.
    case unprintedComment = "unprinted-comment"

    /// Some table of a return prints each column that its rows fill in.
    case unprintedColumn = "unprinted-column"

    /// Where units have totals, every unit has one.
    case missingTotal = "missing-total"

    /// A total is at least the number of rows.
    case totalTooSmall = "total-too-small"

    /// A unit that has nothing to report has no rows.
    case rowsInNilReturn = "rows-in-nil-return"

    /// Each unit has reported.
    case unreportedUnits = "unreported-units"

    /// A file of indicators has a column of figures.
    case missingFigures = "missing-figures"

    /// A cell that its row or a table needs is filled in.
    case missingCell = "missing-cell"

    /// A unit belongs to its directorate.
    case unknownUnit = "unknown-unit"

    /// A status is one of the council's words.
    case unknownStatus = "unknown-status"

    /// It is known which way an indicator is better.
    case invalidPolarity = "invalid-polarity"

    /// What the figures of an indicator count is one of a few.
    case invalidBasis = "invalid-basis"

    /// A figure lags behind by a whole number of periods.
    case invalidLag = "invalid-lag"

    /// A rank is a position among those ranked, a quartile is from 1 to 4, and the two agree.
    case invalidRank = "invalid-rank"

    /// Where figures of others are given, the file has own figures of the same period.
    case incomparablePeriod = "incomparable-period"

    /// A tolerance is a share of a target or an amount.
    case invalidTolerance = "invalid-tolerance"

    /// A status that is not the one that the figures make has a reason.
    case statusDiffersFromFigures = "status-differs-from-figures"

    /// A reason for a status is needed.
    case unusedStatusReason = "unused-status-reason"

    /// The steps of a scale go from the hardest goal to none, each with a word of its own.
    case invalidRatingScale = "invalid-rating-scale"

    /// A plan item that is not on course has a reason.
    case missingReason = "missing-reason"

    /// An indicator that is not on course has a comment.
    case missingComment = "missing-comment"

    /// A row shares the comment of a row above that is printed with it.
    case invalidSharedComment = "invalid-shared-comment"

    /// A row shares a comment or has one of its own.
    case conflictingComment = "conflicting-comment"

    /// A reference is what was typed, not a date or a number that a spreadsheet made of it.
    case convertedReference = "converted-reference"

    /// The figures of a row are of one unit.
    case mixedUnits = "mixed-units"

    /// Percentages have their sign, and are no fractions beside other percentages.
    case percentageAsFraction = "percentage-as-fraction"

    /// The reference of a row is unique in its file.
    case repeatedReference = "repeated-reference"

    /// The mark of a note has a text.
    case noteWithoutText = "note-without-text"

    /// A note has a mark.
    case unusedNote = "unused-note"

    // Values.

    /// A figure has a value, or a reason why there is none.
    case missingValue = "missing-value"

    /// A value is a number, yes, no, words, or several numbers with labels.
    case invalidValue = "invalid-value"

    /// A code in brackets is a known one.
    case unknownCode = "unknown-code"

    /// A value and a reason for its absence exclude each other.
    case valueWithAbsence = "value-with-absence"

    /// A number has digits, thousands and decimals as they are written in English.
    case invalidFigure = "invalid-figure"

    /// A number has a known unit of measure.
    case unknownUnitOfMeasure = "unknown-unit-of-measure"

    // Composition.

    /// A paper, and all papers of a run, do not hold more than can be composed.
    case paperTooLarge = "paper-too-large"

    /// An insertion names a block that there is.
    case unknownBlock = "unknown-block"

    /// A chart that compares ratings is of a council that rates its indicators.
    case chartWithoutRatings = "chart-without-ratings"

    /// A paper that inserts its route has one.
    case paperWithoutRoute = "paper-without-route"

    /// An appendix holds a return.
    case emptyAppendix = "empty-appendix"

    /// A paper has a contact if its layout prints one.
    case missingContact = "missing-contact"

    /// A heading is at most one level below the heading before it.
    case headingTooDeep = "heading-too-deep"

    /// A heading refers to no page.
    case pageInHeading = "page-in-heading"

    /// The name of a heading names no other place in the paper.
    case takenHeadingName = "taken-heading-name"

    /// A placeholder has a value in the round.
    case placeholderWithoutValue = "placeholder-without-value"

    /// A placeholder has a name that its text can fill in.
    case unknownPlaceholder = "unknown-placeholder"

    /// A reference names a place in the paper.
    case unknownReference = "unknown-reference"

    /// A reference names one place in the paper.
    case ambiguousReference = "ambiguous-reference"

    /// An explained amendment has changed.
    case unchangedAmendment = "unchanged-amendment"

    /// An explained amendment is of a section of the paper.
    case unknownAmendment = "unknown-amendment"

    /// The returns that a paper appends or refers to have come.
    case awaitedReturn = "awaited-return"

    // The review before publication.

    /// A figure in a text is the one that the table has.
    case figureDiffers = "figure-differs"

    /// A change that a text gives is the one between its two figures.
    case changeDiffers = "change-differs"

    /// A rise, a fall and an improvement are what their figures say.
    case directionDiffers = "direction-differs"

    /// The difference between two percentages is in percentage points.
    case pointsForPercent = "points-for-percent"

    /// A percentage is that of the two numbers beside it.
    case shareDiffers = "share-differs"

    /// A status holds with what is forecast for the year.
    case statusDiffersFromForecast = "status-differs-from-forecast"

    /// Figures are not carried forward from the period before.
    case unchangedFigures = "unchanged-figures"

    /// The unit of a row's figures is that of its measure.
    case unitDiffersFromMeasure = "unit-differs-from-measure"

    /// Who is counted belongs to the population that the count is divided by.
    case populationDiffers = "population-differs"

    /// Money has its currency.
    case moneyWithoutCurrency = "money-without-currency"

    /// The figures of a row have as many decimals.
    case mixedPrecision = "mixed-precision"

    /// A date of a text exists, and is of its day of the week.
    case impossibleDate = "impossible-date"

    /// A date of a text is near the round.
    case distantDate = "distant-date"

    /// What a text says to have happened is not in the future.
    case pastTenseOfFuture = "past-tense-of-future"

    /// A sentence is once in a text, and a comment in one row.
    case repeatedText = "repeated-text"

    /// A short form is explained in the text that uses it.
    case undefinedAbbreviation = "undefined-abbreviation"

    /// A text writes a term in one way.
    case mixedTerms = "mixed-terms"

    /// The dashes between the words of a text are of one kind.
    case mixedDashes = "mixed-dashes"

    /// The bold words that open paragraphs of a text have one mark behind them.
    case mixedRunIn = "mixed-run-in"

    /// The words of a link say where it leads (WCAG 2.2, 2.4.4).
    case unexplainedLink = "unexplained-link"

    /// Words are not written in capitals.
    case allCapitals = "all-capitals"

    /// A word is not there twice in a row.
    case repeatedWord = "repeated-word"

    /// A word is not taken for another that is like it.
    case confusedWords = "confused-words"

    /// The words of a text are in the dictionary, or are the council's own.
    case spelling = "spelling"

    /// A sentence can be followed at one reading.
    case longSentence = "long-sentence"

    /// A text is of the reading age that the house style asks for.
    case hardToRead = "hard-to-read"

    /// Words have one space between them, and none before a comma or a full stop.
    case straySpace = "stray-space"

    /// A paper whose layout prints recommendations asks its meeting for something.
    case missingRecommendation = "missing-recommendation"

    /// A recommendation has a word that says what the meeting is to do.
    case recommendationWithoutVerb = "recommendation-without-verb"

    /// The verb of a recommendation is in it once.
    case repeatedVerb = "repeated-verb"

    /// A paper is public by the last day for its meeting.
    case latePublication = "late-publication"

    /// The last day on which a paper may be made public is not near.
    case publicationDue = "publication-due"

    /// The meeting of a draft is still to come.
    case draftOfPastMeeting = "draft-of-past-meeting"

    /// A figure is of the period of its column.
    case periodDiffersFromColumn = "period-differs-from-column"

    /// A text says what it refers to, not where on a page that stands.
    case positionWord = "position-word"

    // Typesetting.

    /// A font has the characters of a text.
    case missingGlyph = "missing-glyph"

    /// The words of a table fit its columns.
    case columnsTooNarrow = "columns-too-narrow"

    /// Page numbers in a paper settle.
    case unsettledPages = "unsettled-pages"

    /// A paper does not have more pages than can be set.
    case tooManyPages = "too-many-pages"

    /// An appendix does not have more pages than the house style allows.
    case appendixTooLong = "appendix-too-long"

    // Publishing.

    /// A circulated draft can be read.
    case unreadableDraft = "unreadable-draft"

    /// The ledger of exempt information goes back to the beginning.
    case ledgerRestarted = "ledger-restarted"

    /// The ledger of exempt information is there, can be read, and is of this council.
    case unusableLedger = "unusable-ledger"

    /// What was exempt is marked, or was released.
    case lostExemptMark = "lost-exempt-mark"

    /// What was released as public stays so knowingly.
    case releasedExemption = "released-exemption"

    /// A font is the one that the program was tested with.
    case untestedFont = "untested-font"

    /// A file in `fonts` is a font.
    case unreadFont = "unread-font"

    /// A font can be used.
    case unusableFont = "unusable-font"

    /// A restricted file says so by its name.
    case unmarkedRestrictedFile = "unmarked-restricted-file"

    /// The workspace can be written to.
    case unwritableWorkspace = "unwritable-workspace"

    /// The program makes the paper as it should.
    case programFault = "program-fault"

    /// A paper, and the check of a drop, take no more time and memory than the service allows.
    case excessiveWork = "excessive-work"

    // Waivers and settings of rules.

    /// A waiver says which rule it is of, where, and why.
    case invalidWaiver = "invalid-waiver"

    /// A waiver is for one place.
    case blanketWaiver = "blanket-waiver"

    /// A rule that is waived, turned off or lowered is one that can be.
    case fixedRule = "fixed-rule"

    /// A setting of the house style names a rule and how much it matters.
    case invalidRuleSetting = "invalid-rule-setting"

    // The inbox.

    /// A drop is named after a directorate, or a directorate and a file of a return.
    case invalidDropName = "invalid-drop-name"

    /// A drop holds a file of a return.
    case emptyDrop = "empty-drop"

    /// A drop holds only files of a return.
    case unknownReturnFile = "unknown-return-file"

    /// A drop holds each file of a return once.
    case repeatedReturnFile = "repeated-return-file"

    /// A zip file in a drop can be unpacked safely.
    case unusableArchive = "unusable-archive"

    // The configuration of the program.

    /// The configuration file can be read by whoever runs the program.
    case unreadConfiguration = "unread-configuration"

    /// A path of the configuration begins at the root of the file system.
    case relativePath = "relative-path"

    /// The folders of councils are apart.
    case overlappingFolders = "overlapping-folders"

    /// The folder above the folders of a council holds none of another.
    case sharedFolderAbove = "shared-folder-above"

    /// The folders of a council can be looked at.
    case unansweredFolders = "unanswered-folders"

    /// A program that the configuration names can be run.
    case unusableProgram = "unusable-program"
}

extension Rule {
    /// How much it matters that the rule is broken.
    package var severity: Diagnostic.Severity {
        switch self {
        case .unreadFile, .textAboveTable, .incompleteBankHolidays, .missingStatusWord, .misspeltName, .emptyBlock,
            .headingInBold, .headingNumberedByHand, .shortWaiver,
            .unusedWaiver, .draftAfterMeeting, .unlikelyMeetingDay, .bodyWithoutRemit, .publicBeforeEarlierMeeting,
            .missingReturn, .missingStatement, .unprintedComment, .unprintedColumn, .missingTotal, .unreportedUnits,
            .missingComment,
            .convertedReference, .mixedUnits, .repeatedReference, .unusedNote, .headingTooDeep, .unchangedAmendment,
            .columnsTooNarrow, .unsettledPages,
            .ledgerRestarted, .releasedExemption, .untestedFont, .unreadFont, .unmarkedRestrictedFile,
            .unusedStatusReason, .incomparablePeriod, .chartWithoutRatings, .unreadSheet, .cellComment,
            .documentComment, .unprintedText, .hiddenText,
            .textOutsideTable, .figureDiffers, .changeDiffers, .directionDiffers, .pointsForPercent, .shareDiffers,
            .statusDiffersFromForecast, .unitDiffersFromMeasure, .populationDiffers, .impossibleDate, .distantDate,
            .pastTenseOfFuture, .unexplainedLink, .meetingNotInCalendar, .missingRecommendation,
            .recommendationWithoutVerb, .repeatedVerb, .latePublication, .draftOfPastMeeting, .appendixTooLong,
            .periodDiffersFromColumn,
            .invalidWaiver, .blanketWaiver, .fixedRule, .invalidRuleSetting, .sharedFolderAbove, .unansweredFolders,
            .unusableProgram, .unreadConfiguration:
            .warning
        case .unchangedFigures, .moneyWithoutCurrency, .mixedPrecision, .repeatedText, .undefinedAbbreviation,
            .mixedTerms, .mixedDashes, .mixedRunIn, .allCapitals, .repeatedWord, .confusedWords, .spelling,
            .longSentence, .hardToRead, .straySpace, .publicationDue, .positionWord:
            .advice
        default: .error
        }
    }

    /// Whether what is read of a file may not be what its officer wrote, so that nothing is said of its words.
    package var leavesTextUnclear: Bool {
        switch self {
        case .textEncoding, .controlCharacter, .textTooComplex, .nestingTooDeep, .wrongFormat: true
        default: false
        }
    }

    /// Whether words that may be exempt would be printed, so that more is held back than the paper or return in whose file the mistake is.
    package var isExposure: Bool {
        switch self {
        case .textWithoutColumn, .yamlTag, .lineAfterExemptPassage, .invalidExemptParagraph, .missingExemptParagraph,
            .reasonWithoutExemption, .publicAndExemptReturn, .misplacedExemptMarker, .nearExemptMarker,
            .lostExemptMark:
            true
        default: false
        }
    }
}
