import HubHTTP
import HubModel
import HubTestKit
import HubText
import HubWords
import Testing

@testable import HubApp

/// What is refused of any record, of any list of them, and of a step of a life cycle.
@Suite struct RecordFaultTests {
  static let staff = "specimen-1"

  static let requests: [Refused] = [
    Refused(
      "badWord", at: "/regions/1",
      .patch("/organizations/O-1", ["regions": ["Fraser Valley", "a,b"]], as: staff)),
    Refused(
      "notPartOfMove", at: "/title",
      .post(
        "/action-items/A-1/transitions", ["to": "done", "title": ["en": "No", "fr": "Non"]],
        as: staff)),
    Refused(
      "toOrVerb", at: "/verb", status: 400,
      .post("/action-items/A-1/transitions", ["to": "done", "verb": "done"], as: staff)),
    Refused(
      "wrongType", at: "/verb", status: 400,
      .post("/action-items/A-1/transitions", ["verb": 5], as: staff)),
    Refused(
      "required", at: "/to", status: 400,
      .post("/action-items/A-1/transitions", ["reason": "why"], as: staff)),
    Refused(
      "unknownChoiceNear", at: "/verb",
      .post("/action-items/A-1/transitions", ["verb": "doen"], as: staff)),
    Refused(
      "notPartOfMove", at: "/title",
      .post("/action-items/A-1/transitions", ["verb": "done", "title": ["en": "No"]], as: staff)),
    Refused(
      "closedVerb", at: "/verb", status: 409,
      .post("/action-items/A-1/transitions", ["verb": "verify"], as: staff)),
    Refused("badLimit", at: "limit", status: 400, .get("/bodies", ["limit": "501"], as: staff)),
    Refused(
      "badLimit", at: "limit", status: 400, .get("/search", ["q": "a", "limit": "101"], as: staff)),
    Refused("badCursor", at: "cursor", status: 400, .get("/bodies", ["cursor": "zzz"], as: staff)),
    Refused(
      "badCursor", at: "cursor", status: 400,
      .get("/search", ["q": "a", "cursor": "zzz"], as: staff)),
    Refused(
      "unknownSort", at: "sort", status: 400, .get("/bodies", ["sort": "-mandate"], as: staff)),
    Refused(
      "unknownFilter", at: "colour", status: 400, .get("/bodies", ["colour": "blue"], as: staff)),
    Refused(
      "unknownFilterNear", at: "handel", status: 400, .get("/people", ["handel": "ana"], as: staff)),
    Refused(
      "wrongFlag", at: "overdue", status: 400, .get("/action-items", ["overdue": "1"], as: staff)),
    Refused(
      "unknownChoice", at: "kind", status: 400, .get("/bodies", ["kind": "choir"], as: staff)),
    Refused(
      "unknownChoice", at: "type", status: 400,
      .get("/search", ["q": "a", "type": "choir"], as: staff)),
    Refused("nothingToFind", at: "q", status: 400, .get("/search", ["q": "…"], as: staff)),
  ]

  @Test(arguments: requests)
  func `what means nothing is refused`(_ refused: Refused) throws {
    try World.shared.test.expect(refused)
  }

  static let withoutSteps = RecordType.allCases.filter { Kinds.kind(of: $0).lifeCycle == nil }

  /// Over the API there is no way to ask for it; the library says why.
  @Test(arguments: withoutSteps)
  func `what has no life cycle cannot be moved along one`(type: RecordType) throws {
    try still(type.subject)
  }

  private func still<R: Stored>(_ type: R.Type) throws {
    let world = try World.shared
    let answer = Asked.move("/\(R.type.path)/\(Reference(R.type, 1))", to: "done", as: Self.staff)
      .answer(world.test)
    #expect(answer.status == 404)
    let fault = try world.trying { try $0.move(ID<R>(1), to: "done") }.refusal?.faults.first
    #expect(fault == Fault("noLifeCycle", ["type": R.type.rawValue]))
    for language in Language.allCases {
      let sentence = try Words(language).sentence(#require(fault))
      #expect(Sentence.isWhole(sentence), "\(sentence)")
    }
  }
}
