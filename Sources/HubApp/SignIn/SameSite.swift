import HubHTTP

/// Tells whether a page of the hub itself made a browser send a request, so that no other site
/// can act with somebody's cookie.
struct SameSite: Sendable {
  private let settings: SignInSettings

  init(_ settings: SignInSettings) { self.settings = settings }

  /// The browser says that it was a page of the hub, or the person directly.
  func isCertain(_ request: Request) -> Bool { says(request) ?? false }

  /// The browser says that it was another site. Programs say nothing.
  func isForeign(_ request: Request) -> Bool { says(request) == false }

  private func says(_ request: Request) -> Bool? {
    if let fetch = request.headers.joined("Sec-Fetch-Site") {
      return fetch == "same-origin" || fetch == "none"
    }
    guard let origin = request.headers.joined("Origin") else { return nil }
    if let own = settings.address?.origin { return origin.lowercased() == own }
    guard let host = request.headers["Host"], !host.isEmpty else { return false }
    // Over TLS a page that came without it is another one, which anybody on the way could write.
    let schemes = settings.isSecure ? ["https://"] : ["http://", "https://"]
    return schemes.contains { origin.lowercased() == $0 + host.lowercased() }
  }
}
