import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

@Suite struct AgendaEditionTests {
  /// Published, then revised: the last item takes less time and stands before the others.
  static func revised() throws -> MeetingStory {
    let story = try MeetingStory()
    try story.publishAgenda()
    let file = try story.test.send(.get, "/meetings/M-1/agenda-file", as: "farah").text
    let cut = file.components("## 3. ")
    let head = cut[0].components("## 1. ")
    let moved =
      head[0] + "## 1. " + cut[1].replacingText("45 min", "30 min") + "\n## 2. "
      + head[1].replacingText("## 2. ", "## 3. ")
    let answer = story.test.sendFile(
      "/agenda-files", moved, as: "farah",
      query: ["note": "Housing first / Le logement d’abord"])
    #expect(answer.status == 200)
    return story
  }

  @Test func `every edition stays, with its day and its note`() throws {
    let story = try Self.revised()
    let list = try story.test.send(.get, "/meetings/M-1/agenda-editions", as: "noor").json
    #expect(list["items"]?.array?.count == 2)
    #expect(list["items"]?[0]?["note"] == .null)
    #expect(list["items"]?[1]?["note"]?["fr"] == "Le logement d’abord")
    let first = try story.test.send(.get, "/meetings/M-1/agenda-editions/1", as: "farah").text
    #expect(first.contains("## 3. Housing visits") && first.contains("The name of the farm."))
    let redacted = try story.test.send(
      .get, "/meetings/M-1/agenda-editions/1", as: "noor", query: ["lang": "fr"]
    ).text
    #expect(redacted.contains("## 2. In camera / À huis clos\n"))
    #expect(!redacted.contains("ferme") && redacted.contains("- But\u{A0}: décision"))
    for path in ["agenda-editions/3", "agenda-editions/x", "agenda-editions/0"] {
      #expect(story.test.send(.get, "/meetings/M-1/\(path)", as: "farah").status == 404)
    }
    #expect(story.test.send(.get, "/meetings/M-1/agenda-editions").status == 404)
  }

  @Test(arguments: [["from": "1", "to": "2"], ["from": "1"]])
  func `two editions can be compared, and one with what stands now`(query: [String: String]) throws
  {
    let story = try Self.revised()
    let pairs = query.map { Query.Pair(name: $0.key, value: $0.value) }
    let answer = try story.test.send(
      .get, "/meetings/M-1/agenda-changes", as: "farah", query: Query(pairs)
    ).json
    let kinds = answer["changes"]?.array?.compactMap { $0["kind"]?.string }
    #expect(kinds == ["moved", "changed"])
    #expect(answer["changes"]?[0]?["from"] == 3 && answer["changes"]?[0]?["number"] == 1)
    #expect(answer["changes"]?[1]?["parts"]?[0]?["after"] == "30 min")
    #expect(
      answer["changes"]?[1]?["detail"] == "item 1 “Housing visits” changed (Time)")
  }

  @Test func `an item that was in camera then stays so in that edition`() throws {
    let story = try Self.revised()
    let opened = story.test.send(
      .patch, "/agenda-items/I-2", ["visibility": "network"], as: "farah")
    #expect(opened.status == 200)
    let now = try story.test.send(.get, "/meetings/M-1/agenda-file", as: "noor").text
    let then = try story.test.send(.get, "/meetings/M-1/agenda-editions/1", as: "noor").text
    #expect(now.contains("The name of the farm.") && !then.contains("farm"))
  }

  @Test func `what a file would change is told before it is published`() throws {
    let story = try Self.revised()
    let file = try story.test.send(.get, "/meetings/M-1/agenda-file", as: "farah").text
    let none = try story.test.sendFile("/agenda-files/changes", file, as: "farah").json
    #expect(none["changes"] == [] && none["meeting"] == "M-1")
    let other = try story.test.sendFile(
      "/agenda-files/changes", file.replacingText("Surrey / Surrey", "Delta / Delta"), as: "farah",
      language: "fr"
    ).json
    #expect(other["changes"]?[0]?["kind"] == "header" && other["changes"]?[0]?["key"] == "place")
    #expect(other["changes"]?[0]?["detail"] == "«\u{A0}Lieu\u{A0}» a changé")
  }

  @Test func `reading an agenda asks as much of the database however long it is`() throws {
    let story = try MeetingStory()
    try story.publishAgenda()
    func count(_ path: String) throws -> Int {
      // The first time, the hub learns who is meant by an audience that it meets.
      _ = story.test.send(.get, path, as: "noor")
      return try story.test.statements {
        #expect(story.test.send(.get, path, as: "noor").status == 200)
      }
    }
    let paths = ["/meetings/M-1/agenda-file", "/meetings/M-1/agenda-editions/1"]
    let before = try paths.map(count)
    #expect(before.allSatisfy { (5...15).contains($0) })
    var file = try story.test.send(.get, "/meetings/M-1/agenda-file", as: "farah").text
    for number in 4...9 {
      file += """

        ## \(number). More \(number) / Encore \(number)

        - Purpose: discussion
        - Time: 5 min
        - Presenter: @denis
        - Papers: R-1

        """
    }
    let answer = story.test.sendFile("/agenda-files", file, as: "farah", query: ["note": "a / b"])
    #expect(answer.status == 200)
    #expect(try paths.map(count) == before)
    let long = try story.test.statements {
      _ = story.test.sendFile("/agenda-files/check", file, as: "farah")
    }
    let short = try story.test.statements {
      _ = story.test.sendFile("/agenda-files/check", MeetingStory.agenda, as: "farah")
    }
    #expect(abs(long - short) <= 2)
  }
}
