import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// A file changes the records from which it was written, and no others; and what was understood of it
/// is told back.
@Suite struct FileRevisionTests {
  private static let edited = MinutesStoryTests.minutes.replacingText(
    "Send R-1.", "Send R-1 at once.")

  @Test func `minutes are not saved over by a file that names no revision`() throws {
    let story = try MinutesStoryTests.told()
    let first = story.test.sendFileAsItIs("/minutes-files", MinutesStoryTests.minutes, as: "sam")
    let revision = try #require(try first.json["revision"]?.string)
    let before = try story.test.dump()
    let refused = story.test.sendFileAsItIs("/minutes-files", Self.edited, as: "sam")
    #expect(refused.status == 422)
    #expect(try refused.json["errors"]?.array?.first?["code"] == "minutesRevisionRequired")
    #expect(try story.test.dump() == before)
    // The same file again changes nothing, and is not asked for anything.
    let same = story.test.sendFileAsItIs("/minutes-files", MinutesStoryTests.minutes, as: "sam")
    #expect(try same.json["changed"] == false)

    let file = Self.edited.replacingText(
      "- Meeting: M-1", "- Meeting: M-1\n- Revision: \(revision)")
    #expect(story.test.sendFileAsItIs("/minutes-files", file, as: "sam").status == 200)
    let late = file.replacingText("at once", "tomorrow")
    #expect(story.test.sendFileAsItIs("/minutes-files", late, as: "sam").status == 412)
    let checked = try story.test.sendFileAsItIs("/minutes-files/check", late, as: "sam").json
    #expect(checked["faults"]?.array?.map { $0["code"] } == ["minutesChangedSince"])
  }

  @Test func `an agenda is not published over by a file that names no revision`() throws {
    let story = try MeetingStory()
    let first = story.test.sendFileAsItIs("/agenda-files", MeetingStory.agenda, as: "farah")
    let revision = try #require(try first.json["revision"]?.string)
    let program = try #require(try first.json["program"]?.array)
    #expect(program.first?["purpose"]?.string?.isEmpty == false)
    #expect(try first.json["date"]?.string?.contains("2019-05-14") == true)
    let edited = MeetingStory.agenda.replacingText("45 min", "40 min")
    let query: Query = ["note": "Shorter / Plus court"]
    let refused = story.test.sendFileAsItIs("/agenda-files", edited, as: "farah", query: query)
    #expect(try refused.json["errors"]?.array?.first?["code"] == "agendaRevisionRequired")
    let heading = try #require(edited.split(separator: "\n").first { $0.hasPrefix("- ") })
    func revised(_ file: String) -> String {
      file.replacingText(String(heading), "- Revision: \(revision)\n\(heading)")
    }
    let sent = story.test.sendFileAsItIs(
      "/agenda-files", revised(edited), as: "farah", query: query)
    #expect(sent.status == 200)
    let late = revised(MeetingStory.agenda.replacingText("45 min", "35 min"))
    let checked = try story.test.sendFileAsItIs("/agenda-files/check", late, as: "farah").json
    #expect(checked["faults"]?.array?.map { $0["code"] } == ["agendaChangedSince"])
  }

  @Test func `what was understood is told item by item, and a check tells it before`() throws {
    let story = try MinutesStoryTests.told()
    let path = "/minutes-files/check"
    let checked = try story.test.sendFile(path, MinutesStoryTests.minutes, as: "sam").json
    let saved = try story.test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam").json
    func told(_ answer: JSON) -> [JSON] {
      (answer["items"]?.array ?? []).flatMap { $0["outcomes"]?.array ?? [] }
    }
    let action = try #require(told(saved).first { $0["kind"] == "action" })
    #expect(action["ref"] == "A-1" && action["fate"] == "created")
    #expect(action["particulars"]?.string?.contains("@") == true)
    let before = told(checked).map { [$0["kind"], $0["text"], $0["particulars"], $0["fate"]] }
    #expect(before == told(saved).map { [$0["kind"], $0["text"], $0["particulars"], $0["fate"]] })
    #expect(told(checked).allSatisfy { $0["ref"] == .null })
  }

  @Test func `a file without attendance leaves it as it was`() throws {
    let story = try MinutesStoryTests.told()
    _ = story.test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam")
    let path = "/attendance"
    let before = try story.test.send(.get, path, as: "sam").json["items"]?.array?.count
    let silent = Self.edited.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { row in
        !["- Present", "- Excused", "- Absent", "- Workers", "- Participants"].contains {
          row.hasPrefix($0)
        }
      }.joined(separator: "\n")
    let saved = try story.test.sendFile("/minutes-files", silent, as: "sam").json
    #expect(saved["attendance"]?["removed"] == 0)
    let after = try story.test.send(.get, path, as: "sam").json["items"]?.array
    #expect(after?.count == before)
    #expect(after?.allSatisfy { $0["state"] == "recorded" } == true)
  }

  @Test
  func `a check tells whoever may not write nothing of who was there and what became of items`()
    throws
  {
    let story = try MinutesStoryTests.told()
    let guesses = ["@maria", "@noor", "@farah"].map { person in
      "# Minutes\n\n- Meeting: M-1\n- Present: \(person)\n\n## 2.\n"
    }
    func answers(_ handle: String) throws -> [String] {
      try guesses.map { try story.test.sendFile("/minutes-files/check", $0, as: handle).text }
    }
    let before = try answers("noor")
    _ = story.test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam")
    #expect(try answers("noor") == before)
    #expect(before.allSatisfy { $0.contains("\"items\":[]") && $0.contains("\"added\":0") })
    // Whoever writes is told.
    #expect(try answers("sam").contains { !$0.contains("\"items\":[]") })
  }

  @Test func `how many were there is told to whoever sees of everybody whether they were`() throws {
    let story = try MinutesStoryTests.told()
    _ = story.test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam")
    func minutes(_ handle: String?) throws -> String {
      try story.test.send(
        .get, "/exports/minutes", as: handle, query: ["meeting": "M-1", "format": "markdown"]
      ).text
    }
    #expect(try minutes("sam").contains("Quorum: 4 needed, 4 present"))
    for outsider in [nil, "viktor"] as [String?] {
      let text = (try? minutes(outsider)) ?? ""
      #expect(!text.contains("Quorum: 4") && !text.contains("4 present"))
    }
  }
}
