import Foundation
import HubApp
import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

/// People who write at the same time lose nothing of each other.
@Suite struct ConcurrencyTests {
  private let test: TestHub
  private let action = "/action-items/A-1"

  init() throws {
    test = try TestHub()
    try Story.tell(in: test.hub)
  }

  @Test func `the second of two people saving over each other is told so`() throws {
    let read = test.send(.get, action, as: "facilitator")
    let tag = try #require(read.headers["ETag"])
    func save(_ title: String, as handle: String, _ tag: String) -> Response {
      test.send(
        .patch, action, ["title": ["en": .string(title)]], as: handle, headers: ["If-Match": tag])
    }
    #expect(save("First", as: "facilitator", tag).status == 200)
    let second = save("Second", as: "staff", tag)
    #expect(second.status == 412)
    let problem = try second.json
    #expect(problem["code"]?.string == "staleVersion")
    let current = try #require(problem["currentVersion"]?.integer)
    let kept = try test.send(.get, action, as: "staff").json
    #expect(kept["title"]?["en"]?.string == "First")
    #expect(kept["version"]?.integer == current)
    // Having read it, the second one saves; both sets of words are in the history.
    #expect(save("Second", as: "staff", "\"\(current)\"").status == 200)
    let history = try test.send(.get, action + "/history", as: "staff").text
    #expect(history.contains("First") && history.contains("Second"))
  }

  @Test func `a version must be named, and any will do only when that is said`() throws {
    var request = Request(
      .patch, "/api/v1" + action, headers: ["Content-Type": "application/json"],
      body: Array(#"{"title": {"en": "Blind"}}"#.utf8), id: "test")
    request.principal = "facilitator"
    #expect(test.api.respond(to: request).status == 428)
    let any = test.send(.patch, action, ["title": ["en": "Any"]], as: "facilitator")
    #expect(any.status == 200)
  }

  @Test func `eight people writing fifty times each leave a sound history`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let hub = try Hub.open(folder.appending(path: "hub.db").path, create: true)
    try Story.tell(in: hub)
    let before = try hub.verify().entries
    let version = try hub.read(as: .founder) { try $0.find(Story.actions[0]) }.header.version
    let results = await withTaskGroup(of: [Int].self) { group in
      for writer in 0..<8 {
        group.addTask { Self.write(50, times: writer, hub) }
      }
      return await group.reduce(into: [Int]()) { $0 += $1 }
    }
    // Half of them edit one record and have to read it anew when they come too late.
    #expect(results.allSatisfy { $0 == 200 || $0 == 201 })
    #expect(results.count == 400)
    let found = try hub.verify()
    #expect(found.isSound, "\(found.findings)")
    #expect(found.entries == before + 400)
    let action = try hub.read(as: .founder) { try $0.find(Story.actions[0]) }
    #expect(action.header.version == version + 200)
  }

  /// Odd writers create records; even ones edit the same one, until each of their edits is in.
  private static func write(_ count: Int, times writer: Int, _ hub: Hub) -> [Int] {
    let api = API(hub)
    func send(_ method: Method, _ path: String, _ body: JSON?, _ tag: String?) -> Response {
      var headers: Headers = ["Content-Type": "application/json"]
      if let tag { headers.add("If-Match", tag) }
      var request = Request(
        method, "/api/v1" + path, headers: headers, body: body?.written() ?? [], id: "test")
      request.principal = "staff"
      return api.respond(to: request)
    }
    return (0..<count).map { round in
      let title: JSON = ["en": .string("Writer \(writer), round \(round)")]
      guard writer.isMultiple(of: 2) else {
        return send(.post, "/action-items", ["body": "B-1", "title": title], nil).status
      }
      while true {
        let tag = send(.get, "/action-items/A-1", nil, nil).headers["ETag"]
        let status = send(.patch, "/action-items/A-1", ["title": title], tag).status
        if status != 412 { return status }
      }
    }
  }
}
