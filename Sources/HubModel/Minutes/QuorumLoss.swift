/// That the body lost its quorum while an item was dealt with, and at what hour where that was said.
public struct QuorumLoss: Sendable, Hashable {
  public var at: SaidHour?

  public init(at: SaidHour? = nil) { self.at = at }
}
