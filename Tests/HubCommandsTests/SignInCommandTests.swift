import HubApp
import HubCommands
import HubConsole
import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@Suite struct SignInCommandTests {
  static func run(_ door: Door, _ arguments: String..., caller: String = "staff") -> (
    status: HubConsole.ExitStatus, output: [String], errors: String
  ) {
    let call = CommandOnHub.run(
      door.hub, arguments + ["--as", caller, "--clock", "2019-05-01T16:00:00Z"])
    return (call.status, call.output.split(separator: "\n").map(String.init), call.errors)
  }

  @Test(arguments: ["@facilitator", "P-3", "p3", "rosa delgado-pena"])
  func `an invitation is printed once`(person: String) throws {
    let door = try Door()
    let (status, output, errors) = Self.run(door, "person", "invite", person, caller: "admin")
    #expect(status == .done, "\(errors)")
    #expect(output.count == 2)
    #expect(output[0].hasPrefix("@facilitator (P-3)"))
    let answer = door.send(
      .post, "/invitations",
      ["secret": .string(output[1]), "password": .string(Door.password)])
    #expect(answer.status == 201)
  }

  @Test(arguments: [
    ("B-1", HubConsole.ExitStatus.wrongUsage), ("rosa", .notFound), ("@a/../b", .notFound),
    ("P-99", .notFound), ("P-1", .notAllowed),
  ])
  func `a person who cannot be invited is told why`(person: String, status: HubConsole.ExitStatus)
    throws
  {
    let result = Self.run(try Door(), "person", "invite", person)
    #expect(result.status == status)
    #expect(!result.errors.isEmpty)
  }

  @Test func `all tokens are revoked by one command, and never by half a one`() throws {
    let door = try Door()
    let token = door.bearer(try door.token("staff"))
    _ = try door.token("staff")
    #expect(Self.run(door, "token", "revoke").status == .wrongUsage)
    #expect(Self.run(door, "token", "revoke", "1", "--all").status == .wrongUsage)
    #expect(door.send(.get, "/me", nil, token).status == 200)
    #expect(Self.run(door, "token", "revoke", "--all").output == ["2 tokens are revoked."])
    #expect(door.send(.get, "/me", nil, token).status == 401)
  }

  @Test func `a token is made, listed and revoked`() throws {
    let door = try Door()
    let made = Self.run(
      door, "token", "create", "--name", "Nightly import", "--scopes", "read,write", "--expires",
      "+3m")
    #expect(made.status == .done, "\(made.errors)")
    #expect(made.output.count == 2)
    let headers = door.bearer(made.output[1])
    #expect(door.send(.get, "/me", nil, headers).status == 200)
    let list = Self.run(door, "token", "list").output
    #expect(list.count == 2)
    #expect(list[1].contains("Nightly import"))
    #expect(list[1].contains("read, write"))
    #expect(list[1].contains("Aug. 2, 2019"))
    #expect(!list.joined().contains(made.output[1]))
    #expect(Self.run(door, "token", "revoke", "1").status == .done)
    #expect(door.send(.get, "/me", nil, headers).status == 401)
    #expect(Self.run(door, "token", "list").output[1].contains("revoked"))
    #expect(Self.run(door, "token", "revoke", "2").status == .notFound)
    #expect(Self.run(door, "token", "create", "--name", "x", "--scopes", "all").status == .refused)
  }

  @Test func `somebody is signed out from the terminal`() throws {
    let door = try Door()
    try door.invite("staff")
    let cookie = try door.signIn("staff").cookie
    let other = Self.run(door, "person", "sign-out", "@staff", caller: "facilitator")
    #expect(other.status == .notAllowed)
    let own = Self.run(door, "person", "sign-out", "--lang", "fr")
    #expect(own.status == .done, "\(own.errors)")
    #expect(own.output[0].contains("2 sessions"))
    #expect(door.send(.get, "/me", nil, cookie).status == 401)
    let admin = Self.run(door, "person", "sign-out", "@staff", "--remove-password", caller: "admin")
    #expect(admin.output.count == 2)
    #expect(door.signIn("staff").status == 401)
  }
}
