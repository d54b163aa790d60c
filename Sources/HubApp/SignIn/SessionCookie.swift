import HubHTTP
import HubModel

/// The cookie that carries a session's secret. Scripts never see it, and other sites' forms do
/// not send it along.
struct SessionCookie {
  private let settings: SignInSettings

  init(_ settings: SignInSettings) { self.settings = settings }

  func keeping(_ secret: String) -> SetCookie {
    cookie(secret, maxAge: Int(settings.sessionLife / 1000))
  }

  /// What makes a browser forget it.
  var removal: SetCookie { cookie("", maxAge: 0) }

  private func cookie(_ value: String, maxAge: Int) -> SetCookie {
    SetCookie(
      name: settings.cookieName, value: value, path: settings.cookiePath, maxAge: maxAge,
      isSecure: settings.isSecure)
  }
}
