import HubApp
import HubHTTP
import HubTestKit
import HubText
import Testing

/// A meeting is by the clocks of its network, unless somebody says otherwise.
@Suite struct MeetingZoneTests {
  @Test func `no zone is made up`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    func add(_ zone: String?) throws -> JSON {
      var members: [JSON.Member] = [
        .init(name: "body", value: "B-1"), .init(name: "title", value: ["en": "M", "fr": "M"]),
        .init(name: "startsAt", value: "2019-06-03T16:00:00Z"),
        .init(name: "endsAt", value: "2019-06-03T18:00:00Z"),
      ]
      if let zone { members.append(.init(name: "timeZone", value: .string(zone))) }
      let made = test.send(.post, "/meetings", .object(members), as: "facilitator")
      #expect(made.status == 201)
      return try made.json["timeZone"] ?? .null
    }
    #expect(try add(nil) == "America/Vancouver")
    #expect(try add("America/Winnipeg") == "America/Winnipeg")
    let changed = test.send(.patch, "/meetings/M-2", ["timeZone": ""], as: "facilitator")
    #expect(try changed.json["timeZone"] == "America/Vancouver")
    let wrong = test.send(.patch, "/meetings/M-2", ["timeZone": "Mars"], as: "facilitator")
    #expect(wrong.status == 422)
  }
}
