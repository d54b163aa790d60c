import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Synchronization
import Testing

/// The service as the network reaches it, over the story's hub, with a clock that tests move.
struct Door {
  let hub: Hub
  let service: FrontDoor
  let clock: MovingClock

  static let password = "trois chevaux mauves"

  /// - Parameter busyTimeout: how many milliseconds a write waits for another process's.
  init(
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

  func send(
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
  func locally(_ method: Method, _ path: String, _ body: JSON? = nil, as handle: String) throws
    -> JSON
  {
    var request = Request(
      method, "/api/v1" + path, headers: ["Content-Type": "application/json"],
      body: (body ?? [:]).written(), id: "test")
    request.principal = handle
    let answer = service.api.respond(to: request)
    let text = try answer.text
    #expect(answer.status < 300, "\(text)")
    return answer.status == 204 ? .null : try answer.json
  }

  /// Gives the person the password, by an invitation.
  func invite(_ handle: String, password: String = Door.password) throws {
    let made = try locally(.post, "/people/@\(handle)/invitations", as: "admin")
    let secret = try #require(made["secret"]?.string)
    let answer = send(
      .post, "/invitations", ["secret": .string(secret), "password": .string(password)])
    try #require(answer.status == 201)
  }

  func signIn(
    _ handle: String, password: String = Door.password, _ headers: Headers = Headers(),
    from address: String? = "192.0.2.1"
  ) -> Response {
    send(
      .post, "/sessions", ["handle": .string(handle), "password": .string(password)], headers,
      from: address)
  }

  /// A token of the person's, made on the machine itself.
  func token(_ handle: String, _ scopes: [String] = ["read"], expires: String? = nil) throws
    -> String
  {
    var body: [JSON.Member] = [
      .init(name: "name", value: "Test"),
      .init(name: "scopes", value: .array(scopes.map { .string($0) })),
    ]
    if let expires { body.append(.init(name: "expires", value: .string(expires))) }
    return try #require(
      locally(.post, "/tokens", .object(body), as: handle)["token"]?.string)
  }

  func bearer(_ token: String) -> Headers { ["Authorization": "Bearer \(token)"] }
}

/// A clock that stands still until it is moved.
final class MovingClock: Sendable {
  private struct State {
    var now: Int64
    var steady: Int64 = 0
  }

  private let state: Mutex<State>

  init(_ text: String) { state = Mutex(State(now: Moment(text)?.milliseconds ?? 0)) }

  var now: Moment { Moment(milliseconds: state.withLock { $0.now }) }

  /// What has gone by, however the clock was set meanwhile.
  var steady: Int64 { state.withLock { $0.steady } }

  /// Time goes by.
  func advance(hours: Int = 0, minutes: Int = 0, seconds: Int = 0) {
    let step = Int64((hours * 60 + minutes) * 60 + seconds) * 1000
    state.withLock {
      $0.now += step
      $0.steady += step
    }
  }

  /// Somebody sets the clock forward, or back.
  func set(hours: Int) { state.withLock { $0.now += Int64(hours) * 3_600_000 } }
}

extension Response {
  /// The cookie that the answer sets, as a browser sends it back.
  var cookie: Headers {
    get throws {
      let set = try #require(headers["Set-Cookie"])
      return ["Cookie": String(set.prefix { $0 != ";" })]
    }
  }

  /// The cookie, from a page of the hub itself.
  var page: Headers {
    get throws {
      var headers = try cookie
      headers.add("Sec-Fetch-Site", "same-origin")
      return headers
    }
  }

  /// The code of a problem.
  var code: String? { get throws { try json["code"]?.string } }
}
