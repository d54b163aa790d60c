import Foundation
import HubApp
import HubCommands
import HubConsole
import HubModel
import HubTestKit
import HubText
import Testing

/// Every noun's list as it stands on narrow terminals, in both languages, compared with files;
/// `HUB_RECORD=1 swift test` writes them anew.
@Suite struct ListScreenTests {
  private static let sample = Result { try TestHub.sample() }

  private static func screen(_ arguments: [String], _ width: Int, _ language: Language) throws
    -> [String]
  {
    let run = CommandOnHub.run(
      try sample.get().hub,
      arguments + [
        "--lang", language.rawValue, "--as", "@admin", "--clock", "2025-02-01T16:00:00Z",
      ], width: width)
    #expect(run.status == .done, "\(arguments) \(run.errors)")
    return run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: [60, 80], Language.allCases)
  func `no list is wider than the terminal`(_ width: Int, _ language: Language) throws {
    var screens: [String] = []
    for kind in Kinds.all {
      let lines = try Self.screen([kind.type.noun, "list", "--limit", "12"], width, language)
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
    for ref in ["B-1", "P-1", "M-1", "I-1", "D-1", "A-1", "R-1", "F-1", "G-1", "K-1"] {
      let noun = try #require(Reference(ref)?.type.noun)
      for verb in ["show", "history"] {
        let lines = try Self.screen([noun, verb, ref], width, language)
        for line in lines where !line.contains("://") && !line.hasPrefix("  hub ") {
          #expect(TextWidth.columns(line) <= width, "\(ref) \(verb): \(line)")
        }
        screens += ["$ hub \(noun) \(verb) \(ref)"] + lines
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
