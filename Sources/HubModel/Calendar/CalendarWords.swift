/// The names of months and weekdays in both languages: the only place where they are written.
enum CalendarWords {
  static func months(_ language: Language) -> [String] { language == .en ? monthsEn : monthsFr }
  static func shortMonths(_ language: Language) -> [String] { language == .en ? shortEn : shortFr }
  /// From Monday.
  static func weekdays(_ language: Language) -> [String] { language == .en ? daysEn : daysFr }

  private static let monthsEn = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let monthsFr = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]
  private static let shortEn = [
    "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.",
    "Dec.",
  ]
  private static let shortFr = [
    "janv.", "févr.", "mars", "avril", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.",
    "déc.",
  ]
  private static let daysEn = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let daysFr = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
  ]

  /// 1 to 12 by the folded name or a short form of it, without a dot.
  static let month: [[UInt8]: Int] = table(
    [monthsEn, monthsFr, shortEn, shortFr],
    short: [
      ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
      ["janv", "fev", "mars", "avr", "mai", "juin", "juil", "aou", "sept", "oct", "nov", "dec"],
    ])

  /// 1 (Monday) to 7 by the folded name or a short form of it, without a dot.
  static let weekday: [[UInt8]: Int] = table(
    [daysEn, daysFr],
    short: [
      ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
      ["", "tues", "", "thur", "", "", ""],
      ["", "", "", "thurs", "", "", ""],
      ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"],
    ])

  private static func table(_ lists: [[String]], short: [[String]]) -> [[UInt8]: Int] {
    var table: [[UInt8]: Int] = [:]
    for list in lists + short {
      for (index, word) in list.enumerated() where !word.isEmpty {
        table[Folding.folded(word).filter { $0 != 0x2E }] = index + 1
      }
    }
    return table
  }
}
