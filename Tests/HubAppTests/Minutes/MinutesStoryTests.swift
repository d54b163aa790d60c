import Foundation
import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

@Suite struct MinutesStoryTests {
  static let minutes = """
    # Minutes: Spring plenary / Procès-verbal : Plénière du printemps

    - Meeting: M-1
    - Present: @farah, @sam (remote), @chantal for @denis, @noor
    - Excused: @maria
    - Workers: 12 (Fraser Valley)

    ## 1. Welcome / Mot de bienvenue

    ### English

    Quorum is met. ||Somebody came late.||

    ### Français

    Le quorum est atteint. ||Quelqu’un est arrivé en retard.||

    - Information: We meet again in June. / Nous nous revoyons en juin.

    ## 2. A complaint / Une plainte

    - Status: deferred

    ### English

    The farm will be called.

    ### Français

    On appellera la ferme.

    ## 3. Housing visits / Visites de logement

    ### English

    Nobody objects.

    ### Français

    Personne ne s’oppose.

    - Decision: Adopt R-1. / Adopter R-1. (consensus)
    - Action: Send R-1. / Transmettre R-1. @farah by Friday
    - Recommendation: Pay interpreters. / Payer des interprètes. to O-1 (funding)

    """

  static func told(_ now: String = "2019-05-15T16:00:00Z") throws -> MeetingStory {
    let story = try MeetingStory()
    try story.publishAgenda()
    return story.at(now)
  }

  @Test func `saving minutes records who was there, what became of the items and the outcomes`()
    throws
  {
    let story = try Self.told()
    let saved = story.test.sendFile("/minutes-files", Self.minutes, as: "sam")
    #expect(saved.status == 200)
    let json = try saved.json
    #expect(json["minutes"] == "MM-1" && json["state"] == "drafting" && json["changed"] == true)
    #expect(json["created"] == ["D-1", "A-1", "R-2"])
    #expect(json["quorum"] == ["needed": 4, "present": 4, "met": true])
    #expect(try story.test.send(.get, "/meetings/M-1", as: "noor").json["state"] == "held")
    let action = try story.test.send(.get, "/action-items/A-1", as: "farah").json
    #expect(action["dueOn"] == "2019-05-17" && action["provisional"] == true)
    #expect(try story.test.send(.get, "/agenda-items/I-2", as: "farah").json["state"] == "deferred")
    let before = try story.test.dump()
    let again = try story.test.sendFile("/minutes-files", Self.minutes, as: "sam").json
    #expect(again["changed"] == false)
    for language in ["en", "fr"] {
      let file = try story.test.send(
        .get, "/meetings/M-1/minutes-file", as: "sam", query: ["lang": language]
      ).text
      let same = story.test.sendFile("/minutes-files", file, as: "sam")
      #expect(try same.json["changed"] == false, Comment(rawValue: file))
    }
    #expect(try story.test.dump() == before)
  }

  @Test func `two people who save over each other get a conflict that names the items`() throws {
    let story = try Self.told()
    _ = story.test.sendFile("/minutes-files", Self.minutes, as: "sam")
    let file = try story.test.send(.get, "/meetings/M-1/minutes-file", as: "sam").text
    let hers = file.replacingText("Nobody objects.", "Nobody objected.")
    #expect(story.test.sendFile("/minutes-files", hers, as: "farah").status == 200)
    let before = try story.test.dump()
    let his = story.test.sendFile(
      "/minutes-files", file.replacingText("Adopt R-1.", "Adopt R-1 now."), as: "sam")
    #expect(his.status == 412)
    #expect(try his.json["changed"] == ["I-3"])
    #expect(try story.test.dump() == before)
  }

  @Test func `minutes go from drafting to an erratum, and everybody sees what is for them`() throws
  {
    let story = try Self.told()
    _ = story.test.sendFile("/minutes-files", Self.minutes, as: "sam")
    #expect(story.test.send(.get, "/meetings/M-1/minutes-file", as: "maria").status == 404)
    func move(_ to: String, _ more: JSON = [:], at story: MeetingStory) throws -> Response {
      var members = more.object ?? []
      members.append(JSON.Member(name: "to", value: .string(to)))
      return story.test.send(
        .post, "/minutes/MM-1/transitions", .object(members), as: "farah")
    }
    #expect(try move("corrections", at: story).status == 200)
    let members = try story.test.send(.get, "/meetings/M-1/minutes-file", as: "maria").text
    #expect(members.contains("||Somebody came late.||") && members.contains("@denis"))
    #expect(members.contains("## 2. In camera / À huis clos") && !members.contains("farm"))
    #expect(story.test.send(.get, "/meetings/M-1/minutes-file", as: "noor").status == 404)
    let next = MeetingStory.agenda.replacingText(
      "Spring plenary / Plénière du printemps",
      "Fall plenary / Plénière d’automne"
    ).replacingText("2019-05-14", "2019-09-17")
      .replacingText("    - Papers: R-1 (decision, decides)\n", "")
    #expect(story.test.sendFile("/agenda-files", next, as: "farah").status == 201)
    let fall = story.at("2019-09-18T16:00:00Z")
    #expect(try move("approved", ["approvedAt": "I-4"], at: fall).status == 200)
    let decision = try fall.test.send(.get, "/decisions/D-1", as: "noor").json
    #expect(decision["provisional"] == false)
    let locked = fall.test.sendFile(
      "/minutes-files", Self.minutes.replacingText("Nobody", "No one"), as: "sam")
    #expect(locked.status == 409)
    #expect(try locked.json["code"] == "minutesLocked")
    #expect(try move("published", at: fall).status == 200)
    let out = try fall.test.send(.get, "/meetings/M-1/minutes-file", as: "noor").text
    #expect(out.contains("Quorum is met. [redacted]") && !out.contains("late"))
    #expect(out.contains("## 2. In camera / À huis clos\n\n## 3. Housing visits"))
    let item = try fall.test.send(.get, "/agenda-items/I-1", as: "noor").json
    #expect(item["notes"]?["fr"] == "Le quorum est atteint. [caviardé]")
    #expect(try fall.test.send(.get, "/item-notes", as: "noor").json["items"]?.array?.count == 0)
    let corrected = fall.test.sendFile(
      "/minutes-files", Self.minutes.replacingText("Nobody objects.", "Nobody objected."),
      as: "farah", query: ["erratum_en": "Tense", "erratum_fr": "Temps"])
    #expect(corrected.status == 200)
    #expect(try corrected.json["state"] == "corrected")
    #expect(try corrected.json["edition"] == 2)
  }
}
