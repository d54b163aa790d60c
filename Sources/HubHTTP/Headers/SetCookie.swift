/// A cookie to be kept by a browser (RFC 6265, section 4.1). Scripts never see it.
package struct SetCookie: Sendable, Equatable {
  /// When a browser sends the cookie along on requests from other sites.
  package enum SameSite: String, Sendable {
    case strict = "Strict"
    case lax = "Lax"
  }

  package var name: String
  /// Percent-encoded where it holds what a cookie cannot.
  package var value: String
  package var path: String
  /// How long it is kept, in seconds: nil until the browser closes, 0 to remove it.
  package var maxAge: Int?
  /// Whether it is sent over TLS only.
  package var isSecure: Bool
  package var sameSite: SameSite

  package init(
    name: String, value: String, path: String = "/", maxAge: Int? = nil, isSecure: Bool,
    sameSite: SameSite = .lax
  ) {
    self.name = name
    self.value = value
    self.path = path
    self.maxAge = maxAge
    self.isSecure = isSecure
    self.sameSite = sameSite
  }

  /// The value of the `Set-Cookie` field.
  package var text: String {
    var text = name + "=" + SetCookie.safe(value) + "; Path=" + path
    if let maxAge { text += "; Max-Age=\(maxAge)" }
    text += "; HttpOnly; SameSite=" + sameSite.rawValue
    return isSecure ? text + "; Secure" : text
  }

  private static func safe(_ value: String) -> String {
    let fits = value.utf8.allSatisfy {
      $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x2C && $0 != 0x3B && $0 != 0x5C
    }
    return fits ? value : PercentEncoding.encode(value)
  }
}
