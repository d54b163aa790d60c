package import HubApp
package import HubHTTP
package import HubModel
import HubSQL
package import HubText
import Synchronization

/// The service as the network reaches it, over the story's hub, with a clock that tests move.
package struct Door {
  package let hub: Hub
  package let service: FrontDoor
  package let clock: MovingClock

  package static let password = "trois chevaux mauves"

  /// - Parameter busyTimeout: how many milliseconds a write waits for another process's.
  package init(
    path: String = ":memory:", busyTimeout: Int32 = 5000,
    _ settings: SignInSettings = SignInSettings()
  ) throws {
    let clock = MovingClock("2019-05-01T16:00:00Z")
    self.clock = clock
    var hub = try Hub.open(
      path, create: true, busyTimeout: busyTimeout, clock: { clock.now })
    hub.steady = { clock.steady }
    self.hub = hub
    try Story.tell(in: hub)
    service = FrontDoor(hub, settings: settings)
  }

  package func send(
    _ method: Method, _ path: String, _ body: JSON? = nil, _ headers: Headers = Headers(),
    from address: String? = "192.0.2.1"
  ) -> Response {
    var headers = headers
    if body != nil { headers.add("Content-Type", "application/json") }
    return service.respond(
      to: Request(
        method, "/api/v1" + path, headers: headers, body: body?.written() ?? [], id: "test",
        remoteAddress: address))
  }

  /// What a command on the same machine may do.
  @discardableResult
  package func locally(_ method: Method, _ path: String, _ body: JSON? = nil, as handle: String)
    throws
    -> JSON
  {
    var request = Request(
      method, "/api/v1" + path, headers: ["Content-Type": "application/json"],
      body: (body ?? [:]).written(), id: "test")
    request.principal = handle
    let answer = service.api.respond(to: request)
    guard answer.status < 300 else { throw Unexpected(answer: try answer.text) }
    return answer.status == 204 ? .null : try answer.json
  }

  /// Gives the person the password, by an invitation.
  package func invite(_ handle: String, password: String = Door.password) throws {
    let made = try locally(.post, "/people/@\(handle)/invitations", as: "admin")
    guard let secret = made["secret"]?.string else { throw Unexpected(answer: made.text) }
    let answer = send(
      .post, "/invitations", ["secret": .string(secret), "password": .string(password)])
    guard answer.status == 201 else { throw Unexpected(answer: try answer.text) }
  }

  package func signIn(
    _ handle: String, password: String = Door.password, _ headers: Headers = Headers(),
    from address: String? = "192.0.2.1"
  ) -> Response {
    send(
      .post, "/sessions", ["handle": .string(handle), "password": .string(password)], headers,
      from: address)
  }

  /// A token of the person's, made on the machine itself.
  package func token(_ handle: String, _ scopes: [String] = ["read"], expires: String? = nil) throws
    -> String
  {
    var body: [JSON.Member] = [
      .init(name: "name", value: "Test"),
      .init(name: "scopes", value: .array(scopes.map { .string($0) })),
    ]
    if let expires { body.append(.init(name: "expires", value: .string(expires))) }
    let made = try locally(.post, "/tokens", .object(body), as: handle)
    guard let token = made["token"]?.string else { throw Unexpected(answer: made.text) }
    return token
  }

  package func bearer(_ token: String) -> Headers { ["Authorization": "Bearer \(token)"] }
}

/// An answer without which a test cannot go on.
struct Unexpected: Error {
  let answer: String
}

/// A clock that stands still until it is moved.
package final class MovingClock: Sendable {
  private struct State {
    var now: Int64
    var steady: Int64 = 0
  }

  private let state: Mutex<State>

  package init(_ text: String) { state = Mutex(State(now: Moment(text)?.milliseconds ?? 0)) }

  package var now: Moment { Moment(milliseconds: state.withLock { $0.now }) }

  /// What has gone by, however the clock was set meanwhile.
  package var steady: Int64 { state.withLock { $0.steady } }

  /// Time goes by.
  package func advance(hours: Int = 0, minutes: Int = 0, seconds: Int = 0) {
    let step = Int64((hours * 60 + minutes) * 60 + seconds) * 1000
    state.withLock {
      $0.now += step
      $0.steady += step
    }
  }

  /// Somebody sets the clock forward, or back.
  package func set(hours: Int) { state.withLock { $0.now += Int64(hours) * 3_600_000 } }
}

extension Response {
  /// The cookie that the answer sets, as a browser sends it back.
  package var cookie: Headers {
    get throws {
      guard let set = headers["Set-Cookie"] else { throw Unexpected(answer: try text) }
      return ["Cookie": String(set.prefix { $0 != ";" })]
    }
  }

  /// The cookie, from a page of the hub itself.
  package var page: Headers {
    get throws {
      var headers = try cookie
      headers.add("Sec-Fetch-Site", "same-origin")
      return headers
    }
  }

  /// The code of a problem.
  package var code: String? { get throws { try json["code"]?.string } }
}
