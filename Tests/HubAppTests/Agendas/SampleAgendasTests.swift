import Foundation
import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// The files in `agendas/` on the sample network, one meeting after another.
@Suite struct SampleAgendasTests {
  static let meetings: [(file: String, published: String, recorded: String?)] = [
    ("2016-11-23-forum.md", "2019-03-01T17:00:00Z", "2019-03-02T17:00:00Z"),
    ("2019-04-09-working-group.md", "2019-03-26T17:00:00Z", "2019-04-11T17:00:00Z"),
    ("2019-05-14-plenary.md", "2019-04-26T17:00:00Z", "2019-05-15T17:00:00Z"),
    ("2019-06-04-government-table.md", "2019-05-21T17:00:00Z", "2019-06-05T17:00:00Z"),
    ("2019-09-17-plenary.md", "2019-08-27T17:00:00Z", "2019-09-18T17:00:00Z"),
  ]

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func `every file is taken once, and comes back whole`() throws {
    let sample = try TestHub(now: "2019-03-01T17:00:00Z")
    try Sample.load(into: sample.hub)
    func read(_ path: String) throws -> String {
      try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }
    for (number, meeting) in Self.meetings.enumerated() {
      let ahead = sample.at(meeting.published)
      let agenda = try read("agendas/\(meeting.file)")
      #expect(ahead.sendFile("/agenda-files", agenda, as: "admin").status == 201, "\(meeting)")
      try expectUnchanged(agenda, "agenda", number + 1, in: ahead)
      guard let recorded = meeting.recorded else { continue }
      let after = sample.at(recorded)
      let minutes = try read("agendas/minutes/\(meeting.file)")
      #expect(after.sendFile("/minutes-files", minutes, as: "admin").status == 200, "\(meeting)")
      try expectUnchanged(minutes, "minutes", number + 1, in: after)
    }
  }

  /// The file again, and what the hub writes, in both languages, are the same to the hub.
  private func expectUnchanged(
    _ text: String, _ kind: String, _ meeting: Int, in test: TestHub
  ) throws {
    let before = try test.dump()
    var files = [text]
    for language in ["en", "fr"] {
      files.append(
        try test.send(
          .get, "/meetings/M-\(meeting)/\(kind)-file", as: "admin", query: ["lang": language]
        ).text)
    }
    for file in files {
      let answer = try test.sendFile("/\(kind)-files", file, as: "admin").json
      #expect(answer["changed"] == false, "\(kind) of M-\(meeting)")
    }
    #expect(try test.dump() == before)
  }
}
