/// Why the hub did not do what it was asked; nothing was changed.
///
/// Each case is mapped once to an HTTP answer, once to a form message and once to an exit status.
public enum Refusal: Error, Sendable, Hashable {
  /// Understood, and refused by rules: every fault at once.
  case invalid([Fault])
  /// Not to be read at all: malformed JSON, an unknown parameter.
  case malformed([Fault])
  /// Absent, or not to be seen: the same answer.
  case notFound(String)
  /// Seen, but not allowed. The fault says what would be needed.
  case notAllowed(Fault)
  /// Nobody is signed in, and somebody must be.
  case signInRequired
  /// Somebody else changed the record since it was read; the current version is told, and what
  /// changed where that is known.
  case stale(Reference, current: Int, changed: [Reference] = [])
  /// It contradicts what is there.
  case conflict(Fault)
  /// A write must say which version it changes.
  case versionRequired
  /// Storage cannot take the write now: busy or full. Nothing was lost; try again.
  case unavailable(Fault)

  /// One fault, as a rule's refusal.
  public static func fault(
    _ code: String, at pointer: String = "", _ arguments: [String: String] = [:]
  ) -> Refusal {
    .invalid([Fault(code, at: pointer, arguments)])
  }
}
