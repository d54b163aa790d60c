import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// Every kind of answer of the routes that every subject has, against the OpenAPI document.
@Suite struct RecordAnswersTests {
  /// Answers that other layers give: who the caller is, how much is sent, whether there is room.
  static let elsewhere: Set<Int> = [413, 429, 503]

  @Test(arguments: RecordType.allCases)
  func `a subject answers as documented`(type: RecordType) throws {
    let world = try World()
    try world.test.hub.write(as: .founder) { writing in
      try writing.connection.execute("UPDATE people SET hub_role = 'staff' WHERE number = 1", [])
      try writing.connection.execute(
        "UPDATE people SET hub_role = 'none', duties = '' WHERE number = 2", [])
    }
    let caller = try ContractCaller(world.test.api)
    try ask(type.subject, caller)
  }

  private func ask<R: Stored>(_ type: R.Type, _ caller: ContractCaller) throws {
    let path = "/\(R.type.path)"
    let one = "\(path)/\(R.type.prefix)-1"
    try list(path, caller)
    try show(path, one, caller)
    try edit(path, one, caller)
    if let lifeCycle = R.lifeCycle { try move(lifeCycle, path, one, caller) }
    try create(R.self, path, one, caller)

    let beyond = Self.elsewhere
    #expect(caller.unseen(.get, path).subtracting(beyond) == [401])
    #expect(caller.unseen(.get, one).subtracting(beyond) == [401])
    #expect(caller.unseen(.get, one + "/history").subtracting(beyond) == [400, 401])
    // What anybody sees nobody can be refused for; some specimens are kept from any change.
    #expect(caller.unseen(.patch, one).subtracting(beyond).isSubset(of: [200, 401, 409]))
    #expect(caller.unseen(.post, path).subtracting(beyond).isSubset(of: [201, 403, 409]))
    if R.lifeCycle != nil {
      let moves = caller.unseen(.post, one + "/transitions").subtracting(beyond)
      #expect(moves.isSubset(of: [200, 401]))
    }
  }

  private func list(_ path: String, _ caller: ContractCaller) throws {
    for handle in [nil, "specimen-1", "specimen-2"] {
      try caller.send(.get, path, as: handle)
    }
    try caller.send(.get, path, as: "specimen-1", query: ["limit": "1", "sort": "-modified"])
    let faults: [(String, String)] = [
      ("limit", "0"), ("limit", "99999999999999999999"), ("sort", "é"), ("cursor", "a.b.c.d"),
      ("nothing", "1"), ("changedSince", "yesterday"), ("network", "N-999999999999999"),
      ("visibility", ""), ("illustrative", "yes"),
    ]
    for (name, value) in faults {
      let query = Query([Query.Pair(name: name, value: value)])
      #expect(try caller.send(.get, path, as: "specimen-1", query: query).status == 400)
    }
  }

  private func show(_ path: String, _ one: String, _ caller: ContractCaller) throws {
    for handle in [nil, "specimen-1", "specimen-2"] {
      try caller.send(.get, one, as: handle)
      try caller.send(.get, one + "/history", as: handle)
    }
    try caller.send(.get, one, as: "specimen-1", headers: ["If-None-Match": "*"])
    try caller.send(.get, one, as: "specimen-1", headers: ["If-None-Match": "1"])
    for absent in ["X-1", "999999999999999", "\u{1F33E}", "N-0", "%25"] {
      let escaped = PercentEncoding.encode(absent)
      #expect(try caller.send(.get, "\(path)/\(escaped)").status == 404)
      try caller.send(.get, "\(path)/\(escaped)/history")
    }
  }

  private func edit(_ path: String, _ one: String, _ caller: ContractCaller) throws {
    func patch(
      _ body: String, _ version: String?, _ wanted: Int, path: String? = nil,
      type: String = "application/merge-patch+json"
    ) throws {
      var headers = Headers()
      if let version { headers.add("If-Match", version) }
      let answer = try caller.send(
        .patch, path ?? one, body, as: "specimen-1", headers: headers, type: type)
      #expect(answer.status == wanted, "\(one) \(body)")
    }
    try patch("{}", nil, 428)
    try patch("{}", "\"999\"", 412)
    try patch("{}", "999", 400)
    try patch("{", "*", 400)
    try patch("[]", "*", 400)
    try patch("{}", "*", 415, type: "text/plain")
    try patch("{\"nothing\": 1}", "*", 422)
    try patch("{\"visibility\": \"everyone\"}", "*", 422)
    try patch("{}", "*", 404, path: "\(path)/X-1")
    try caller.send(.patch, one, "{}", as: "specimen-1", headers: ["If-Match": "*"])
    // Who may see it and not change it; who is nobody.
    let table = String(path.dropFirst().map { $0 == "-" ? "_" : $0 })
    try caller.api.hub.write(as: .founder) { writing in
      try writing.connection.execute(
        SQL(raw: "UPDATE \(table) SET visibility = 'public', shared_with = 'P-2'"))
    }
    // Nobody goes by the row that was changed so, but by what follows from it.
    try Rebuild.run(caller.api.hub)
    for handle in ["specimen-2", nil] {
      try caller.send(.patch, one, "{}", as: handle, headers: ["If-Match": "*"])
    }
  }

  private func move(
    _ lifeCycle: LifeCycle, _ path: String, _ one: String, _ caller: ContractCaller
  ) throws {
    let moves = one + "/transitions"
    let any: Headers = ["If-Match": "*"]
    try caller.send(.post, moves, "{\"to\": \"x\"}", as: "specimen-1")
    try caller.send(
      .post, moves, "{\"to\": \"x\"}", as: "specimen-1", headers: ["If-Match": "\"9\""])
    try caller.send(.post, moves, "{\"to\": \"x\"}", as: "specimen-1", headers: any, type: "a/b")
    for body in ["{\"to\": \"x\"}", "{\"to\": 5}", "{}", "\"\"", "{\"to\": \"x\", \"reason\": 5}"] {
      try caller.send(.post, moves, body, as: "specimen-1", headers: any)
    }
    try caller.send(.post, "\(path)/X-1/transitions", "{}", as: "specimen-1", headers: any)
    for handle in [nil, "specimen-2", "specimen-1"] {
      for state in lifeCycle.states {
        let body = "{\"to\": \"\(state)\", \"reason\": \"agreed\"}"
        try caller.send(.post, moves, body, as: handle, headers: any)
      }
    }
  }

  private func create<R: Stored>(
    _ type: R.Type, _ path: String, _ one: String, _ caller: ContractCaller
  ) throws {
    try caller.send(.post, path, "{}", as: "specimen-1", type: "text/plain")
    try caller.send(.post, path, "", as: "specimen-1")
    try caller.send(.post, path, "{\"nothing\": 1}", as: "specimen-1")
    try caller.send(.post, path, "{}")
    try caller.send(.post, path, "{}", as: "specimen-2")
    // A copy of what is there, without what only the hub sets.
    let record = try caller.send(.get, one, as: "specimen-1").json
    let fields = R.fields.filter { !$0.traits.contains(.system) }
    let members = fields.compactMap { field in
      record[field.name].map { JSON.Member(name: field.name, value: $0) }
    }
    try caller.send(.post, path, JSON.object(members).text, as: "specimen-1")
    let fresh = members.filter { !["handle", "email"].contains($0.name) }
    try caller.send(.post, path, JSON.object(fresh).text, as: "specimen-1")
  }
}
