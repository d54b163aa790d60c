extension ParticipantByName {
  /// Why a text names nobody.
  public struct Unreadable: Error, Sendable {
    public let problem: NameForm.Problem
  }

  /// Reads `Jane Roe (Director, Ministry of Labour)`.
  public static func read(_ text: some StringProtocol) -> Result<ParticipantByName, Unreadable> {
    let bytes = Array(text.utf8)[...]
    if Escapes.oddBracket(bytes) != nil { return .failure(.init(problem: .bracketNotClosed)) }
    let parentheses = Escapes.parentheses(Blanks.trimmed(bytes))
    var participant = ParticipantByName(plain(parentheses?.before ?? bytes))
    participant.name = NameForm.unquoted(participant.name).name
    if let problem = NameForm.problem(in: participant.name) {
      return .failure(.init(problem: problem))
    }
    guard let inside = parentheses?.inside else { return .success(participant) }
    guard participant.take(parts(inside)) else {
      return .failure(.init(problem: .functionOrOrganization))
    }
    return .success(participant)
  }

  /// What stands between semicolons, or between commas where there are none.
  static func parts(_ inside: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let parts = Escapes.parts(inside, 0x3B, keepingEmpty: true)
    return parts.count > 1 ? parts : Escapes.parts(inside, 0x2C, keepingEmpty: true)
  }

  /// Takes a function and an organization; false where there is more, or they are known already.
  mutating func take(_ parts: [ArraySlice<UInt8>]) -> Bool {
    let texts = parts.map(Self.plain)
    guard texts.count <= 2, function == nil, organization == nil else { return false }
    function = texts.first.flatMap { $0.isEmpty ? nil : $0 }
    organization = texts.count < 2 || texts[1].isEmpty ? nil : texts[1]
    return true
  }

  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    NameForm.plain(String(decoding: Escapes.unescaped(bytes), as: UTF8.self))
  }
}
