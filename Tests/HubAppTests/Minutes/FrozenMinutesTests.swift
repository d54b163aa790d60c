import HubApp
import HubHTTP
import HubTestKit
import HubText
import Testing

/// What a body approved goes out as it approved it.
@Suite struct FrozenMinutesTests {
  private func approved() throws -> TestHub {
    let test = try MinutesStoryTests.told().test
    #expect(test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam").status < 300)
    for state in ["corrections", "approved"] {
      #expect(move(test, state).status == 200, "\(state)")
    }
    return test
  }

  private func move(_ test: TestHub, _ state: String) -> Response {
    test.send(
      .post, "/minutes/MM-1/transitions", ["to": .string(state), "reason": "as agreed"],
      as: "farah")
  }

  private func code(_ answer: Response) throws -> String? {
    try answer.json["errors"]?[0]?["code"]?.string
  }

  @Test func `between approval and publication nothing of it changes`() throws {
    let test = try approved()
    let other: JSON = ["en": "Other", "fr": "Autre"]
    let changes: [(String, JSON, String)] = [
      ("/action-items/A-1", ["dueOn": "2019-12-01"], "minutesFrozen"),
      ("/action-items/A-1", ["assignee": "@sam"], "minutesFrozen"),
      ("/action-items/A-1", ["title": other], "minutesLocked"),
      ("/recommendations/R-2", ["title": other], "minutesFrozen"),
      ("/meetings/M-1", ["title": other], "minutesLocked"),
      ("/meetings/M-1", ["startsAt": "2019-05-01T17:00:00Z"], "minutesLocked"),
    ]
    for (path, change, expected) in changes {
      let answer = test.send(.patch, path, change, as: "farah")
      #expect(answer.status == 422, "\(path)")
      #expect(try code(answer) == expected, "\(path)")
    }
    let paper: JSON = ["item": "I-1", "paper": "R-1"]
    #expect(try code(test.send(.post, "/considerations", paper, as: "farah")) == "minutesLocked")
  }

  @Test func `once it is out the work goes on, and the meeting stays where it was`() throws {
    let test = try approved()
    #expect(move(test, "published").status == 200)
    let later: JSON = ["dueOn": "2019-12-01"]
    #expect(test.send(.patch, "/action-items/A-1", later, as: "farah").status == 200)
    let moved: JSON = ["startsAt": "2019-05-01T17:00:00Z"]
    #expect(try code(test.send(.patch, "/meetings/M-1", moved, as: "farah")) == "minutesLocked")
  }
}
