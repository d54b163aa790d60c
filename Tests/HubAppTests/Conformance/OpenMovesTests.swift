import HubApp
import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// A program that goes by what a record's answer says can take every step, with no table of its own.
@Suite struct OpenMovesTests {
  static let types = RecordType.allCases.filter { Kinds.kind(of: $0).lifeCycle != nil }

  private static func lifeCycle(of type: RecordType) throws -> LifeCycle {
    let kind = Kinds.kind(of: type)
    let lifeCycle = kind.lifeCycle
    return try #require(lifeCycle)
  }

  @Test(arguments: types)
  func `every verb that is open is told with where it leads and what it needs`(
    type: RecordType
  ) throws {
    let lifeCycle = try Self.lifeCycle(of: type)
    for handle in ["specimen-1", "specimen-2", nil] {
      let response = try World.shared.test.send(
        .get, "/\(type.path)/\(Reference(type, 1))", as: handle)
      // Who may not see it is told nothing at all.
      guard response.status == 200 else { continue }
      let answer = try response.json
      let verbs = (answer["can"]?.array ?? []).compactMap(\.string).filter { $0 != "edit" }
      let moves = answer["moves"]?.array ?? []
      #expect(moves.compactMap { $0["verb"]?.string } == verbs)
      let open = lifeCycle.transitions(from: answer["state"]?.string ?? "")
      for move in moves {
        let transition = try #require(open.first { $0.verb == move["verb"]?.string })
        #expect(move["to"]?.string == transition.to)
        let needs = (move["needs"]?.array ?? []).compactMap(\.string)
        let accepts = (move["accepts"]?.array ?? []).compactMap(\.string)
        #expect(needs.contains("reason") == transition.needsReason)
        #expect(
          Set(needs + accepts) == Set(["reason"] + transition.requires + transition.accepts))
        #expect(needs.count + accepts.count == Set(needs + accepts).count)
      }
    }
  }

  @Test(arguments: types)
  func `a verb leads from one state to one other`(type: RecordType) throws {
    let lifeCycle = try Self.lifeCycle(of: type)
    for state in lifeCycle.states {
      let verbs = lifeCycle.transitions(from: state).map(\.verb)
      #expect(verbs.count == Set(verbs).count, "\(state): \(verbs)")
    }
  }

  @Test func `a step is taken by its verb, and by the state that it is said to lead to`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let path = "/action-items/A-2"
    func moves() throws -> [JSON] {
      try test.send(.get, path, as: "facilitator").json["moves"]?.array ?? []
    }
    func send(_ body: JSON) -> Response {
      test.send(.post, path + "/transitions", body, as: "facilitator")
    }
    #expect(try send(["verb": "start"]).json["state"] == "inProgress")
    func move(_ verb: JSON) throws -> JSON {
      let found = try moves().first { $0["verb"] == verb }
      return try #require(found)
    }
    let done = try move("done")
    let moved = send(["to": done["to"] ?? .null])
    #expect(try moved.json["state"] == "done")
    let reopen = try move("reopen")
    #expect(reopen["needs"] == ["reason"] && reopen["accepts"] == [])
    let refused = send(["verb": "reopen"])
    #expect(refused.status == 422)
    #expect(try refused.json["errors"]?.array?.first?["pointer"] == "/reason")
    let back = try send(["verb": "reopen", "reason": "Not yet."]).json
    #expect(back["state"] == "open")
    // What is filled in already need not be sent again, and a record goes back as it came.
    #expect(test.send(.patch, path, back, as: "facilitator").status == 200)
  }

  @Test func `lists stay short: they have the verbs`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let page = try test.send(.get, "/action-items", as: "facilitator").json
    #expect(page["items"]?.array?.isEmpty == false)
    #expect(page["items"]?.array?.allSatisfy { $0["moves"] == nil && $0["can"] != nil } == true)
  }
}
