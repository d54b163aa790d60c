import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp
@testable import HubModel

/// An organization, or somebody without an account, does what an action says.
@Suite struct OtherAssigneesTests {
  private func add(
    _ members: [JSON.Member], in test: TestHub, as handle: String = "facilitator"
  ) throws -> JSON {
    let draft: [JSON.Member] = [
      .init(name: "body", value: "B-1"),
      .init(name: "title", value: ["en": "Call", "fr": "Appeler"]),
    ]
    let made = test.send(.post, "/action-items", .object(draft + members), as: handle)
    #expect(made.status == 201)
    return try made.json
  }

  private func list(_ query: Query, in test: TestHub) throws -> [String] {
    let answer = test.send(.get, "/action-items", as: "facilitator", query: query)
    #expect(answer.status == 200)
    return (try answer.json["items"]?.array ?? []).compactMap { $0["ref"]?.string }
  }

  @Test func `what an organization does is found by it, and moved by those who run the body`()
    throws
  {
    let test = try TestHub.sample()
    let person = test.send(.get, "/people", as: "admin", query: ["handle": "liaison-federal"])
    let organization = try #require(person.json["items"]?[0]?["organization"]?.string)
    let action = try add([.init(name: "organization", value: .string(organization))], in: test)
    let ref = try #require(action["ref"]?.string)
    #expect(try list(["organization": organization, "limit": "500"], in: test).contains(ref))
    #expect(try !list(["assignee": "", "limit": "500"], in: test).contains(ref))
    #expect(try !list(["organization": "", "limit": "500"], in: test).contains(ref))
    let path = "/action-items/\(ref)/transitions"
    let start: JSON = ["to": "inProgress"]
    #expect(test.send(.post, path, start, as: "liaison-federal").status == 403)
    #expect(test.send(.post, path, start, as: "facilitator").status == 200)
  }

  @Test func `somebody by name is searched, filtered and told as written`() throws {
    let test = try TestHub.sample()
    let action = try add(
      [.init(name: "assigneeName", value: "Jane  Roe (Director, Ministry of Labour)")], in: test)
    let ref = try #require(action["ref"]?.string)
    #expect(action["assigneeName"] == "Jane Roe (Director, Ministry of Labour)")
    #expect(try !list(["assignee": "", "limit": "500"], in: test).contains(ref))
    let found = try test.send(.get, "/search", as: "facilitator", query: ["q": "Jane Roe"]).json
    #expect((found["items"]?.array ?? []).contains { $0["ref"]?.string == ref })
    for (name, code) in [
      ("Jane Roe (Director", "unclosedParticipant"), ("Roe, Jane", "participantNotRead"),
      ("Jane and John", "severalParticipants"),
    ] {
      let change: JSON = ["assigneeName": .string(name)]
      let answer = test.send(.patch, "/action-items/\(ref)", change, as: "facilitator")
      #expect(try answer.json["errors"]?[0]?["code"]?.string == code)
    }
  }

  @Test func `at a workers’ forum somebody by name is seen by the body at most`() throws {
    let story = try MinutesStoryTests.told()
    let test = story.test
    let draft: JSON = [
      "body": "B-2", "title": ["en": "Call", "fr": "Appeler"], "visibility": "public",
      "assigneeName": "Jane Roe (Cook)",
    ]
    let made = test.send(.post, "/action-items", draft, as: "felix")
    #expect(try made.json["visibility"] == "body")
    let ref = try made.json["ref"]?.string ?? ""
    let wider: JSON = ["visibility": "network"]
    let refused = test.send(.patch, "/action-items/\(ref)", wider, as: "felix")
    #expect(try refused.json["errors"]?[0]?["code"] == "namedAtForum")
    let shared: JSON = ["sharedWith": ["B-1"]]
    let told = test.send(.patch, "/action-items/\(ref)", shared, as: "felix")
    #expect(told.status == 422)
    // Without the name it is like any other.
    let both: JSON = ["visibility": "network", "assigneeName": nil]
    #expect(test.send(.patch, "/action-items/\(ref)", both, as: "felix").status == 200)
  }

  @Test func `a minutes file names them, and is written as it was read`() throws {
    let story = try MinutesStoryTests.told()
    let organization = try #require(
      story.test.send(.get, "/organizations/O-1", as: "sam").json["name"]?["en"]?.string)
    let file = MinutesStoryTests.minutes.replacing(
      "@farah by Friday",
      with: "Responsible: \(organization), @farah; Jane Roe (Director, Ministry) by Friday")
    let saved = story.test.sendFile("/minutes-files", file, as: "sam")
    #expect(saved.status == 200)
    let said = try saved.json["items"]?.array?.flatMap { $0["outcomes"]?.array ?? [] }
      .compactMap { $0["particulars"]?.string }.first { $0.contains("Responsible") }
    #expect(said?.hasPrefix("Responsible: @farah, O-1; Jane Roe (Director, Ministry) by ") == true)
    let written = try story.test.send(.get, "/meetings/M-1/minutes-file", as: "sam").text
    #expect(written.contains("Responsible: @farah, O-1; Jane Roe (Director, Ministry) by "))
    let again = story.test.sendFile("/minutes-files", written, as: "sam")
    #expect(try again.json["updated"] == [])
    let export = try story.test.send(
      .get, "/exports/minutes", as: "sam",
      query: ["meeting": "M-1", "lang": "en", "format": "markdown"]
    ).text
    #expect(export.contains("Jane Roe (Director, Ministry)"))
  }

  @Test func `of two organizations that are called so, the one that is meant is asked for`() throws
  {
    let story = try MinutesStoryTests.told()
    _ = try story.test.hub.write(as: .founder) { writing in
      var same = Organization()
      (same.header.network, same.kind) = (ID(1), .union)
      same.name = LocalizedText(en: "Example Ministry", fr: "Autre")
      try writing.create(same)
    }
    let file = MinutesStoryTests.minutes.replacing(
      "@farah by Friday", with: "Responsible: example ministry by Friday")
    let answer = try story.test.sendFile("/minutes-files/check", file, as: "sam").json
    let fault = answer["faults"]?.array?.first
    #expect(fault?["code"] == "ambiguousOrganization")
    #expect(fault?["detail"]?.string?.contains("O-1, O-2") == true)
  }
}
