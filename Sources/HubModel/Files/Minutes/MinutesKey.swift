/// A keyword of a minutes file. What there is to it is its entry in `MinutesDocument.keys` or in
/// `MinutesDocument.Item.keys`.
public enum MinutesKey: String, Sendable, Hashable, CaseIterable {
  // Of the meeting.
  case meeting, revision, present, guests, excused, absent, workers, participants
  case calledToOrder, adjourned, nextMeeting, correctionsUntil
  // Of an item.
  case item, added, status, visibility, recused, quorumLost

  public var isOfItem: Bool { MinutesDocument.Item.keys.has(self) }

  /// The keyword as a file in this language has it.
  public func word(in language: Language) -> String { Self.words.word(for: self, in: language) }
}

extension MinutesKey: FileKey {
  static let words = WordTable(
    MinutesDocument.keys.entries.map(\.words) + MinutesDocument.Item.keys.entries.map(\.words))
}
