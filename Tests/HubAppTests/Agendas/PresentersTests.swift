import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// Several people present an item, with an account or without.
@Suite struct PresentersTests {
  private static let names = "Jane Roe (Director, Labour Standards; Ministry of Labour)"
  private static let agenda = MeetingStory.agenda.replacingText(
    "- Presenter: @chantal", "- Presenter: @chantal, \(names), @sam")

  private static func published() throws -> MeetingStory {
    let story = try MeetingStory()
    #expect(story.test.sendFile("/agenda-files", agenda, as: "farah").status == 201)
    return story
  }

  private static func item(_ story: MeetingStory) throws -> JSON {
    try story.test.send(.get, "/agenda-items/I-1", as: "farah").json
  }

  private static func reference(_ handle: String, _ story: MeetingStory) throws -> JSON {
    let page = try story.test.send(.get, "/people", as: "farah", query: ["handle": handle]).json
    return try #require(page["items"]?[0]?["ref"])
  }

  @Test func `they are kept, told and given back, and the first one stays the presenter`() throws {
    let story = try Self.published()
    let item = try Self.item(story)
    #expect(try item["presenter"] == Self.reference("chantal", story))
    #expect(try item["coPresenters"]?.array == [Self.reference("sam", story)])
    #expect(item["presenterNames"]?.array == [.string(Self.names)])
    let file = try story.test.send(.get, "/meetings/M-1/agenda-file", as: "farah").text
    #expect(file.contains("- Presenter: @chantal, @sam, \(Self.names)"))
    let again = try story.test.sendFile("/agenda-files", file, as: "farah").json
    #expect(again["changed"] == false)
    #expect(again["program"]?[0]?["presenter"]?.string?.contains("Jane Roe") == true)
    let export = try story.test.send(
      .get, "/exports/agenda", as: "farah",
      query: ["meeting": "M-1", "format": "markdown", "lang": "en"]
    ).text
    #expect(export.contains("Chantal") && export.contains("Jane Roe (Director, Labour Standards"))
  }

  @Test func `each of them sees the item and is found by it, and who is hidden stays`() throws {
    let story = try Self.published()
    let test = story.test
    let noor = try Self.reference("noor", story)
    let hidden: JSON = ["visibility": "inCamera", "coPresenters": [noor]]
    #expect(test.send(.patch, "/agenda-items/I-1", hidden, as: "farah").status == 200)
    #expect(test.send(.get, "/agenda-items/I-1", as: "noor").status == 200)
    #expect(test.send(.get, "/agenda-items/I-1", as: "wanda").status == 404)
    let found = try test.send(
      .get, "/agenda-items", as: "farah", query: ["presenter": noor.string ?? ""]
    ).json
    #expect(found["items"]?.array?.map { $0["ref"] } == ["I-1"])
    try test.hub.write(as: .founder) { writing in
      let id = try #require(try writing.people(withHandles: ["noor"])["noor"])
      _ = try writing.edit(id) { $0.header.visibility = .private }
    }
    let file = try test.send(.get, "/meetings/M-1/agenda-file", as: "farah").text
    #expect(!file.contains("noor"))
    let changed = file.replacingText("- Presenter: @chantal, ", "- Presenter: ")
    #expect(changed != file)
    let sent = test.sendFile(
      "/agenda-files", changed, as: "farah", query: ["note": "Who speaks / Qui parle"])
    #expect(sent.status == 200)
    let record = try test.hub.read(as: .founder) { try $0.load(ID<AgendaItem>(1)) }
    #expect(record?.presenters.map(\.description) == [noor.string ?? ""])
  }

  @Test(arguments: [
    (["Jane and Luis"], "severalNames"), (["Jane Roe (Director"], "bracketNotClosed"),
    (["Jane Roe (a, b, c)"], "functionOrOrganization"), (["12"], "nameForm"),
  ])
  func `a name that cannot be read is refused at its place`(names: [String], code: String) throws {
    let story = try Self.published()
    let answer = story.test.send(
      .patch, "/agenda-items/I-1", ["presenterNames": .array(names.map { .string($0) })],
      as: "farah")
    #expect(answer.status == 422)
    let error = try answer.json["errors"]?[0]
    #expect(error?["code"]?.string == code && error?["pointer"] == "/presenterNames/0")
  }

  @Test func `at a workers’ forum a name stands only on what its members alone see`() throws {
    let story = try MeetingStory()
    let file = WorkersForumTests.agenda.replacingText(
      "- Time: 60 min", "- Time: 60 min\n- Presenter: Jane Roe (Director)")
    let refused = story.test.sendFile("/agenda-files", file, as: "felix")
    #expect(refused.status == 422)
    #expect(try refused.text.contains("noNamesOnForumAgenda"))
    let inside = file.replacingText(
      "- Presenter: Jane", "- Visibility: body\n- Presenter: Jane")
    #expect(story.test.sendFile("/agenda-files", inside, as: "felix").status == 201)
    let opened = story.test.send(
      .patch, "/agenda-items/I-1", ["visibility": "network"], as: "felix")
    #expect(opened.status == 422)
    #expect(try opened.text.contains("noNamesOnForumAgenda"))
    #expect(try !story.test.send(.get, "/agenda-items", as: "noor").text.contains("Jane Roe"))
    #expect(
      try !story.test.send(.get, "/meetings/M-1/agenda-file", as: "noor").text.contains("Jane Roe"))
    #expect(
      try story.test.send(.get, "/meetings/M-1/agenda-file", as: "wanda").text.contains("Jane Roe"))
  }
}
