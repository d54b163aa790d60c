import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

@Suite struct ThrottleTests {
  static func moment(_ seconds: Int) -> Int64 { Int64(seconds) * 1000 }

  @Test func `five attempts are free, then each waits longer, up to a quarter of an hour`() {
    let throttle = Throttle()
    var now = 0
    var waits: [Int] = []
    for _ in 0..<18 {
      while case .refused(let seconds, _) = throttle.admit(
        .person(1), from: "a", at: Self.moment(now))
      {
        waits.append(seconds)
        now += seconds
      }
    }
    #expect(
      waits == [5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900, 900, 900])
  }

  @Test func `a success forgets the person's failures at that address only`() {
    let throttle = Throttle()
    let now = Self.moment(0)
    for address in ["a", "b"] {
      for _ in 0..<4 { _ = throttle.admit(.person(1), from: address, at: now) }
    }
    #expect(throttle.admit(.person(1), from: "a", at: now) == .admitted)
    throttle.succeed(.person(1), from: "a")
    for _ in 0..<5 { #expect(throttle.admit(.person(1), from: "a", at: now) == .admitted) }
    #expect(throttle.admit(.person(1), from: "a", at: now) != .admitted)
    #expect(throttle.admit(.person(1), from: "b", at: now) == .admitted)
    #expect(throttle.admit(.person(1), from: "b", at: now) != .admitted)
  }

  @Test func `an address that tries many names is slowed down`() {
    let throttle = Throttle()
    let answers = (1...25).map {
      throttle.admit(.person(Int64($0)), from: "a", at: Self.moment(0))
    }
    #expect(answers.prefix(20).allSatisfy { $0 == .admitted })
    #expect(answers[20] == .refused(seconds: 5, isFirst: true))
    #expect(answers[21] == .refused(seconds: 5, isFirst: false))
    #expect(throttle.admit(.person(1), from: "b", at: Self.moment(0)) == .admitted)
  }

  @Test func `guesses from everywhere do not lock out who has signed in before`() {
    let throttle = Throttle()
    _ = throttle.admit(.person(1), from: "home", at: Self.moment(0))
    throttle.succeed(.person(1), from: "home")
    for number in 0..<40 {
      _ = throttle.admit(.person(1), from: "attacker \(number)", at: Self.moment(0))
    }
    #expect(throttle.admit(.person(1), from: "one more", at: Self.moment(0)) != .admitted)
    #expect(throttle.admit(.person(1), from: "home", at: Self.moment(0)) == .admitted)
  }

  @Test func `an attempt that was not judged does not count`() {
    let throttle = Throttle()
    for _ in 0..<50 {
      #expect(throttle.admit(.person(1), from: "a", at: Self.moment(0)) == .admitted)
      throttle.release(.person(1), "a")
    }
  }

  @Test(arguments: [-24 * 365, -1, 24])
  func `a clock that is set otherwise makes nobody wait longer, and no guess free`(
    hours: Int
  ) throws {
    let door = try Door()
    try door.invite("staff")
    for _ in 0..<5 { #expect(door.signIn("staff", password: "wrong wrong wrong").status == 401) }
    door.clock.set(hours: hours)
    #expect(door.signIn("staff").headers["Retry-After"] == "5")
    door.clock.advance(seconds: 4)
    #expect(door.signIn("staff").headers["Retry-After"] == "1")
    door.clock.advance(seconds: 1)
    #expect(door.signIn("staff").status == 201)
  }

  @Test func `what is kept is bounded`() {
    let throttle = Throttle(limit: 100)
    for number in 0..<5000 {
      _ = throttle.admit(
        .unknown([UInt8(number & 255), UInt8(number >> 8)]), from: "\(number)",
        at: Self.moment(number))
    }
    #expect(throttle.count <= 100)
  }

  @Test func `sign-in is throttled, says for how long, and leaves word once`() throws {
    let door = try Door()
    try door.invite("staff")
    for _ in 0..<5 { #expect(door.signIn("staff", password: "wrong wrong wrong").status == 401) }
    let refused = door.signIn("staff")
    #expect(refused.status == 429)
    #expect(refused.headers["Retry-After"] == "5")
    #expect(try refused.code == "throttled")
    #expect(door.signIn("staff", from: "192.0.2.99").status == 201)
    door.clock.advance(seconds: 5)
    #expect(door.signIn("staff").status == 201)
    for _ in 0..<9 { _ = door.signIn("staff", password: "wrong wrong wrong") }
    let acts = try door.hub.database.read { connection in
      try connection.query(
        "SELECT content, record, actor FROM history WHERE act = 'throttle' ORDER BY id"
      ) { "\($0.string(0)) \($0.isNull(1)) \($0.isNull(2))" }
    }
    #expect(acts == Array(repeating: "{\"person\":\"P-2\"} true true", count: 2))
  }

  @Test func `a proxy's callers are told apart, and cannot pretend to be others`() throws {
    var settings = SignInSettings()
    settings.trustedProxies = ["10.0.0.1", "10.0.0.2"]
    let door = try Door(settings)
    try door.invite("staff")
    func attempt(_ chain: String, from address: String, _ password: String = "wrong wrong wrong")
      -> Int
    {
      door.signIn(
        "staff", password: password, ["X-Forwarded-For": chain], from: address
      ).status
    }
    for number in 0..<5 {
      #expect(attempt("203.0.113.\(number), 198.51.100.7, 10.0.0.2", from: "10.0.0.1") == 401)
    }
    #expect(attempt("203.0.113.9, 198.51.100.7", from: "10.0.0.1") == 429)
    #expect(attempt("198.51.100.8", from: "10.0.0.1", Door.password) == 201)
    // From anybody else the header means nothing.
    for number in 0..<5 { #expect(attempt("203.0.113.\(number)", from: "192.0.2.5") == 401) }
    #expect(attempt("203.0.113.200", from: "192.0.2.5") == 429)
  }

  @Test func `more passwords than there is memory for are refused at once`() throws {
    let gate = HashGate(1)
    #expect(throws: SignInRefusal.busy) { try gate.run { try gate.run {} } }
    #expect(gate.count == 1)
    try gate.run {}
    #expect(HashGate.affordable >= 1)
    var settings = SignInSettings()
    settings.hashesAtOnce = 1
    let door = try Door(settings)
    try door.invite("staff")
    let answer = try door.service.authenticator.signIn.gate.run { door.signIn("staff") }
    #expect(answer.status == 503)
    #expect(answer.headers["Retry-After"] == "1")
    #expect(door.signIn("staff").status == 201)
  }
}
