import HubHTTP
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What is refused of people, organizations, bodies and networks.
@Suite struct PeopleFaultTests {
  static let staff = "specimen-1"

  static let requests: [Refused] = [
    Refused("badHandle", at: "/handle", .patch("/people/P-2", ["handle": "Ana Lee"], as: staff)),
    Refused("badEmail", at: "/email", .patch("/people/P-2", ["email": "ana"], as: staff)),
    Refused(
      "dutiesNeedOrganization", at: "/duties",
      .patch("/people/P-2", ["organization": nil, "duties": ["liaison"]], as: staff)),
    Refused(
      "badCoordinates", at: "/coordinates",
      .patch("/organizations/O-1", ["coordinates": "91.0,0.0"], as: staff)),
    Refused(
      "noQuorumForKind", at: "/quorum",
      .patch("/bodies/B-1", ["kind": "governmentTable", "quorum": 3], as: staff)),
    Refused(
      "tooSmall", at: "/quorum", .patch("/bodies/B-1", ["kind": "plenary", "quorum": 0], as: staff)),
    Refused(
      "unknownLanguage", at: "/languages",
      .patch("/networks/N-1", ["languages": ["en", "es"]], as: staff)),
  ]

  @Test(arguments: requests)
  func `what nobody can be is refused`(_ refused: Refused) throws {
    try World().test.expect(refused)
  }

  @Test func `nobody puts a record into a network that is not theirs`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    try test.expect(
      Refused(
        "otherNetwork", at: "/network", status: 403,
        after: [
          .post(
            "/networks",
            [
              "name": ["en": "Abroad", "fr": "Ailleurs"],
              "jurisdiction": ["en": "Elsewhere", "fr": "Ailleurs"],
            ], as: "admin")
        ],
        .post(
          "/bodies", ["name": ["en": "Body", "fr": "Instance"], "network": "N-2"], as: "staff")))
  }

  @Test func `somebody who is not there can ask for nothing`() throws {
    try World.shared.test.expect(
      Refused("unknownPerson", .get("/bodies", [:], as: "nobody-here")))
  }
}
