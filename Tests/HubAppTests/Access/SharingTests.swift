import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// Making a record stricter, sharing it, and loosening it again.
@Suite struct SharingTests {
  /// A recommendation of the first body that nobody holds back, from a stage of its own.
  private func open() throws -> (Stage, Exhibit) {
    let stage = try Stage()
    let exhibit = try stage.test.hub.read(as: .founder) { reading in
      try reading.loadAll(Recommendation.self, where: "t.provisional = 0 AND t.state = 'adopted'")
        .first { $0.header.visibility == .public }
    }
    return (stage, Exhibit(try #require(exhibit), people: stage.people))
  }

  private func change(_ stage: Stage, _ exhibit: Exhibit, _ json: JSON, as handle: String)
    -> Response
  { stage.test.send(.patch, path(exhibit), json, as: handle) }

  private func path(_ exhibit: Exhibit) -> String {
    "/\(exhibit.reference.type.path)/\(exhibit.reference)"
  }

  /// Who sees the record now; told by its page and by its list, which must agree.
  private func audience(_ stage: Stage, _ exhibit: Exhibit) throws -> Set<String> {
    var seen: Set<String> = []
    for figure in Figure.all {
      let isSeen = stage.test.send(.get, path(exhibit), as: figure.principal).status == 200
      if isSeen { seen.insert(figure.handle) }
      let listed = try stage.test.hub.read(as: figure.identity) { reading in
        try Search.find(Specimen.word, types: [exhibit.reference.type], limit: 1000, in: reading)
          .hits.contains { $0.entry.reference == exhibit.reference }
      }
      #expect(listed == isSeen, "\(figure)")
    }
    return seen
  }

  private static let officers: Set = ["secretary", "facilitator", "chair", "staff", "admin"]

  @Test func `a record that is made stricter is hidden everywhere at once`() throws {
    let (stage, exhibit) = try open()
    #expect(try audience(stage, exhibit).count == Figure.all.count)
    #expect(change(stage, exhibit, ["visibility": "inCamera"], as: "chair").status == 200)
    #expect(try audience(stage, exhibit) == Self.officers)
  }

  @Test func `a record is shared with a body and with a person`() throws {
    let (stage, exhibit) = try open()
    let person = try #require(stage.people["networker"])
    let json: JSON = ["visibility": "inCamera", "sharedWith": ["B-2", .string("P-\(person)")]]
    #expect(change(stage, exhibit, json, as: "chair").status == 200)
    let shared = Self.officers.union(["chair-elsewhere", "networker"])
    #expect(try audience(stage, exhibit) == shared)
    #expect(change(stage, exhibit, ["sharedWith": []], as: "chair").status == 200)
    #expect(try audience(stage, exhibit) == Self.officers)
  }

  @Test func `loosening is logged with who did it and what it was`() throws {
    let (stage, exhibit) = try open()
    #expect(change(stage, exhibit, ["visibility": "body"], as: "secretary").status == 200)
    #expect(change(stage, exhibit, ["visibility": "network"], as: "facilitator").status == 200)
    let history = try stage.test.send(.get, path(exhibit) + "/history", as: "chair").json
    let last = try #require(history["items"]?.array?.last)
    #expect(last["by"]?.string == "@facilitator")
    #expect(last["act"]?.string == "edit")
    #expect(last["content"]?["change"] == ["visibility": "network"])
  }

  @Test func `those who may not edit a record may not loosen it either`() throws {
    let (stage, exhibit) = try open()
    #expect(change(stage, exhibit, ["visibility": "network"], as: "chair").status == 200)
    for figure in Figure.all where !Self.officers.contains(figure.handle) {
      guard figure.handle != "author", let principal = figure.principal else { continue }
      let answer = change(stage, exhibit, ["visibility": "public"], as: principal)
      #expect(answer.status == (figure.network == 1 ? 403 : 404), "\(figure)")
    }
    #expect(try audience(stage, exhibit).contains("anonymous") == false)
  }

  @Test func `what a record said while it was held back stays with those who saw it then`() throws {
    let (stage, exhibit) = try open()
    let secret = "The employer's name"
    let hide: JSON = ["visibility": "inCamera", "sourceNote": ["en": .string(secret), "fr": "…"]]
    #expect(change(stage, exhibit, hide, as: "chair").status == 200)
    let show: JSON = [
      "visibility": "public",
      "sourceNote": ["en": "A name was taken out", "fr": "Un nom a été retiré"],
    ]
    #expect(change(stage, exhibit, show, as: "chair").status == 200)
    for figure in Figure.all {
      let answer = stage.test.send(.get, path(exhibit) + "/history", as: figure.principal)
      let text = String(decoding: try answer.collected(), as: UTF8.self)
      #expect(answer.status == 200)
      #expect(text.contains("A name was taken out"))
      #expect(text.contains(secret) == Self.officers.contains(figure.handle), "\(figure)")
    }
  }
}
