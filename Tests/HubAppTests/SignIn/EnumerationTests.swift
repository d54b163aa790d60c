import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// No answer, and no work, tells whether there is such a person.
@Suite struct EnumerationTests {
  /// A wrong password, a person without a password, a name and an address that are nobody's.
  static let tries: [(String, String)] = [
    ("handle", "staff"), ("email", "staff@example.org"), ("handle", "facilitator"),
    ("email", "facilitator@example.org"), ("handle", "nobody"), ("email", "nobody@example.org"),
    ("handle", "not a handle at all"), ("handle", "' OR 1 = 1 --"),
  ]

  static func send(_ door: Door, _ name: (String, String), password: String) -> Response {
    door.send(
      .post, "/sessions",
      .object([
        .init(name: name.0, value: .string(name.1)),
        .init(name: "password", value: .string(password)),
      ]))
  }

  /// The answer, and how many passwords were verified and statements run for it.
  struct Trace: Equatable {
    var status: Int
    var headers: Headers
    var body: [UInt8]
    var hashes: Int
    var statements: Int
  }

  static func trace(_ door: Door, _ name: (String, String), _ password: String) throws -> Trace {
    let gate = door.service.authenticator.signIn.gate
    let (hashes, statements) = (gate.count, door.hub.database.statementCount)
    let answer = send(door, name, password: password)
    return Trace(
      status: answer.status, headers: answer.headers, body: try answer.collected(),
      hashes: gate.count - hashes, statements: door.hub.database.statementCount - statements)
  }

  @Test(arguments: [
    "wrong but long enough", "short", String(repeating: "x", count: 2000), "trois chevaux mauves ",
  ])
  func `a wrong sign-in looks the same for everybody`(password: String) throws {
    var traces: [Trace] = []
    for name in Self.tries {
      let door = try Door()
      try door.invite("staff")
      traces.append(try Self.trace(door, name, password))
    }
    #expect(traces[0].status == 401)
    #expect(traces[0].hashes == 1)
    #expect(traces[0].statements == 1)
    #expect(traces.allSatisfy { $0 == traces[0] })
  }

  @Test func `a throttled sign-in looks the same for everybody`() throws {
    var all: [[Trace]] = []
    for name in Self.tries {
      let door = try Door()
      try door.invite("staff")
      all.append(try (0..<8).map { _ in try Self.trace(door, name, "wrong but long enough") })
    }
    #expect(all[0].map(\.status) == [401, 401, 401, 401, 401, 429, 429, 429])
    #expect(all[0].map(\.hashes) == [1, 1, 1, 1, 1, 0, 0, 0])
    #expect(all.allSatisfy { $0 == all[0] })
  }

  @Test func `the hash of no password is made as the others are`() throws {
    let door = try Door()
    try door.invite("staff")
    let hash = try door.hub.database.read { connection in
      try connection.first("SELECT hash FROM passwords") { $0.string(0) }
    }
    let form = try #require(hash).split(separator: "$").prefix(3)
    #expect(SignIn.dummyHash.split(separator: "$").prefix(3) == form)
    #expect(SignIn.dummyHash.count == hash?.count)
  }
}
