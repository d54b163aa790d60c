package import HubHTTP
import HubModel

/// The API as the network reaches it: finds out who asks, then answers. `API` by itself believes
/// the principal it is given, as a command on the same machine needs it.
package struct Service: Sendable {
  package let api: API
  package let authenticator: Authenticator

  package init(_ hub: Hub, settings: SignInSettings = SignInSettings()) {
    let signIn = SignIn(settings)
    api = API(hub, signIn: signIn)
    authenticator = Authenticator(hub, signIn)
  }

  /// Answers every request, faults included.
  ///
  /// - Parameter report: told what is a bug of ours, for the log; never shown to the caller.
  package func respond(
    to received: Request, report: (any Error) -> Void = { _ in }
  ) -> Response {
    var request = received
    var response: Response
    do {
      request = try authenticator.authenticate(received)
      response = api.respond(to: request, report: report)
    } catch {
      request.principal = nil
      response = ProblemDetails(for: request).response(to: error, report: report)
      if case SignInRefusal.sessionOver = error {
        // The browser forgets it, and its next request is anybody's.
        response.headers.add(
          "Set-Cookie", SessionCookie(authenticator.signIn.settings).removal.text)
        response.headers["Cache-Control"] = "no-store"
      }
    }
    if response.headers["Vary"] == nil {
      response.headers.add("Vary", "Accept-Language, Authorization, Cookie")
    }
    if request.principal != nil, response.headers["Cache-Control"] == nil {
      response.headers.add("Cache-Control", "private, no-cache")
    }
    return response
  }
}
