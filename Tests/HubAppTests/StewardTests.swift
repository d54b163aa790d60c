import HubApp
import HubHTTP
import HubTestKit
import HubText
import Testing

@Suite struct StewardTests {
  private func action() throws -> (TestHub, String) {
    let test = try TestHub.sample()
    let draft: JSON = [
      "body": "B-1", "title": ["en": "Call", "fr": "Appeler"], "assignee": "@union-rep",
      "visibility": "body",
    ]
    let answer = test.send(.post, "/action-items", draft, as: "facilitator")
    #expect(answer.status == 201)
    return (test, try answer.json["ref"]?.string ?? "")
  }

  @Test func `who works on a record does not decide who else may see it`() throws {
    let (test, ref) = try action()
    let wider: JSON = ["visibility": "public"]
    #expect(test.send(.patch, "/action-items/\(ref)", wider, as: "union-rep").status == 403)
    #expect(test.send(.patch, "/action-items/\(ref)", wider, as: "facilitator").status == 200)
  }

  @Test func `a move sets what belongs to it and nothing else`() throws {
    let (test, ref) = try action()
    let more: JSON = ["to": "done", "title": ["en": "Other"], "visibility": "public"]
    let answer = test.send(.post, "/action-items/\(ref)/transitions", more, as: "union-rep")
    #expect(answer.status == 422)
    let pointers = try answer.json["errors"]?.array?.compactMap { $0["pointer"]?.string }
    #expect(pointers == ["/title", "/visibility"])
    let plain: JSON = ["to": "done"]
    #expect(
      test.send(.post, "/action-items/\(ref)/transitions", plain, as: "union-rep").status == 200)
  }
}
