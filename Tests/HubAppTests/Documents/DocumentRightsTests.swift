import HubApp
import HubHTTP
import HubTestKit
import HubText
import Testing

/// What a document is kept with decides who may add, replace and withdraw it, and what it can be.
@Suite struct DocumentRightsTests {
  private func code(_ answer: Response) throws -> String? {
    try answer.json["errors"]?[0]?["code"]?.string ?? answer.json["code"]?.string
  }

  @Test func `whoever once could no longer can`() throws {
    let story = try DocumentStory()
    let ref = try story.document()
    #expect(story.put([65], to: ref).status == 201)
    let memberships =
      try story.test.send(
        .get, "/memberships", as: "staff-bc", query: ["body": "B-1", "person": "@facilitator"]
      ).json["items"]?.array ?? []
    #expect(memberships.count == 1)
    for membership in memberships {
      let ended = story.test.send(
        .patch, "/memberships/\(membership["ref"]?.string ?? "")", ["endsOn": "2025-01-01"],
        as: "staff-bc")
      #expect(ended.status == 200)
    }
    let title: JSON = ["title": ["en": "Other", "fr": "Autre"]]
    #expect(
      story.test.send(.patch, "/meetings/\(story.meeting)", title, as: "facilitator").status == 403)
    #expect(story.put([66], to: ref, after: 1).status == 403)
    #expect(story.test.send(.patch, "/documents/\(ref)", title, as: "facilitator").status == 403)
    let withdrawn: JSON = ["to": "withdrawn", "reason": "No longer"]
    #expect(
      story.test.send(.post, "/documents/\(ref)/transitions", withdrawn, as: "facilitator").status
        == 403)
    #expect(try story.get(ref, as: "staff-bc").collected() == [65])
    #expect(story.put([66], to: ref, after: 1, as: "staff-bc").status == 200)
  }

  @Test func `a member keeps a paper with what they proposed until the agenda goes out`() throws {
    let story = try DocumentStory()
    let item = try DocumentStory.add(
      story.test, "/agenda-items",
      [
        "meeting": .string(story.meeting), "title": ["en": "Buses", "fr": "Autobus"],
        "purpose": "discussion",
      ], as: "union-rep")
    let ref = try story.document(with: item, as: "union-rep")
    #expect(story.put([65], to: ref, as: "union-rep").status == 201)
    #expect(story.put([66], to: ref, after: 1, as: "union-rep").status == 200)
    let purpose: JSON = ["purpose": "information"]
    #expect(
      story.test.send(.patch, "/agenda-items/\(story.item)", purpose, as: "facilitator").status
        == 200)
    let agenda = "/agendas/MA-\(story.meeting.dropFirst(2))/transitions"
    #expect(story.test.send(.post, agenda, ["to": "published"], as: "facilitator").status == 200)
    #expect(story.put([67], to: ref, after: 2, as: "union-rep").status == 403)
    let more: JSON = ["subject": .string(item), "title": ["en": "More", "fr": "Plus"]]
    #expect(story.test.send(.post, "/documents", more, as: "union-rep").status == 403)
    #expect(story.put([67], to: ref, after: 2).status == 200)
  }

  @Test func `what is private is for an organization, and nobody’s otherwise`() throws {
    let story = try DocumentStory()
    let hidden: JSON = [
      "subject": .string(story.item), "title": ["en": "Plan", "fr": "Plan"],
      "visibility": "private",
    ]
    let refused = story.test.send(.post, "/documents", hidden, as: "facilitator")
    #expect(refused.status == 422)
    #expect(try code(refused) == "privateToNobody")
  }

  @Test func `what may go public has its title in every language`() throws {
    let story = try DocumentStory(visibility: "public")
    let half: [(String, JSON)] = [
      ("subject", .string(story.meeting)), ("title", ["en": "Plan"]),
    ]
    func body(_ more: [(String, JSON)]) -> JSON {
      .object((half + more).map { .init(name: $0.0, value: $0.1) })
    }
    let refused = story.test.send(.post, "/documents", body([]), as: "facilitator")
    #expect(refused.status == 422)
    #expect(try refused.json["errors"]?[0]?["pointer"] == "/title/fr")
    let inside = story.test.send(
      .post, "/documents", body([("visibility", "body")]), as: "facilitator")
    #expect(inside.status == 201)
    let opened = story.test.send(
      .patch, "/documents/\(try inside.json["ref"]?.string ?? "")", ["visibility": "public"],
      as: "facilitator")
    #expect(try code(opened) == "missingTranslation")
  }

  @Test func `what a body approved is what it had before it`() throws {
    let test = try MinutesStoryTests.told().test
    #expect(test.sendFile("/minutes-files", MinutesStoryTests.minutes, as: "sam").status < 300)
    func add(_ subject: String) -> Response {
      test.send(
        .post, "/documents",
        ["subject": .string(subject), "title": ["en": "Map", "fr": "Carte"]], as: "farah")
    }
    let before = try add("I-3").json["ref"]?.string ?? ""
    for state in ["corrections", "approved"] {
      let moved = test.send(
        .post, "/minutes/MM-1/transitions", ["to": .string(state), "reason": "as agreed"],
        as: "farah")
      #expect(moved.status == 200)
    }
    for subject in ["I-3", "D-1", "MM-1"] {
      #expect(try code(add(subject)) == "minutesLocked", "\(subject)")
    }
    let other: JSON = ["title": ["en": "Plan", "fr": "Plan"]]
    #expect(
      try code(test.send(.patch, "/documents/\(before)", other, as: "farah")) == "minutesLocked")
    for subject in ["M-1", "A-1"] { #expect(add(subject).status == 201, "\(subject)") }
  }
}
