/// Somebody who has no account, as people name them: a name, and a function and an organization where
/// these are said.
public struct ParticipantByName: Sendable, Hashable {
  public var name: String
  public var function: String?
  public var organization: String?

  public init(_ name: String, function: String? = nil, organization: String? = nil) {
    self.name = name
    self.function = function
    self.organization = organization
  }

  /// `Jane Roe (Director, Ministry of Labour)`; a semicolon stands between the two where either has a
  /// comma.
  public var said: String {
    let about = [function, organization].compactMap(\.self)
    guard !about.isEmpty else { return name }
    let separator = about.contains { $0.utf8.contains(0x2C) } ? "; " : ", "
    return "\(name) (\(about.joined(separator: separator)))"
  }
}

/// Somebody as a file names them: by the handle of their account, or by name where they have none.
public enum PersonInFile: Sendable, Hashable {
  /// Without `@`.
  case handle(String)
  case named(ParticipantByName)

  public var handle: String? {
    if case .handle(let handle) = self { handle } else { nil }
  }

  public var participant: ParticipantByName? {
    if case .named(let participant) = self { participant } else { nil }
  }
}
