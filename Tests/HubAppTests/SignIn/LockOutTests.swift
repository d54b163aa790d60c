import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// Who has to wait waits on when the service is started anew.
@Suite struct LockOutTests {
  private static let wrong = "wrong wrong wrong"

  /// The service started anew on the same data, with a steady clock that begins at 0.
  private func restarted(_ door: Door) -> FrontDoor {
    var hub = door.hub
    let (clock, start) = (door.clock, door.clock.steady)
    hub.steady = { clock.steady - start }
    return FrontDoor(hub)
  }

  private func signIn(_ service: FrontDoor, _ password: String) -> Response {
    let body: JSON = ["handle": "staff", "password": .string(password)]
    return service.respond(
      to: Request(
        .post, "/api/v1/sessions", headers: ["Content-Type": "application/json"],
        body: body.written(), id: "test", remoteAddress: "192.0.2.1"))
  }

  private func kept(_ door: Door) throws -> String {
    try door.hub.database.read { try Settings.text(.lockOuts, $0) } ?? ""
  }

  @Test func `a restart makes no guess free, and nobody wait longer`() throws {
    let door = try Door()
    try door.invite("staff")
    for _ in 0..<5 { #expect(door.signIn("staff", password: Self.wrong).status == 401) }
    door.clock.advance(seconds: 2)
    let service = restarted(door)
    let refused = signIn(service, Door.password)
    #expect(refused.status == 429)
    #expect(refused.headers["Retry-After"] == "3")
    door.clock.advance(seconds: 3)
    #expect(signIn(service, Self.wrong).status == 401)
    // The sixth failure, which came too soon after the fifth to be kept at once, is kept at the end.
    service.close()
    #expect(signIn(restarted(door), Door.password).headers["Retry-After"] == "10")
  }

  @Test(arguments: [-30, 48]) func `a clock that is set meanwhile does no harm`(hours: Int) throws {
    let door = try Door()
    try door.invite("staff")
    for _ in 0..<5 { _ = door.signIn("staff", password: Self.wrong) }
    door.clock.set(hours: hours)
    let answer = signIn(restarted(door), Door.password)
    // Where it was set back, the last attempt counts as made now.
    #expect(answer.headers["Retry-After"] == (hours < 0 ? "5" : nil))
  }

  @Test func `who has signed in from home is not locked out from afar after a restart either`() {
    let before = Throttle()
    _ = before.admit(.person(1), from: "home", at: 0)
    before.succeed(.person(1), from: "home")
    for number in 0..<40 { _ = before.admit(.person(1), from: "attacker \(number)", at: 1000) }
    let after = Throttle()
    after.restore(before.traces(at: 2000, atMost: 500), at: 0)
    #expect(after.admit(.person(1), from: "one more", at: 0) != .admitted)
    #expect(after.admit(.person(1), from: "home", at: 0) == .admitted)
  }

  @Test func `strangers write little, seldom, and nothing that names anybody`() throws {
    let door = try Door()
    let before = try door.hub.database.version()
    for host in 1...4 {
      for _ in 0..<5 {
        let body: JSON = ["handle": .string("nobody \(host)"), "password": .string(Self.wrong)]
        #expect(door.send(.post, "/sessions", body, from: "192.0.2.\(host)").status == 401)
      }
    }
    #expect(try door.hub.database.version() == before + 1)
    let text = try kept(door)
    #expect(!text.isEmpty && !text.contains("192.0.2") && !text.contains("nobody"))
    let throttle = door.service.authenticator.signIn.throttle
    for number in 0..<4000 {
      for _ in 0..<5 { _ = throttle.admit(.person(Int64(number)), from: "\(number)", at: 0) }
    }
    door.service.close()
    let lines = try kept(door).split(separator: "\n").count
    #expect(lines == LockOuts.most)
    #expect(try kept(door).utf8.count < 100 * LockOuts.most)
  }
}
