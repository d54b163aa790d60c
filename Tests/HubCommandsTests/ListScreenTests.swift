import Foundation
import HubApp
import HubCommands
import HubConsole
import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

/// Every noun's list as it stands on narrow terminals, in both languages, compared with files;
/// `HUB_RECORD=1 swift test` writes them anew.
@Suite struct ListScreenTests {
  private static let sample = Result { try TestHub.sample() }
  /// What the sample's records have none of: a meeting with its agenda, and something to do.
  private static let meeting = Result {
    let story = try MeetingStory()
    _ = try story.publishAgenda()
    for title in ["Write to the ministry about roofs and water", "Find a room"] {
      let answer = story.test.send(
        .post, "/action-items",
        [
          "body": "B-1", "title": ["en": .string(title), "fr": .string(title)],
          "dueOn": "2019-05-08", "assignee": "@maria",
        ], as: "farah")
      #expect(answer.status == 201)
    }
    return story.test
  }

  private static let ofMeetings: Set<RecordType> = [
    .meeting, .agenda, .agendaItem, .consideration, .actionItem,
  ]

  private static func screen(
    _ type: RecordType, _ arguments: [String], _ width: Int, _ language: Language
  ) throws -> [String] {
    let isOfMeeting = ofMeetings.contains(type)
    let run = CommandOnHub.run(
      try (isOfMeeting ? meeting : sample).get().hub,
      [type.noun] + arguments + [
        "--lang", language.rawValue, "--as", isOfMeeting ? "@farah" : "@admin", "--clock",
        isOfMeeting ? "2019-05-01T16:00:00Z" : "2025-02-01T16:00:00Z",
      ], width: width)
    #expect(run.status == .done, "\(arguments) \(run.errors)")
    return run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: [60, 80], Language.allCases)
  func `no list is wider than the terminal`(_ width: Int, _ language: Language) throws {
    var screens: [String] = []
    for kind in Kinds.all {
      let lines = try Self.screen(kind.type, ["list", "--limit", "12"], width, language)
      for line in lines {
        #expect(TextWidth.columns(line) <= width, "\(kind.type.noun): \(line)")
      }
      screens += ["$ hub \(kind.type.noun) list"] + lines
    }
    try Self.expect(screens.joined(separator: "\n"), is: "lists-\(width)-\(language.rawValue)")
  }

  @Test(arguments: [60, 80], Language.allCases)
  func `no record is wider than the terminal, but for what cannot be broken`(
    _ width: Int, _ language: Language
  ) throws {
    var screens: [String] = []
    for ref in ["B-1", "P-3", "M-1", "I-1", "A-1", "R-1", "F-1", "G-2", "K-1"] {
      let type = try #require(Reference(ref)?.type)
      for verb in ["show", "history"] {
        let lines = try Self.screen(type, [verb, ref], width, language)
        for line in lines where !line.contains("://") && !line.hasPrefix("  hub ") {
          #expect(TextWidth.columns(line) <= width, "\(ref) \(verb): \(line)")
        }
        screens += ["$ hub \(type.noun) \(verb) \(ref)"] + lines
      }
    }
    try Self.expect(screens.joined(separator: "\n"), is: "records-\(width)-\(language.rawValue)")
  }

  private static func expect(_ screen: String, is name: String) throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "Recorded/Console/\(name).txt")
    if ProcessInfo.processInfo.environment["HUB_RECORD"] != nil {
      try Data(screen.utf8).write(to: file)
    }
    #expect(screen == (try? String(contentsOf: file, encoding: .utf8)), "\(name)")
  }
}
