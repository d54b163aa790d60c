/// The two languages in which the hub speaks and in which a network keeps its texts.
public enum Language: String, Sendable, CaseIterable, Hashable {
  case en, fr

  public var other: Language { self == .en ? .fr : .en }
}
