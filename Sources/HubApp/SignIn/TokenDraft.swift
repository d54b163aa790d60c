import HubHTTP
import HubModel
import HubText

/// What a token is asked to be.
struct TokenDraft {
  let name: String
  let scopes: Scopes
  let expires: Moment

  /// - Throws: `Refusal` with every fault.
  init(_ json: JSON, _ settings: SignInSettings, in reading: Reading) throws {
    var members = try RequestMembers(json, known: ["name", "scopes", "expires"])
    let name = members.text("name")
    let isLine = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    if name.count > AccessToken.longestName || !isLine {
      members.fault("tokenName", "name", ["most": String(AccessToken.longestName)])
    }
    let words = members.list("scopes") ?? Scopes.read.names
    let scopes = Scopes(names: words)
    if scopes == nil {
      let known = Scopes.named.map(\.name).joined(separator: ", ")
      members.fault("tokenScopes", "scopes", ["known": known])
    }
    let latest = reading.now.milliseconds + settings.longestTokenLife
    var expires = reading.now.milliseconds + settings.tokenLife
    if let text = members.optionalText("expires") {
      if let moment = Self.moment(text, in: reading) {
        expires = moment.milliseconds
      } else {
        members.fault("unreadableMoment", "expires", ["text": text])
      }
    }
    if expires <= reading.now.milliseconds { members.fault("tokenExpiryPast", "expires") }
    if expires > latest {
      let days = settings.longestTokenLife / SignInSettings.day
      members.fault("tokenExpiryFar", "expires", ["days": String(days)])
    }
    try members.finish()
    self.name = name
    self.scopes = scopes ?? .read
    self.expires = Moment(milliseconds: expires)
  }

  /// A moment, or the end of a day by the clocks of the caller's network.
  private static func moment(_ text: String, in reading: Reading) -> Moment? {
    if let day = Day(text) {
      return Moment(day.adding(days: 1), minute: 0, in: reading.caller.zone)
    }
    return Moment(text)
  }
}
