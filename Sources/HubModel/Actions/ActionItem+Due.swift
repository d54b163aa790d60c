extension ActionItem {
  /// By when it is to be done, as people said it: a day, or words.
  public struct DueSaid: Sendable, Hashable {
    public var day: Day?
    public var due: Due?

    public init(day: Day? = nil, due: Due? = nil) { (self.day, self.due) = (day, due) }

    public var isEmpty: Bool { day == nil && due == nil }

    /// Whether the same was said: the day that follows from words is not part of it, and minutes do
    /// not have it.
    public func isAlike(_ other: DueSaid) -> Bool {
      due == other.due && (due != nil || day == other.day)
    }

    /// `spring 2027`, `Jan. 15, 2027`, « à la prochaine réunion (12 janv. 2027) » once that was held.
    public func written(in language: Language) -> String {
      let day = day?.short(in: language)
      guard let due else { return day ?? "" }
      guard due == .nextMeeting, let day else { return due.said(in: language) }
      return "\(due.said(in: language)) (\(day))"
    }
  }

  /// As it is now.
  public var said: DueSaid { DueSaid(day: dueOn, due: due.flatMap { Due(code: $0) }) }

  /// As it was said first, where it was moved.
  public var firstSaid: DueSaid {
    if let firstDue { return DueSaid(day: firstDueOn, due: Due(code: firstDue)) }
    return firstDueOn.map { DueSaid(day: $0) } ?? said
  }

  /// Whether somebody said otherwise by when: a day that follows from words is nobody's to say.
  public func isDueAlike(_ former: ActionItem) -> Bool {
    // Of what is no next meeting it does not matter when it was said.
    said.isAlike(former.said) && (dueSaidOn == nil || dueSaidOn == former.dueSaidOn)
  }

  /// Is due when another one is.
  public mutating func takeDue(of other: ActionItem) {
    (dueOn, due, dueSaidOn) = (other.dueOn, other.due, other.dueSaidOn)
  }

  /// Keeps what was said first, once it is moved.
  public mutating func keepFirst(of former: ActionItem) {
    guard (dueOn, due) != (former.dueOn, former.due), firstDueOn == nil, firstDue == nil else {
      return
    }
    (firstDueOn, firstDue) = (former.dueOn, former.due)
  }
}
