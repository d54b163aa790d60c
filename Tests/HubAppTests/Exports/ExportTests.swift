import Foundation
import HubHTTP
import HubModel
import HubTestKit
import Testing

@testable import HubApp

@Suite struct ExportTests {
  static let recorded: [(kind: String, meeting: ID<Meeting>, language: String, format: String)] =
    ["html", "markdown", "json"].flatMap { format in
      (format == "json" ? ["both"] : ["en", "fr", "both"]).flatMap { language in
        [
          ("digest", ExportStory.digest, language, format),
          ("minutes", ExportStory.digest, language, format),
          ("agenda", ExportStory.digest, language, format),
          ("highlights", ExportStory.forum, language, format),
        ]
      }
    }

  @Test(arguments: recorded)
  func `an export is the same, byte for byte, as the one that was read and approved`(
    kind: String, meeting: ID<Meeting>, language: String, format: String
  ) throws {
    let answer = try ExportStory().export(kind, of: meeting, language, format, as: "luc")
    #expect(answer.status == 200)
    let disposition = answer.headers["Content-Disposition"] ?? ""
    let name = disposition.split(separator: "\"")[1]
    try RecordedFile.expect(try answer.collected(), is: String(name))
  }
}

/// Compares whole exports with files; `HUB_RECORD=1 swift test` writes them anew.
enum RecordedFile {
  static func expect(
    _ bytes: [UInt8], is name: String, file: String = #filePath,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let tests = URL(filePath: file).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = tests.appending(path: "Recorded/Exports")
    let url = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["HUB_RECORD"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
    let recorded = (try? Data(contentsOf: url)).map(Array.init) ?? []
    #expect(bytes == recorded, "\(name)", sourceLocation: location)
  }
}
