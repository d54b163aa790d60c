import Foundation
import HubApp
import HubHTTP
import HubTestKit
import HubText
import Testing

/// What public bodies published, as the files of the hub say it: read whole, saved, and written back
/// the same.
@Suite struct PublicRecordTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "agendas/examples")

  static let names = ["2009-06-01-council", "2016-11-23-board", "2025-10-08-standards"]

  static func file(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  @Test func `the folder has these and no others`() throws {
    for inside in ["", "minutes"] {
      let found = try FileManager.default.contentsOfDirectory(
        atPath: Self.folder.appending(path: inside).path()
      ).filter { $0.hasSuffix(".md") && $0 != "README.md" }
      #expect(found.sorted() == Self.names.map { $0 + ".md" })
    }
  }

  @Test(arguments: names)
  func `an agenda and its minutes are taken as they stand`(name: String) throws {
    let test = try TestHub.sample(now: "2026-02-01T16:00:00Z")
    let published = test.sendFile("/agenda-files", try Self.file(name + ".md"), as: "facilitator")
    #expect(published.status == 201)
    let meeting = try published.json["meeting"]?.string ?? ""
    let minutes = try Self.file("minutes/\(name).md")
      .replacing("- Meeting: M-1\n", with: "- Meeting: \(meeting)\n")
    #expect(test.sendFileAsItIs("/minutes-files", minutes, as: "facilitator").status == 200)
    for language in ["en", "fr"] {
      let written = try test.send(
        .get, "/meetings/\(meeting)/minutes-file", as: "facilitator", query: ["lang": language]
      ).text
      let again = test.sendFileAsItIs("/minutes-files", written, as: "facilitator")
      #expect(try again.json["changed"] == false, "\(language)")
      let official = test.send(
        .get, "/exports/minutes", as: "facilitator",
        query: ["meeting": .init(meeting), "format": "markdown", "lang": .init(language)])
      #expect(official.status == 200)
    }
  }
}
