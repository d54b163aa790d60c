import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

@Suite struct AgendaAPITests {
  private let path = "/meetings/M-1/agenda"

  @Test func `a meeting comes with its agenda and its items`() throws {
    let story = try MeetingStory()
    try story.publishAgenda()
    let answer = try story.test.send(.get, path, as: "farah").json
    #expect(answer["meeting"]?["ref"] == "M-1")
    #expect(answer["agenda"]?["state"] == "published")
    let items = try #require(answer["items"]?.array)
    #expect(items.map { $0["number"] } == [1, 2, 3])
    #expect(items.map { $0["title"]?["en"] } == ["Welcome", "A complaint", "Housing visits"])
    #expect(answer["names"]?["B-1"]?["fr"] == "Plénière")
    #expect(answer["names"]?["P-4"]?["en"] == "Maria")
  }

  @Test func `an item that the caller may not see keeps its number and nothing else`() throws {
    let story = try MeetingStory()
    try story.publishAgenda()
    let answer = story.test.send(.get, path, as: "noor")
    #expect(try answer.json["items"]?[1] == ["number": 2])
    #expect(try answer.json["items"]?[2]?["number"] == 3)
    #expect(try !answer.text.contains("complaint") && !answer.text.contains("I-2"))
    #expect(story.test.send(.get, path).status == 404)
    #expect(story.test.send(.get, "/meetings/M-2/agenda", as: "farah").status == 404)
  }

  @Test func `an agenda that is not released is not there for others`() throws {
    let story = try MeetingStory()
    try story.publishAgenda()
    let meeting: JSON = [
      "body": "B-1", "title": ["en": "Next", "fr": "Prochaine"],
      "startsAt": "2019-06-14T16:00:00Z", "endsAt": "2019-06-14T18:00:00Z",
    ]
    try #require(story.test.send(.post, "/meetings", meeting, as: "farah").status == 201)
    #expect(story.test.send(.get, "/meetings/M-2/agenda", as: "farah").status == 200)
    #expect(story.test.send(.get, "/meetings/M-2/agenda", as: "noor").status == 404)
  }

  @Test func `its tag changes with every part`() throws {
    let story = try MeetingStory()
    try story.publishAgenda()
    var tags: Set<String> = []
    for change: JSON? in [nil, ["title": ["en": "Hello", "fr": "Bonjour"]]] {
      if let change {
        let answer = story.test.send(.patch, "/agenda-items/I-1", change, as: "farah")
        #expect(answer.status == 200)
      }
      let tag = try #require(story.test.send(.get, path, as: "noor").headers["ETag"])
      tags.insert(tag)
      let same = story.test.send(.get, path, as: "noor", headers: ["If-None-Match": tag])
      #expect(same.status == 304)
    }
    try story.test.hub.write(as: .founder) { writing in
      _ = try writing.edit(ID<Person>(4)) { $0.name = "Maria Lopez" }
    }
    tags.insert(try #require(story.test.send(.get, path, as: "noor").headers["ETag"]))
    #expect(tags.count == 3)
  }

  @Test func `however many items there are, it takes the same statements`() throws {
    let story = try MeetingStory()
    try story.publishAgenda()
    func count() throws -> Int {
      // The first time, the hub learns who is meant by an audience that it meets.
      _ = story.test.send(.get, path, as: "farah")
      return try story.test.statements {
        #expect(story.test.send(.get, path, as: "farah").status == 200)
      }
    }
    let before = try count()
    for _ in 0..<5 {
      let item: JSON = ["meeting": "M-1", "title": ["en": "More", "fr": "Plus"]]
      #expect(story.test.send(.post, "/agenda-items", item, as: "farah").status == 201)
    }
    #expect(try count() == before)
  }
}
