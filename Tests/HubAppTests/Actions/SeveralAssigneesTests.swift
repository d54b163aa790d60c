import HubHTTP
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp
@testable import HubModel

/// An action that several people do is everyone's of them as that of one is theirs.
@Suite struct SeveralAssigneesTests {
  let test: TestHub
  /// Done by @union-rep and @consulate-rep together.
  let action: String

  init() throws {
    test = try TestHub.sample()
    let draft: JSON = [
      "body": "B-1", "title": ["en": "Call", "fr": "Appeler"], "assignee": "@union-rep",
      "coAssignees": ["@consulate-rep"], "visibility": "inCamera",
    ]
    let made = test.send(.post, "/action-items", draft, as: "facilitator")
    #expect(made.status == 201)
    action = try made.json["ref"]?.string ?? ""
  }

  private func person(_ handle: String) throws -> String {
    let found = test.send(.get, "/people", as: "facilitator", query: ["handle": handle])
    return try found.json["items"]?[0]?["ref"]?.string ?? ""
  }

  private func list(_ query: Query, as handle: String) throws -> [String] {
    let answer = test.send(.get, "/action-items", as: handle, query: query)
    #expect(answer.status == 200)
    return (try answer.json["items"]?.array ?? []).compactMap { $0["ref"]?.string }
  }

  private func get() throws -> JSON {
    try test.send(.get, "/action-items/\(action)", as: "facilitator").json
  }

  private func patch(_ change: JSON) throws -> JSON {
    let answer = test.send(.patch, "/action-items/\(action)", change, as: "facilitator")
    #expect(answer.status == 200)
    return try answer.json
  }

  @Test func `each of them sees it, finds it among what is theirs, and moves it`() throws {
    for handle in ["union-rep", "consulate-rep"] {
      #expect(try list(["mine": "true", "limit": "500"], as: handle).contains(action))
      let found = try list(["assignee": "@\(handle)", "limit": "500"], as: "facilitator")
      #expect(found.contains(action))
    }
    #expect(try !list(["mine": "false", "limit": "500"], as: "consulate-rep").contains(action))
    #expect(try !list(["assignee": "", "limit": "500"], as: "facilitator").contains(action))
    #expect(test.send(.get, "/action-items/\(action)", as: "health-nurse").status == 404)
    let start: JSON = ["to": "inProgress"]
    let path = "/action-items/\(action)/transitions"
    #expect(test.send(.post, path, start, as: "consulate-rep").status == 200)
    #expect(test.send(.post, path, ["to": "done"], as: "union-rep").status == 200)
    // Handing it on is for those who plan.
    let away: JSON = ["coAssignees": []]
    #expect(test.send(.patch, "/action-items/\(action)", away, as: "consulate-rep").status == 403)
  }

  @Test func `whoever asks for one person still finds and hands on what several do`() throws {
    let (union, consulate) = (try person("union-rep"), try person("consulate-rep"))
    let secretary = try person("secretary")
    // A program that knows one assignee changes that one.
    let handed = try patch(["assignee": "@secretary"])
    #expect(handed["assignee"]?.string == secretary && handed["coAssignees"] == .words([consulate]))
    #expect(try !list(["mine": "true", "limit": "500"], as: "union-rep").contains(action))
    let emptied = try patch(["assignee": nil])
    #expect(emptied["assignee"]?.string == consulate && emptied["coAssignees"] == [])
    // Nobody is there twice.
    let same = try patch([
      "assignee": "@union-rep", "coAssignees": ["@union-rep", "@secretary", "@secretary"],
    ])
    #expect(same["assignee"]?.string == union && same["coAssignees"] == .words([secretary]))
    #expect(try list(["mine": "true", "limit": "500"], as: "secretary").contains(action))
    #expect(try !list(["mine": "true", "limit": "500"], as: "consulate-rep").contains(action))
  }

  @Test func `of two who became one, one is left`() throws {
    let double: JSON = ["handle": "rosa-d", "name": "Rosa Double"]
    let made = try test.send(.post, "/people", double, as: "admin").json["ref"]?.string ?? ""
    let union = try person("union-rep")
    _ = try patch(["coAssignees": [.string(made)]])
    let into: JSON = ["into": .string(union), "reason": "Twice", "records": 1]
    #expect(test.send(.post, "/people/\(made)/merge", into, as: "admin").status == 200)
    #expect(try get()["assignee"]?.string == union)
    #expect(try get()["coAssignees"] == [])
    #expect(try list(["mine": "true", "limit": "500"], as: "union-rep").contains(action))
  }

  @Test func `what is mine is found by keys, however many actions there are`() throws {
    try test.hub.read(as: .person("union-rep")) { reading in
      let mine = try #require(try ActionItem.condition(forFilter: "mine", "true", in: reading))
      let plan = try reading.connection.query(
        """
        EXPLAIN QUERY PLAN SELECT t.number FROM action_items t \
        WHERE \(mine) AND t.state IN ('open', 'inProgress', 'blocked') \
        AND \(Access.condition(reading.caller, "t")) \
        ORDER BY COALESCE(t.due_on, 9223372036854775807), t.number LIMIT 51
        """
      ) { $0.string(3) }
      #expect(plan.contains { $0.contains("action_items_by_assignee (assignee=?)") }, "\(plan)")
      #expect(plan.contains { $0.contains("co_assignees") && $0.contains("(person=?)") })
      #expect(
        !plan.contains { $0.contains("SCAN t") || $0.contains("SCAN action_items") }, "\(plan)")
    }
  }

  @Test func `they come and go with the minutes file`() throws {
    let story = try MinutesStoryTests.told()
    let file = MinutesStoryTests.minutes.replacing(
      "@farah by Friday", with: "@farah and @sam by Friday")
    #expect(story.test.sendFile("/minutes-files", file, as: "sam").status == 200)
    let written = try story.test.send(.get, "/meetings/M-1/minutes-file", as: "sam").text
    #expect(written.contains("@farah, @sam by "))
    let again = story.test.sendFile("/minutes-files", written, as: "sam")
    #expect(again.status == 200)
    #expect(try again.json["updated"] == [])
  }
}
