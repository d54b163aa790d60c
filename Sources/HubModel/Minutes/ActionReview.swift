/// What a later meeting said of an action: that it is done, goes on, has until another day or, in
/// words, another time, or is dropped.
public struct ActionReview: Listed {
  public var action: ID<ActionItem>
  public var became: Became
  /// The new day, of one that was extended.
  public var until: Day?
  /// Until when, where people said it otherwise: a period, or the next meeting.
  public var due: Due?
  /// Why, where that was said.
  public var reason: String?

  /// What became of it.
  public enum Became: String, Sendable, CaseIterable {
    case done, ongoing, extended, dropped
  }

  public init(
    _ action: ID<ActionItem>, _ became: Became, until: Day? = nil, due: Due? = nil,
    reason: String? = nil
  ) {
    (self.action, self.became, self.until, self.reason) = (action, became, until, reason)
    self.due = due
  }

  /// The day after which what was extended is late, where what was said tells one by itself.
  public var lastDay: Day? { until ?? due?.lastDay }

  /// What somebody can be given until.
  static func canExtend(to due: Due) -> Bool {
    switch due {
    case .nextMeeting, .period: true
    case .ongoing, .asSoonAsPossible: false
    }
  }

  public static var listKind: FieldKind { .words }

  public var named: Reference? { action.reference }

  /// `A-31=done`, `A-32=extended/2027-01-15/`, `A-34=extended/nextMeeting/`, `A-33=dropped//No money`: a
  /// comma ends a word of a list, so it is written as `%2C`.
  public init?(word: Substring) {
    let sides = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, let reference = Reference(sides[0]),
      let action = ID<ActionItem>(reference)
    else { return nil }
    let parts = sides[1].split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard let became = parts.first.flatMap({ Became(rawValue: String($0)) }) else { return nil }
    let said = parts.count > 1 ? String(parts[1]) : ""
    let until = Day(said)
    let due = until == nil ? Due(code: said).flatMap { Self.canExtend(to: $0) ? $0 : nil } : nil
    guard (became == .extended) == (until != nil || due != nil) else { return nil }
    let reason = parts.count > 2 && !parts[2].isEmpty ? String(parts[2]) : nil
    self.init(
      action, became, until: until, due: due,
      reason: reason?.replacing("%2C", with: ",").replacing("%25", with: "%"))
  }

  public var word: String {
    let reason = reason?.replacing("%", with: "%25").replacing(",", with: "%2C")
    let said = until?.description ?? due?.code ?? ""
    let rest = said.isEmpty && reason == nil ? "" : "/\(said)/\(reason ?? "")"
    return "\(action)=\(became.rawValue)\(rest)"
  }
}
