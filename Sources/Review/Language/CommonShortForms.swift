// SPDX-License-Identifier: Apache-2.0

/// Short forms that a reader of a council's papers knows without being told.
enum CommonShortForms {
    /// Kept short: whoever reads a paper has never worked for a council.
    static let known: Set = [
        // Countries, and what is known by no other name.
        "UK", "GB", "EU", "UN", "US", "USA", "NHS", "BBC", "ITV", "BT", "MP", "MPs", "HM", "HMRC", "NATO", "UNESCO",
        "UNICEF", "RSPCA", "NSPCC", "RAF", "AA", "RAC", "QR", "CD", "DVD", "PC", "TV", "CCTV", "GPS", "LED", "WC",
        // Health, schools and work.
        "GP", "HIV", "AIDS", "DNA", "MMR", "GCSE", "BSc", "BA", "MA", "PE", "AGM", "CV", "ID", "HR", "PR", "VAT",
        "PAYE", "ISA",
        "MOT", "HGV", "PIN", "ATM", "FAQ", "PDF", "HTML", "URL", "SMS", "IT", "ICT", "USB", "ISBN", "CSV",
        // Times, honours and marks.
        "AM", "PM", "BC", "AD", "GMT", "BST", "OBE", "MBE", "CBE", "QC", "KC", "NB", "PS", "OK", "DIY", "SOS", "TBC",
        "YMCA",
        // Units of measure.
        "MW", "GW", "KW", "MB", "GB", "TB", "KM", "HA",
    ]
}
