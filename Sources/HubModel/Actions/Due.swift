/// By when something is to be done, as people say it where that is no day: *at the next meeting*,
/// *ongoing*, *as soon as possible*, *spring 2027*.
public enum Due: Sendable, Hashable {
  /// The meeting of the body after the one that it came from.
  case nextMeeting
  /// It has no end.
  case ongoing
  case asSoonAsPossible
  case period(DuePeriod)

  private static let words: [(due: Due, code: String)] = [
    (.nextMeeting, "nextMeeting"), (.ongoing, "ongoing"), (.asSoonAsPossible, "asSoonAsPossible"),
  ]

  /// As the API and the file of the hub have it: `nextMeeting`, `2027-spring`, `2027-03-end`.
  public var code: String {
    if case .period(let period) = self { return period.code }
    return Self.words.first { $0.due == self }?.code ?? ""
  }

  /// nil for what is no code.
  public init?(code: some StringProtocol) {
    if let word = Self.words.first(where: { $0.code == code }) {
      self = word.due
    } else if let period = DuePeriod(code: code) {
      self = .period(period)
    } else {
      return nil
    }
  }

  /// The day after which it is late, where what was said tells one by itself.
  public var lastDay: Day? {
    if case .period(let period) = self { period.lastDay } else { nil }
  }

  /// Whether it is a year that is so far away that a sum was meant.
  public func isFar(from today: Day) -> Bool {
    if case .period(let period) = self, period.part == .whole, !period.isEnd {
      return period.year > today.civil.year && !DueWords.isNear(period.year, today)
    }
    return false
  }

  /// `at the next meeting`, « printemps 2027 ».
  public func said(in language: Language) -> String {
    if case .period(let period) = self { return period.said(in: language) }
    return DueWords.fixed.word(for: self, in: language)
  }

  /// After *extended* and « reportée »: `to the next meeting`, « au printemps 2027 ».
  func until(in language: Language) -> String {
    guard case .period(let period) = self else {
      return language == .en ? "to the next meeting" : "à la prochaine réunion"
    }
    let said = period.said(in: language)
    guard language == .fr else { return "to " + said }
    guard !period.isEnd else { return "à la " + said }
    return switch period.part {
    case .season(.spring), .quarter: "au " + said
    case .season: "à l’" + said
    case .month, .whole: "à " + said
    }
  }
}

extension DuePeriod {
  /// `by spring 2027`, « d’ici le printemps 2027 », « d’ici fin mars 2027 ».
  func by(in language: Language) -> String {
    let said = said(in: language)
    guard language == .fr else { return "by " + said }
    guard !isEnd else { return "d’ici " + said }
    return switch part {
    case .season(.spring), .quarter: "d’ici le " + said
    case .season: "d’ici l’" + said
    case .month, .whole: "d’ici " + said
    }
  }
}
