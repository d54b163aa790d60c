package import HubHTTP

extension API {
  /// What a request leads to.
  typealias Match = Router<Context, RouteDescription>.Match

  /// The same API answered from another hub, such as one that is bound to a transaction.
  func with(_ hub: Hub) -> API { API(hub, signIn: signIn) }

  /// What a request leads to: looked up once and handed on.
  func match(_ request: Request) -> Match { Self.router.match(request.method, request.path) }

  /// Answers every request, faults included: what is thrown becomes problem details, in one place.
  ///
  /// - Parameter report: told what is a bug of ours, for the log; never shown to the caller.
  package func respond(
    to request: Request, report: (any Error) -> Void = { _ in }
  ) -> Response {
    respond(to: request, as: match(request), report: report)
  }

  /// The same for a request of which is known what it leads to, and of what it is part.
  func respond(
    to request: Request, as match: Match, within surroundings: Surroundings = .none,
    report: (any Error) -> Void = { _ in }
  ) -> Response {
    do {
      if let description = match.route?.description {
        try description.admit(request, within: surroundings)
        try description.admit(request.identity, to: hub)
        if let key = request.headers["Idempotency-Key"],
          try description.keepsAnswer(to: request)
        {
          return try Idempotency.respond(to: request, as: match, key: key, self, report: report)
        }
      }
      guard request.method == .get || request.method == .head else {
        return try answer(request, as: match)
      }
      let condition = try request.ifNoneMatch()
      return try answer(request, as: match).tagged.answering(condition)
    } catch {
      return ProblemDetails(for: request).response(to: error, report: report)
    }
  }

  private func answer(_ request: Request, as match: Match) throws -> Response {
    var request = request
    // What may have landed is answered as it is, whoever still listens.
    if match.route?.description.writes ?? false { request.isAwaited = { true } }
    return try Self.router.answer(request.method, as: match) { parameters in
      Context(request: request, parameters: parameters, hub: hub, signIn: signIn)
    }
  }
}
