import Foundation
import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@Suite struct SecretsTests {
  @Test func `no secret is in the data file, and none in the history`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let door = try Door(path: folder.appending(path: "hub.db").path)
    var secrets = [Door.password, "four purple horses"]
    let invited = try door.locally(.post, "/people/P-3/invitations", as: "admin")
    secrets.append(try #require(invited["secret"]?.string))
    let first = door.send(
      .post, "/invitations",
      ["secret": .string(secrets[2]), "password": .string(Door.password)])
    secrets.append(try Self.value(first))
    let page = try first.page
    secrets.append(
      try #require(
        door.send(.post, "/tokens", ["name": "Nightly"], page).json["token"]?.string))
    let changed = door.send(
      .post, "/passwords",
      ["current": .string(Door.password), "new": .string(secrets[1])], page)
    secrets.append(try Self.value(changed))
    _ = door.send(.get, "/me", nil, door.bearer(secrets[4]))
    _ = try door.locally(.delete, "/tokens/1", as: "facilitator")
    _ = try door.locally(.post, "/people/P-3/sign-out", as: "admin")

    var bytes = Data()
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      bytes += try Data(contentsOf: folder.appending(path: file))
    }
    #expect(bytes.count > 100_000)
    for secret in secrets {
      #expect(secret.utf8.count > 12)
      #expect(bytes.range(of: Data(secret.utf8)) == nil)
      // Without the word before it; a secret of its own may have the same sign anywhere.
      let word = ["hub_", "invite_"].first { secret.hasPrefix($0) } ?? ""
      let bare = secret.dropFirst(word.count)
      #expect(bare.utf8.count > 12)
      #expect(bytes.range(of: Data(bare.utf8)) == nil)
    }

    let acts = try door.hub.database.read { connection in
      try connection.query(
        """
        SELECT h.act, p.handle, h.content FROM history h LEFT JOIN people p ON p.number = h.actor \
        WHERE h.record IS NULL ORDER BY h.id
        """
      ) { row in
        let content = try JSON(parsing: row.string(2))
        // A seal is there with what it is of, and says nothing else.
        let names = Set(content.object?.map(\.name) ?? [])
        #expect(names.isSubset(of: ["person", "token", "kind", "seal"]))
        #expect((content["kind"] == nil) == (content["seal"] == nil))
        let token = content["token"].map { " \($0.text)" } ?? ""
        return "\(row.string(0)) \(row.string(1)) \(content["person"]?.string ?? "") "
          + (content["kind"]?.string ?? "-") + token
      }
    }
    #expect(
      acts == [
        "invite admin P-3 invitation", "setPassword facilitator P-3 password",
        "signIn facilitator P-3 session",
        "makeToken facilitator P-3 token 1", "setPassword facilitator P-3 password",
        "signIn facilitator P-3 session", "revokeToken facilitator P-3 - 1",
        "endSignIns admin P-3 -",
      ])
  }

  private static func value(_ answer: Response) throws -> String {
    String(try #require(answer.cookie["Cookie"]).dropFirst("hub=".count))
  }

  @Test func `no secret is kept for a retry`() throws {
    let door = try Door()
    try door.invite("facilitator")
    var page = try door.signIn("facilitator").page
    page.add("Idempotency-Key", "again")
    let first = try door.send(.post, "/tokens", ["name": "One"], page).json["token"]?.string
    let second = try door.send(.post, "/tokens", ["name": "One"], page).json["token"]?.string
    #expect(first != nil && second != nil && first != second)
    let cookies = try (0..<2).map { _ in
      try door.signIn("facilitator", ["Idempotency-Key": "again"]).cookie["Cookie"]
    }
    #expect(cookies[0] != cookies[1])
    let encoded = Request(
      .post, "/api/v1/%73essions",
      headers: ["Content-Type": "application/json", "Idempotency-Key": "again"],
      body: JSON(
        dictionaryLiteral: ("handle", "facilitator"), ("password", .string(Door.password))
      ).written())
    #expect(door.service.respond(to: encoded).status == 201)
    let kept = try door.hub.database.read { connection in
      try connection.first("SELECT COUNT(*) FROM replies") { $0.int(0) }
    }
    #expect(kept == 0)
  }

  @Test(arguments: ["/tokens", "/people/P-3/invitations", "/people/P-3/sign-out", "/sessions"])
  func `a batch is no way around a credential's scopes`(path: String) throws {
    let door = try Door()
    for scopes in [["write"], ["admin"]] {
      let headers = door.bearer(try door.token("admin", scopes))
      let operation: JSON = [
        "method": "POST", "path": .string(path), "body": ["name": "More", "scopes": ["admin"]],
      ]
      let answer = door.send(.post, "/batch", ["operations": [operation]], headers)
      #expect(answer.status == 404)
    }
    let promote: JSON = [
      "method": "PATCH", "path": "/people/P-3", "ifMatch": "*", "body": ["hubRole": "staff"],
    ]
    let headers = door.bearer(try door.token("admin", ["write"]))
    #expect(door.send(.post, "/batch", ["operations": [promote]], headers).status == 403)
  }

  @Test func `credentials change nothing that a record's readers see`() throws {
    let door = try Door()
    func seen() throws -> [JSON] {
      try ["/people/P-3", "/people/P-3/history", "/people"].map {
        try door.locally(.get, $0, as: "admin")
      }
    }
    let before = try seen()
    try door.invite("facilitator")
    _ = try door.token("facilitator")
    #expect(try seen() == before)
  }
}
