// SPDX-License-Identifier: Apache-2.0

extension GeneratedWorkspace {
    /// The rows of actions: sentences of ordinary words, no two rows alike, the same on every run.
    var actionRows: String {
        let works = ["The new library", "The day centre", "The footbridge", "The recycling centre", "The youth club"]
        let places = ["by the harbour", "at the station", "behind the school", "in the old town", "on the coast road"]
        let delays = [
            "has been put back until the spring", "is waiting for planning permission", "will open later than planned",
            "was held up by the weather in the summer", "could not be let before the autumn",
        ]
        let causes = [
            "since the contractor found water beneath the floor", "because the surveyors have asked for more drawings",
            "as the service had nobody to supervise the work", "because residents wanted another place for it",
        ]
        let responses = [
            "Another officer has been appointed, and the work goes on", "The plan has been drawn again with the users",
            "The manager meets the contractor each week", "The money is carried forward to next year’s plan",
        ]
        var text = "unit,ref,action,outcome,status,reason,response,due\n"
        for row in 0..<actions {
            func one(of list: [String], every step: Int) -> String { list[row / step % list.count] }
            let work = "\(one(of: works, every: 1)) \(one(of: places, every: 5))"
            let reason =
                "\(work) \(one(of: delays, every: 25)) \(one(of: causes, every: 125)). The file is no. \(row + 1)."
            let response = "\(one(of: responses, every: 500)). Members will be told at their next meeting."
            text += "\(row < actions / 2 ? "first" : "second"),A \(row + 1),\(work) for site no. \(row + 1),"
            text += "A building that is open to everybody,not on course,\"\(reason)\",\"\(response)\",2010-03\n"
        }
        return text
    }
}
