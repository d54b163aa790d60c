package import HubHTTP
import HubModel
import HubSQL

/// The API as the network reaches it: finds out who asks, then answers. `API` by itself believes
/// the principal it is given, as a command on the same machine needs it.
package struct FrontDoor: Sendable {
  package let api: API
  package let authenticator: Authenticator
  package let kept: KeptAnswers
  private let pacing: Pacing

  package init(
    _ hub: Hub, settings: SignInSettings = SignInSettings(), pace: PaceSettings = PaceSettings(),
    kept: KeptAnswers = KeptAnswers()
  ) {
    self.kept = kept
    pacing = Pacing(pace)
    let signIn = SignIn(settings)
    api = API(hub, signIn: signIn)
    authenticator = Authenticator(hub, signIn)
    signIn.lockOuts.restore(from: hub)
  }

  /// Keeps what is to outlast the service: to be called when nothing more will be asked.
  package func close() { api.signIn.lockOuts.keep(in: api.hub, isLast: true) }

  /// The largest body that is worth reading of a request, judged by its head, in bytes: less where
  /// it comes without a credential, right or not.
  package func largestBody(of request: Request) -> Int {
    api.match(request).route?.description.largestBody(
      isKnown: authenticator.hasCredential(request)) ?? RouteDescription.smallBody
  }

  /// Answers every request, faults included: at once where the answer was kept or the sender is
  /// refused, else by work.
  ///
  /// - Parameter report: told what is a bug of ours, for the log; never shown to the caller.
  package func answer(
    _ received: Request, report: @escaping @Sendable (any Error) -> Void = { _ in }
  ) -> Answer {
    // A write waits for the disk, and so may finding out who sends it.
    guard received.method.isSafe else {
      return .wait { identified(received, report).response }
    }
    return identified(received, report)
  }

  /// The response to a request, however it comes about.
  package func respond(
    to received: Request, report: @escaping @Sendable (any Error) -> Void = { _ in }
  ) -> Response {
    answer(received, report: report).response
  }

  private func identified(
    _ received: Request, _ report: @escaping @Sendable (any Error) -> Void
  ) -> Answer {
    // Taken first: what is read from here on is at least as new.
    let version = try? api.hub.database.version()
    do {
      return try identified(received, at: version, report)
    } catch {
      let refused = refused(received, error, report)
      guard case SignInRefusal.sessionOver = error else { return .ready(refused) }
      // The browser forgets it, and its next request is anybody's.
      guard isForAnybody(received) else { return .ready(forgettingSession(refused)) }
      var stranger = received
      stranger.headers["Cookie"] = nil
      let answer = try? identified(stranger, at: version, report)
      return (answer ?? .ready(refused)).map { response in
        // Whoever was signed in until now may have seen more. That there is such a thing is not
        // told by it: what is absent is refused in the same words.
        let isKept = [401, 403, 404].contains(response.status)
        return forgettingSession(isKept ? refused : response)
      }
    }
  }

  private func identified(
    _ received: Request, at version: Int64?, _ report: @escaping @Sendable (any Error) -> Void
  ) throws -> Answer {
    var request = try authenticator.authenticate(received, at: version)
    request.dataVersion = version
    if let refusal = refusal(of: request) {
      let response = ProblemDetails(for: request).response(to: refusal, report: report)
      return .ready(Self.finished(response, request))
    }
    return answer(request, at: version, report: report)
  }

  /// What somebody is told who was not let in.
  private func refused(
    _ received: Request, _ error: any Error, _ report: (any Error) -> Void
  ) -> Response {
    var request = received
    request.principal = nil
    return Self.finished(
      ProblemDetails(for: request).response(to: error, report: report), request)
  }

  /// Whether a request reads what nobody has to sign in for.
  private func isForAnybody(_ request: Request) -> Bool {
    request.method == .options
      || request.method.isSafe && api.match(request).route?.description.askers == .anybody
  }

  /// The answer with word to the browser to forget the cookie of a session that is over.
  private func forgettingSession(_ response: Response) -> Response {
    var response = response
    response.headers.add("Set-Cookie", SessionCookie(authenticator.signIn.settings).removal.text)
    response.headers["Cache-Control"] = "no-store"
    return response
  }

  /// Why a request whose sender is known comes too soon; nil where it does not. Whoever runs the
  /// machine is not hurried by their own service.
  private func refusal(of request: Request) -> PaceRefusal? {
    guard !ClientAddress.isNear(request),
      let kind = api.match(request).route?.description.pace(of: request.method)
    else { return nil }
    let caller =
      request.principal.map { Pacing.Caller.person($0) }
      ?? .stranger(address: ClientAddress.of(request, authenticator.signIn.settings))
    return pacing.wait(kind, caller, at: api.hub.steady()).map {
      PaceRefusal(kind: kind, seconds: $0)
    }
  }

  /// Whether a request comes with the credential of somebody who runs the hub.
  package func isOperator(_ request: Request) -> Bool {
    guard let known = try? authenticator.authenticate(request), known.principal != nil else {
      return false
    }
    let isOperator = try? api.hub.read(as: known.identity) { Access.mayReadFigures($0.caller) }
    return isOperator ?? false
  }

  /// The answer to a request whose sender is known: one that was kept, or a new one.
  private func answer(
    _ request: Request, at version: Int64?, report: @escaping @Sendable (any Error) -> Void
  ) -> Answer {
    guard let version, let key = kept.key(of: request, at: api.hub.clock()),
      case let condition = try? request.ifNoneMatch(),
      condition != nil || request.headers["If-None-Match"] == nil
    else {
      return made(for: request, report) { match in
        let response = Self.finished(
          api.respond(to: request, as: match, report: report), request)
        return coded(response, match, gzipped: request.prefersGzip)
          .naming(try? request.ifNoneMatch(), gzipped: request.prefersGzip)
      }
    }
    if let found = kept.answer(key, at: version) { return .ready(found.answering(condition)) }
    return made(for: request, report) { match in
      whole(request, match, key, at: version, report: report).answering(condition)
        .naming(condition, gzipped: key.isGzipped)
    }
  }

  /// What is brief, made in well under a millisecond, is done by the time that somebody else would
  /// have taken it up.
  private func made(
    for request: Request, _ report: @escaping @Sendable (any Error) -> Void,
    _ make: @escaping @Sendable (API.Match) -> Response
  ) -> Answer {
    let match = api.match(request)
    let isBrief = match.route?.description.isBrief ?? true
    return isBrief
      ? .ready(make(match).reporting(report)) : .work { make(match).reporting(report) }
  }

  /// An answer that was not kept, without regard to what the caller has of it.
  private func whole(
    _ request: Request, _ match: API.Match, _ key: KeptAnswers.Key, at version: Int64,
    report: (any Error) -> Void
  ) -> Response {
    if let found = kept.answerToGzip(key, at: version)?.gzipped {
      kept.keep(found, key, at: version)
      return found
    }
    var whole = request
    whole.headers["If-None-Match"] = nil
    let response = api.respond(to: whole, as: match, report: report)
    let finished = coded(Self.finished(response, request), match, gzipped: key.isGzipped)
    if let description = match.route?.description,
      KeptAnswers.mayKeep(response, to: request, of: description)
    {
      kept.keep(finished, key, at: version)
    }
    return finished
  }

  /// The answer with its coding, where it may have one.
  private func coded(_ response: Response, _ match: API.Match, gzipped: Bool) -> Response {
    guard response.isGzippable, match.route?.description.holdsSecret != true else {
      return response
    }
    let answer = response.varying(by: "Accept-Encoding")
    return gzipped ? answer.gzipped : answer
  }

  private static func finished(_ response: Response, _ request: Request) -> Response {
    var response = response
    if response.headers["Vary"] == nil {
      response.headers.add("Vary", "Accept-Language, Authorization, Cookie")
    }
    if request.principal != nil, response.headers["Cache-Control"] == nil {
      response.headers.add("Cache-Control", "private, no-cache")
    }
    return response
  }
}
