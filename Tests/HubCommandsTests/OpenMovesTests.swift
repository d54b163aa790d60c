import HubApp
import HubConsole
import HubModel
import HubTestKit
import HubText
import HubWords
import Testing

@testable import HubCommands

/// “What you can do now” works as it is printed for that very person, or says what is still to be
/// filled in as the help does.
@Suite struct OpenMovesTests {
  static let people = ["staff-bc", "facilitator", "housing-facilitator", "funder", "rosa", "admin"]

  @Test(arguments: people)
  func `what is offered can be done`(_ person: String) throws {
    var complete = 0
    for type in RecordType.allCases {
      let listed = try SampleStory.trying { hub in
        CommandOnHub.run(
          hub, [type.noun, "list", "--all", "--limit", "12", "--json", "--as", person])
      }
      guard listed.status == .done else { continue }
      for record in try JSON(parsing: Array(listed.output.utf8))["items"]?.array ?? [] {
        for line in OpenMoves(record, type, Words(.en)).lines {
          #expect(line.split(separator: " ").allSatisfy { Self.isPlain($0) }, "\(line)")
          let words = line.split(separator: " ").dropFirst().map(String.init)
          guard !words.contains(where: { $0.hasPrefix("[") || $0.hasPrefix("--") }) else {
            continue
          }
          let call = try SampleStory.trying { hub in
            CommandOnHub.run(hub, words + ["--as", person, "--clock", "2019-06-20T19:00:00Z"])
          }
          #expect(call.status == .done, "@\(person): \(line): \(call.errors)")
          complete += 1
        }
      }
    }
    if person != "rosa" { #expect(complete > 1, "\(person)") }
  }

  @Test func `a step that is not open is refused with those that are`() throws {
    let refused = try SampleStory.trying { hub in
      CommandOnHub.run(
        hub, ["minutes", "approve", "M-2", "--reason", "x", "--as", "housing-facilitator"])
    }
    #expect(refused.status == .conflict)
    #expect(refused.errors.contains("hub minutes circulate M-2"), "\(refused.errors)")
    #expect(!refused.errors.contains("MM-2"), "\(refused.errors)")
  }

  /// No reference that nobody says.
  private static func isPlain(_ word: Substring) -> Bool {
    !word.hasPrefix("MM-") && !word.hasPrefix("MA-")
  }
}
