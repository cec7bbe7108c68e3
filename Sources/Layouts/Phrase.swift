// SPDX-License-Identifier: Apache-2.0

/// Words that the program puts into papers by itself, by their keys in `layouts/words.yaml`.
package enum Phrase: String, Sendable, Hashable, CaseIterable {
    case section, page, overleaf, note, telephone, email, shorthand
    case headingReference = "heading-reference"
    case tableReference = "table-reference"
    case continued
    case continuedOverleaf = "continued-overleaf"
    case carriedForward = "carried-forward"
    case broughtForward = "brought-forward"
    case date
    case monthAndYear = "month-and-year"
    case notDue = "not-due"
    case awaited, suppressed
    case onTarget = "on-target"
    case withinTolerance = "within-tolerance"
    case offTarget = "off-target"
    case noTarget = "no-target"
    case dataOnly = "data-only"
    case notComparable = "not-comparable"
    case officersJudgement = "officers-judgement"
    case improving, stable, worsening
    case comparatorFigure = "comparator-figure"
    case better
    case same = "the-same"
    case worse
    case ownFigureThen = "own-figure-then"
    case comparatorSource = "comparator-source"
    case comparatorSources = "comparator-sources"
    case rank
    case bestQuartile = "best-quartile"
    case secondQuartile = "second-quartile"
    case thirdQuartile = "third-quartile"
    case worstQuartile = "worst-quartile"
    case halfPeriod = "half-period"
    case quarterPeriod = "quarter-period"
    case periodInFull = "period-in-full"
    case figureAsAt = "figure-as-at"
    case ofPeriod = "of-period"
    case basisInPeriod = "basis-in-period"
    case basisCumulative = "basis-cumulative"
    case basisSnapshot = "basis-snapshot"
    case basisRolling = "basis-rolling"
    case basisAnnual = "basis-annual"
    case january, february, march, april, may, june, july, august, september, october, november, december
    case listSeparator = "list-separator"
    case listEnd = "list-end"
    case listEndAfterCommas = "list-end-after-commas"
    case decimalPoint = "decimal-point"
    case digitSeparator = "digit-separator"
    case thousand, million, billion
    case verbNote = "verb-note"
    case verbAgree = "verb-agree"
    case verbApprove = "verb-approve"
    case verbComment = "verb-comment"
    case verbEndorse = "verb-endorse"
    case verbRecommend = "verb-recommend"
    case betterHigher = "better-higher"
    case betterLower = "better-lower"
    case betterNeither = "better-neither"
    case coreServices = "core-services"
    case activity, actions, indicators
    case forInformation = "for-information"
    case forDiscussion = "for-discussion"
    case forDecision = "for-decision"
    case forApproval = "for-approval"
    case yes, no
    case notAvailable = "not-available"
    case notApplicable = "not-applicable"
    case newIndicator = "new-indicator"
    case notSet = "not-set"
    case notSupplied = "not-supplied"
    case provisional, estimated, forecast, revised
    case exemptParagraph1 = "exempt-paragraph-1"
    case exemptParagraph2 = "exempt-paragraph-2"
    case exemptParagraph3 = "exempt-paragraph-3"
    case exemptParagraph4 = "exempt-paragraph-4"
    case exemptParagraph5 = "exempt-paragraph-5"
    case exemptParagraph6 = "exempt-paragraph-6"
    case exemptParagraph7 = "exempt-paragraph-7"
    case exemptParagraphScotland1 = "exempt-paragraph-scotland-1"
    case exemptParagraphScotland2 = "exempt-paragraph-scotland-2"
    case exemptParagraphScotland3 = "exempt-paragraph-scotland-3"
    case exemptParagraphScotland4 = "exempt-paragraph-scotland-4"
    case exemptParagraphScotland5 = "exempt-paragraph-scotland-5"
    case exemptParagraphScotland6 = "exempt-paragraph-scotland-6"
    case exemptParagraphScotland7 = "exempt-paragraph-scotland-7"
    case exemptParagraphScotland8 = "exempt-paragraph-scotland-8"
    case exemptParagraphScotland9 = "exempt-paragraph-scotland-9"
    case exemptParagraphScotland10 = "exempt-paragraph-scotland-10"
    case exemptParagraphScotland11 = "exempt-paragraph-scotland-11"
    case exemptParagraphScotland12 = "exempt-paragraph-scotland-12"
    case exemptParagraphScotland13 = "exempt-paragraph-scotland-13"
    case exemptParagraphScotland14 = "exempt-paragraph-scotland-14"
    case exemptParagraphScotland15 = "exempt-paragraph-scotland-15"
    case exemptLawEngland = "exempt-law-england"
    case exemptLawWales = "exempt-law-wales"
    case exemptLawScotland = "exempt-law-scotland"
    case exemptLawNorthernIreland = "exempt-law-northern-ireland"
    case exemptSchedule = "exempt-schedule"
    case exemptNumber = "exempt-number"
    case exemptNumbers = "exempt-numbers"
    case exemptCitation = "exempt-citation"
    case unrestricted
    case partlyWithheld = "partly-withheld"
    case partlyExempt = "partly-exempt"
    case withheld, exempt
    case notForPublication = "not-for-publication"
    case notForPublicationMark = "not-for-publication-mark"
    case notForPublicationReason = "not-for-publication-reason"
    case notCleared = "not-cleared"
    case withheldPassage = "withheld-passage"
    case withheldRow = "withheld-row"
    case withheldAppendix = "withheld-appendix"
    case completenessTitle = "completeness-title"
    case completenessBanner = "completeness-banner"
    case completenessWhole = "completeness-whole"
    case completenessSummary = "completeness-summary"
    case completenessDirectorate = "completeness-directorate"
    case completenessReceived = "completeness-received"
    case completenessNotReceived = "completeness-not-received"
    case completenessUnits = "completeness-units"
    case completenessRows = "completeness-rows"
    case completenessNil = "completeness-nil"
    case completenessMissing = "completeness-missing"
    case completenessMissingUnits = "completeness-missing-units"
    case completenessAwaited = "completeness-awaited"
    case completenessAwaitedSince = "completeness-awaited-since"
    case completenessAsk = "completeness-ask"
    case completenessNoStatus = "completeness-no-status"
    case completenessNoReason = "completeness-no-reason"
    case completenessNoComment = "completeness-no-comment"
    case completenessNoFigure = "completeness-no-figure"
    case completenessErrors = "completeness-errors"
    case amendmentsSince = "amendments-since"
    case amendmentsNone = "amendments-none"
    case amendmentsFirst = "amendments-first"
    case amendedHead = "amended-head"
    case amendedSection = "amended-section"
    case partAdded = "part-added"
    case partRemoved = "part-removed"
    case partMoved = "part-moved"
    case headingChanged = "heading-changed"
    case figuresChanged = "figures-changed"
    case figuresInTextChanged = "figures-in-text-changed"
    case rowAdded = "row-added"
    case rowsAdded = "rows-added"
    case rowRemoved = "row-removed"
    case rowsRemoved = "rows-removed"
    case rowsReordered = "rows-reordered"
    case rowCount = "row-count"
    case tableAdded = "table-added"
    case tableRemoved = "table-removed"
    case wordsChanged = "words-changed"
    case textChanged = "text-changed"
    case textAdded = "text-added"
    case textRemoved = "text-removed"
    case proofTitle = "proof-title"
    case exemptPassage = "exempt-passage"
    case figure
    case figureReference = "figure-reference"
    case numberedTable = "numbered-table"
    case numberedTableReference = "numbered-table-reference"
    case byDirectorate = "by-directorate"
    case byUnit = "by-unit"
    case chartStatus = "chart-status"
    case chartStatusNote = "chart-status-note"
    case chartStatusNoteOfRated = "chart-status-note-of-rated"
    case chartExceptions = "chart-exceptions"
    case chartExceptionsNote = "chart-exceptions-note"
    case chartStackedBar = "chart-stacked-bar"
    case chartStackedBars = "chart-stacked-bars"
    case chartBars = "chart-bars"
    case chartCount = "chart-count"
    case chartCountAlone = "chart-count-alone"
    case chartCountNone = "chart-count-none"
    case chartKey = "chart-key"
    case chartShare = "chart-share"
    case chartShareNone = "chart-share-none"
    case chartBar = "chart-bar"
    case chartBarCounts = "chart-bar-counts"
    case chartRounded = "chart-rounded"
    case chartData = "chart-data"
    case chartDataReturn = "chart-data-return"
    case chartDataReturns = "chart-data-returns"
    case chartEmpty = "chart-empty"
    case chartComplete = "chart-complete"
    case chartCompleteNote = "chart-complete-note"
    case chartTrend = "chart-trend"
    case chartTrendNote = "chart-trend-note"
    case chartTrendNoteAlone = "chart-trend-note-alone"
    case chartTarget = "chart-target"
    case chartComparison = "chart-comparison"
    case chartComparisonLine = "chart-comparison-line"
    case chartLine = "chart-line"
    case sparkline
    case byPeriod = "by-period"
    case keyFigureBefore = "key-figure-before"
    case keyFigureDirections = "key-figure-directions"
    case notRated = "not-rated"
    case betterThan = "better-than"
    case worseThan = "worse-than"
    case change
    case nothingMoved = "nothing-moved"
    case atBest = "at-best"
    case varianceOver = "variance-over"
    case varianceUnder = "variance-under"
    case varianceNone = "variance-none"
    case belowRange = "below-range"
    case withinRange = "within-range"
    case aboveRange = "above-range"
    case subjectOfDirectorate = "subject-of-directorate"
    case newSinceBefore = "new-since-before"
    case droppedSinceBefore = "dropped-since-before"
    case redefinedSinceBefore = "redefined-since-before"
    case polarityChanged = "polarity-changed"
    case revisedSinceBefore = "revised-since-before"
    case chartRose = "chart-rose"
    case chartFell = "chart-fell"
    case chartLevel = "chart-level"
    case chartNoFigure = "chart-no-figure"
    case chartTargetMet = "chart-target-met"
    case chartTargetMissed = "chart-target-missed"
    case chartTooFew = "chart-too-few"
    case chartWithheld = "chart-withheld"
    case keyDecision = "key-decision"
    case allWards = "all-wards"
    case reportTo = "report-to"
    case clearance
    case noExceptions = "no-exceptions"
    case onCourseOrDone = "on-course-or-done"
    case noException = "no-exception"
    case withoutStatus = "without-status"
    case skipLink = "skip-link"
    case documentTitle = "document-title"
    case classifiedTitle = "classified-title"
    case pdfLink = "pdf-link"
    case pdfLinkOfPage = "pdf-link-of-page"

    /// What the words are for, in one sentence.
    package var meaning: String {
        switch self {
        case .section: "what a reference to a numbered heading says"
        case .page: "what a reference to a page says"
        case .overleaf: "what it says where the page is the other side of the leaf"
        case .note: "what the mark of a note says"
        case .headingReference: "what a reference to a heading without a number says"
        case .tableReference: "what a reference to a table says"
        case .continued: "what is added to a title or a band that is repeated on the next page"
        case .continuedOverleaf: "the words under a table that continues on the next page"
        case .carriedForward: "the words before the totals at the foot of a page, in a table that continues on the next"
        case .broughtForward: "the words before the same totals at the head of the next page"
        case .date: "a date"
        case .monthAndYear: "a month of a year"
        case .notDue, .awaited, .suppressed: "why there is no value"
        case .onTarget, .withinTolerance, .offTarget: "a step of the ratings of a council that does not declare its own"
        case .noTarget, .dataOnly, .notComparable: "why an indicator is not rated"
        case .officersJudgement: "what is said under a status that is not the one that the figures make"
        case .improving, .stable, .worsening: "which way an indicator goes"
        case .comparatorFigure: "what precedes a figure of others"
        case .better, .same, .worse: "how a figure stands to one of others"
        case .ownFigureThen: "what follows where the figure of others is not of the latest period"
        case .comparatorSource: "others with whom indicators are compared, and where their figures are published"
        case .comparatorSources: "the words over a table that say where figures of others are published"
        case .rank: "a position among those that are ranked"
        case .bestQuartile, .secondQuartile, .thirdQuartile, .worstQuartile: "the quarter of those that are ranked"
        case .halfPeriod, .quarterPeriod: "how a half or a quarter of a year is called"
        case .periodInFull: "a quarter or a half of a year with the months in which it begins and ends"
        case .ofPeriod: "what follows a target of a part of the year, under that of the year"
        case .figureAsAt: "what follows a figure that is of another day than those beside it"
        case .basisInPeriod, .basisCumulative, .basisSnapshot, .basisRolling, .basisAnnual:
            "what the figures of an indicator count"
        case .january, .february, .march, .april, .may, .june, .july, .august, .september, .october, .november,
            .december:
            "the name of the month"
        case .listSeparator: "what separates the items of a list"
        case .listEnd: "a list, the last item of which is `last`"
        case .listEndAfterCommas: "a list of items that have commas of their own"
        case .decimalPoint: "the mark before the decimals of a number"
        case .digitSeparator: "the mark between the thousands of a number"
        case .thousand, .million, .billion: "what follows a number of so many"
        case .verbNote, .verbAgree, .verbApprove, .verbComment, .verbEndorse, .verbRecommend:
            "the verb that a recommendation turns on"
        case .betterHigher, .betterLower, .betterNeither: "which way of an indicator is better"
        case .telephone: "the words before a telephone number"
        case .email: "the words before an e-mail address"
        case .shorthand: "the words over a table that explain its shorthand"
        case .coreServices, .activity, .actions, .indicators: "what headings call the class"
        case .forInformation, .forDiscussion, .forDecision, .forApproval:
            "what a meeting of a route takes the paper for"
        case .yes, .no: "the word in a cell"
        case .notAvailable, .notApplicable, .newIndicator, .notSet, .notSupplied: "why there is no value"
        case .provisional, .estimated, .forecast, .revised: "how far a value can be relied on"
        case .exemptParagraph1, .exemptParagraph2, .exemptParagraph3, .exemptParagraph4, .exemptParagraph5,
            .exemptParagraph6, .exemptParagraph7:
            "what the paragraph of Schedule 12A is about"
        case .exemptNumber: "how one paragraph of Schedule 12A is called"
        case .exemptNumbers: "how several paragraphs of Schedule 12A are called"
        case .exemptParagraphScotland1, .exemptParagraphScotland2, .exemptParagraphScotland3, .exemptParagraphScotland4,
            .exemptParagraphScotland5, .exemptParagraphScotland6, .exemptParagraphScotland7, .exemptParagraphScotland8,
            .exemptParagraphScotland9, .exemptParagraphScotland10, .exemptParagraphScotland11,
            .exemptParagraphScotland12,
            .exemptParagraphScotland13, .exemptParagraphScotland14, .exemptParagraphScotland15:
            "what a paragraph of Schedule 7A is about, in Scotland"
        case .exemptLawEngland, .exemptLawWales, .exemptLawScotland, .exemptLawNorthernIreland:
            "the part of an Act that lists what is exempt, in a nation"
        case .exemptSchedule: "the schedule of the Act that lists what is exempt"
        case .exemptCitation: "how paragraphs of exempt information are cited in full"
        case .unrestricted: "the classification of a paper that anybody may read"
        case .partlyExempt: "the classification of a paper of which something is not for publication"
        case .partlyWithheld: "the classification of a public paper from which something is withheld"
        case .withheld: "the classification of a public paper that is withheld"
        case .exempt: "the classification of a paper that is not for publication"
        case .notForPublication: "what stands at the head of every page of a paper that is not for publication"
        case .notForPublicationMark: "the same in large letters, in a theme that has them"
        case .notForPublicationReason: "the reason, in small letters beside these"
        case .notCleared: "what stands beside the mark of a draft, in a theme that has a band for it"
        case .withheldPassage: "what stands in place of a passage that is withheld"
        case .withheldRow: "what stands in place of a row that is withheld"
        case .withheldAppendix: "what stands in place of an appendix, or a paper, that is withheld"
        case .completenessTitle: "the title of the page that shows how complete a round is"
        case .completenessBanner: "what stands at the head of that page, for whom it is"
        case .completenessWhole, .completenessSummary: "what it says of the round as a whole"
        case .completenessDirectorate, .completenessReceived, .completenessUnits, .completenessRows, .completenessNil,
            .completenessMissing, .completenessNoStatus, .completenessNoReason, .completenessNoComment,
            .completenessNoFigure, .completenessErrors:
            "what heads a column of it"
        case .completenessNotReceived: "what its table says of a return that has not come"
        case .completenessMissingUnits: "what it says of units that have not answered, above a list of them"
        case .completenessAwaited, .completenessAwaitedSince: "what it says of a return that has not come"
        case .completenessAsk: "whom to ask for it"
        case .amendmentsSince: "the words before a list of amendments"
        case .amendmentsNone: "what is said where nothing has changed"
        case .amendmentsFirst: "what is said in place of amendments where no draft has been circulated"
        case .amendedHead: "what a list of amendments calls what stands before the first heading"
        case .amendedSection: "what it calls a numbered section"
        case .partAdded, .partRemoved, .partMoved, .headingChanged: "what it says of a section as a whole"
        case .figuresChanged, .wordsChanged: "what it says of rows whose values, or whose words, have changed"
        case .figuresInTextChanged: "what it says of text that has changed in its figures only"
        case .rowAdded, .rowRemoved: "what it says of a row that is new, or no more"
        case .rowsAdded, .rowsRemoved: "what it says of several such rows"
        case .rowsReordered: "what it says of rows that follow one another otherwise than they did"
        case .rowCount: "what it calls rows that are too many to be named"
        case .tableAdded, .tableRemoved: "what it says of a table that is new, or no more"
        case .textChanged, .textAdded, .textRemoved: "what it says of other text"
        case .proofTitle: "what a proof with bars beside what has changed is called"
        case .exemptPassage: "what stands over a passage, or in a row, that is not for publication"
        case .figure: "what the caption of a figure calls it"
        case .figureReference: "what a reference to a figure says"
        case .numberedTable: "what precedes the title of a table that has a number"
        case .numberedTableReference: "what a reference to such a table says"
        case .byDirectorate: "what is shown for each directorate"
        case .byUnit: "what is shown for each unit"
        case .chartStatus: "what a chart of statuses shows"
        case .chartStatusNote: "what a chart of statuses counts"
        case .chartStatusNoteOfRated: "the same where some have no status: of all, of those reported and of those rated"
        case .chartExceptions: "what a chart of exceptions shows"
        case .chartExceptionsNote: "what a chart of exceptions counts"
        case .chartStackedBar: "what is read out of a stacked bar"
        case .chartStackedBars: "what is read out of several stacked bars"
        case .chartBars: "what is read out of bars"
        case .chartCount: "how many have a status, and their share"
        case .chartCountAlone: "how many have a status"
        case .chartCountNone: "what is said of a status that none has"
        case .chartKey: "the key of a mark in a stacked bar"
        case .chartShare: "so many of so many"
        case .chartShareNone: "none of so many"
        case .chartBar: "what is read out of one bar"
        case .chartBarCounts: "what is read out of one of several stacked bars"
        case .chartRounded: "what is said of percentages that do not make 100"
        case .chartData: "where the data of a chart are"
        case .chartDataReturn: "the return that a chart is of"
        case .chartDataReturns: "the returns that a chart is of"
        case .chartEmpty: "what is said in place of a chart of nothing"
        case .chartComplete: "the subject of a chart of what is done"
        case .chartCompleteNote: "under the title of such a chart"
        case .chartTrend: "the title of a line"
        case .chartTrendNote: "under the title of a line"
        case .chartTrendNoteAlone: "the same where neither way is better"
        case .chartTarget: "the label of the line of targets"
        case .chartComparison: "the label of the line of a comparator"
        case .chartComparisonLine: "what is read out of the line of a comparator"
        case .chartLine: "what is read out in place of a line"
        case .sparkline: "what is read out in place of a line in a table"
        case .byPeriod: "what a chart that compares periods shows"
        case .keyFigureBefore: "what is said under a key figure of the one of the period before"
        case .keyFigureDirections: "what is said under how many indicators improve"
        case .notRated: "what is said of indicators that have no rating, in charts and key figures"
        case .betterThan, .worseThan:
            "what is printed over the indicators that stand better, or worse, than in the period before"
        case .change: "what follows the name of such an indicator"
        case .subjectOfDirectorate: "the subject of a paper about one directorate"
        case .nothingMoved: "what is said where there are none"
        case .atBest: "what is said of a direction that is stable because the figure cannot be better"
        case .varianceOver, .varianceUnder, .varianceNone: "how far a figure is from its target"
        case .belowRange, .withinRange, .aboveRange: "where a figure is beside the range in which it is expected"
        case .newSinceBefore, .droppedSinceBefore:
            "what is said of an indicator that the round before did not have, or had"
        case .redefinedSinceBefore: "what is said of one that measured something else then"
        case .polarityChanged: "what is said of one of which the other way was better then"
        case .revisedSinceBefore: "what is said of a figure that was another then"
        case .chartRose: "that the latest figure is higher than the first"
        case .chartFell: "that it is lower"
        case .chartLevel: "that it is the same"
        case .chartNoFigure: "what is read out in place of a figure of a line that is missing"
        case .chartTargetMet: "in how many periods the target was met"
        case .chartTargetMissed: "the same where it was missed in the latest"
        case .chartTooFew: "what is said in place of a line"
        case .chartWithheld: "what is said in place of a chart of what may be exempt"
        case .keyDecision: "a key decision with its reference in the forward plan"
        case .allWards: "that a paper is about all wards"
        case .reportTo: "the body that a paper goes to, in the masthead"
        case .clearance: "who has cleared a paper, and when"
        case .noExceptions: "what is said in place of a table of exceptions where not everything else is on course"
        case .onCourseOrDone: "the status of rows that a return counts and does not list"
        case .noException: "the same of rows that the council rates"
        case .withoutStatus: "the status of what has none"
        case .skipLink: "the first link of a web page, which leads past its head"
        case .documentTitle: "the title of a web page, which names its tab"
        case .classifiedTitle: "the same with who may read the paper, and that it is a draft"
        case .pdfLink: "the link from a web page to the PDF of the paper"
        case .pdfLinkOfPage: "the same where the PDF has one page"
        }
    }

    /// The placeholders that its text may have.
    package var names: [String] {
        switch self {
        case .section, .page, .note, .amendedSection: ["number"]
        case .headingReference, .tableReference: ["title"]
        case .date: ["day", "month", "year"]
        case .monthAndYear: ["month", "year"]
        case .comparatorFigure: ["comparator", "period"]
        case .ownFigureThen: ["figure"]
        case .comparatorSource: ["comparator", "source"]
        case .comparatorSources: ["comparators"]
        case .rank: ["rank", "count"]
        case .halfPeriod, .quarterPeriod: ["number", "year"]
        case .periodInFull: ["period", "first", "last"]
        case .figureAsAt: ["date"]
        case .ofPeriod: ["period"]
        case .officersJudgement: ["status"]
        case .listEnd, .listEndAfterCommas: ["items", "last"]
        case .amendmentsSince, .amendmentsNone: ["version"]
        case .completenessTitle: ["round"]
        case .completenessWhole, .completenessSummary: ["complete", "returns", "answered", "units"]
        case .completenessMissingUnits, .completenessAwaited: ["directorate"]
        case .completenessAwaitedSince: ["directorate", "date"]
        case .completenessAsk: ["person"]
        case .proofTitle: ["title", "version"]
        case .figuresChanged, .wordsChanged, .rowAdded, .rowsAdded, .rowRemoved, .rowsRemoved: ["rows"]
        case .rowCount: ["count"]
        case .shorthand: ["meanings"]
        case .exemptNumber, .exemptNumbers: ["numbers"]
        case .exemptSchedule: ["number"]
        case .exemptCitation: ["paragraphs", "law", "descriptions"]
        case .partlyWithheld, .partlyExempt, .withheld, .exempt, .notForPublication, .notForPublicationMark,
            .notForPublicationReason, .exemptPassage, .withheldPassage, .withheldRow, .withheldAppendix:
            ["paragraphs", "citation", "schedule"]
        case .figure, .figureReference, .numberedTable, .numberedTableReference: ["number"]
        case .byDirectorate, .byUnit: ["subject"]
        case .chartStatus, .chartExceptions, .chartEmpty, .noExceptions: ["classes"]
        case .chartStatusNote: ["total", "date"]
        case .chartStatusNoteOfRated: ["total", "date", "reported", "rated"]
        case .keyDecision: ["reference"]
        case .clearance: ["person", "date"]
        case .reportTo: ["body"]
        case .chartComplete: ["classes"]
        case .chartCompleteNote: ["date"]
        case .chartTrend: ["reference", "measure"]
        case .chartTrendNote: ["first", "last", "better"]
        case .chartTrendNoteAlone: ["first", "last"]
        case .chartTarget: ["target"]
        case .chartComparison: ["comparator", "figure"]
        case .chartComparisonLine: ["comparator", "figures"]
        case .chartLine: ["subject", "first", "last", "change", "figures"]
        case .sparkline: ["subject", "first", "last", "figures"]
        case .byPeriod: ["subject"]
        case .keyFigureBefore: ["count", "period"]
        case .keyFigureDirections: ["stable", "worsening"]
        case .betterThan, .worseThan, .nothingMoved: ["period"]
        case .change: ["before", "now"]
        case .subjectOfDirectorate: ["subject", "directorate"]
        case .redefinedSinceBefore, .polarityChanged: ["before"]
        case .atBest: ["direction"]
        case .varianceOver, .varianceUnder: ["amount"]
        case .belowRange, .withinRange, .aboveRange: ["low", "high"]
        case .revisedSinceBefore: ["period", "before", "now"]
        case .chartRose: ["first", "last"]
        case .chartFell: ["first", "last"]
        case .chartLevel: ["last"]
        case .chartTargetMet: ["count", "total"]
        case .chartTargetMissed: ["count", "total"]
        case .chartTooFew: ["measure"]
        case .chartExceptionsNote: ["status", "date"]
        case .chartStackedBar: ["subject", "total", "counts"]
        case .chartStackedBars: ["subject", "total", "counts", "bars"]
        case .chartBars: ["subject", "bars"]
        case .chartCount, .chartKey: ["count", "status", "percent"]
        case .chartCountAlone: ["count", "status"]
        case .chartCountNone: ["status"]
        case .chartShare: ["count", "total", "percent"]
        case .chartShareNone: ["total"]
        case .chartBar: ["label", "share"]
        case .chartBarCounts: ["label", "counts", "total"]
        case .chartData: ["place"]
        case .documentTitle: ["title", "council"]
        case .classifiedTitle: ["title", "council", "classification"]
        case .pdfLink: ["size", "pages"]
        case .pdfLinkOfPage: ["size"]
        case .chartDataReturn, .chartDataReturns: ["directorates"]
        default: []
        }
    }
}
