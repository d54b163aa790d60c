import Foundation
import HubApp
import HubConsole
import HubModel
import HubSQL
import HubTestKit
import HubWords
import Testing

@testable import HubApp
@testable import HubCommands

/// Every command has an example, and every example works as it stands for somebody of the sample.
@Suite struct ExampleTests {
  /// Whom the sample knows.
  static let people = [
    "staff-bc", "facilitator", "admin", "funder", "housing-facilitator", "liaison-federal",
    "validator-federal", "community-coordinator", "chair", "staff-forum", "recorder-tfwp",
    "funder-analyst", "recorder-mwsp",
  ]

  /// Those that are not tried here, and where they are.
  static let elsewhere = [
    "document expunge": "it stands alone too: DocumentCommandTests",
    "expunge": "it stands alone, outside of everything that is undone: ExpunctionCommandTests",
  ]

  @Test func `every command has an example`() {
    let without = Commands.all.filter { !$0.hidden && $0.examples.isEmpty }.map(\.name)
    #expect(without == [])
  }

  @Test(arguments: Language.allCases)
  func `every example works as it stands`(_ language: Language) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hub-examples-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var count = 0
    for command in Commands.all where !command.hidden && Self.elsewhere[command.name] == nil {
      for example in command.examples {
        var errors: [String] = []
        let works = try Self.people.contains { person in
          let call = try SampleStory.trying { hub in
            try Self.prepare(command, example.line, in: folder, hub, person)
            return CommandOnHub.run(
              hub,
              Self.words(example.line, in: folder)
                + ["--as", person, "--clock", "2019-06-20T19:00:00Z"]
                + (example.line.contains("--lang") ? [] : ["--lang", language.rawValue]),
              environment: ["EDITOR": "true", "TMPDIR": folder.path])
          }
          errors.append("@\(person): \(call.errors)")
          return call.status == .done
        }
        #expect(works, "\(example.line)\n\(errors.joined())")
        count += 1
      }
    }
    #expect(count > 200)
  }

  /// Brings the record of an example to where the step begins, and puts its files there.
  private static func prepare(
    _ command: Command, _ line: String, in folder: URL, _ hub: Hub, _ person: String
  ) throws {
    let agenda = try String(
      contentsOfFile: SampleStory.root + "/agendas/2019-09-17-plenary.md", encoding: .utf8)
    let minutes = try String(
      contentsOfFile: SampleStory.root + "/agendas/minutes/2019-05-14-plenary.md", encoding: .utf8)
    for (name, text) in [("plenary.md", agenda), ("minutes/plenary.md", minutes)] {
      let place = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? FileManager.default.removeItem(at: place)
      if line.contains("--out") { continue }
      try text.write(to: place, atomically: true, encoding: .utf8)
    }
    if command.noun == "import" {
      let template = CommandOnHub.run(hub, ["import", command.verb, "--template"]).output
      try template.write(
        to: folder.appending(path: "\(command.verb).csv"), atomically: true, encoding: .utf8)
    }
    if ["standing", "series"].contains(command.noun) {
      // The sample has none of its own.
      let texts = ["--body", "B-1", "--title-en", "Welcome", "--title-fr", "Mot de bienvenue"]
      let more = ["--hour", "18:00", "--starts", "2019-07-01", "--times", "2"]
      let made = CommandOnHub.run(
        hub,
        [command.noun, "add"] + texts + (command.noun == "series" ? more : [])
          + ["--as", "staff-bc", "--clock", "2019-06-20T19:00:00Z"])
      #expect(made.status == .done, "\(made.errors)")
    }
    if command.noun == "document" {
      let paper = folder.appending(path: "paper.md")
      try "A paper.\n".write(to: paper, atomically: true, encoding: .utf8)
      let made = CommandOnHub.run(
        hub,
        ["document", "add", "M-1", paper.path, "--title-en", "Paper", "--title-fr", "Document"]
          + ["--as", "admin", "--clock", "2019-06-20T19:00:00Z"])
      #expect(made.status == .done, "\(made.errors)")
    }
    let connection = try #require(hub.joined?.connection)
    if command.noun == "token" {
      for name in ["One", "Two", "Three"] {
        _ = CommandOnHub.run(hub, ["token", "create", "--name", name, "--as", person])
      }
    }
    if command.name == "minutes correct" {
      try connection.execute("UPDATE minutes SET state = 'published' WHERE number = 1")
      let written = CommandOnHub.run(hub, ["minutes", "write", "M-1", "--as", person])
      try (written.output + "\nA note.\n").write(
        to: folder.appending(path: "minutes.md"), atomically: true, encoding: .utf8)
    }
    guard
      let type = RecordType.allCases.first(where: { $0.noun == command.noun }),
      let step = Kinds.kind(of: type).lifeCycle?.transitions.first(where: {
        Option.name(for: $0.verb) == command.verb
      }),
      let number = line.split(separator: " ").lazy.compactMap({ Reference($0)?.number }).first
    else { return }
    try connection.execute(
      "UPDATE \(raw: type.table) SET state = \(step.from[0]) WHERE number = \(number)")
  }

  /// The words of a line as a shell has them, without the program; files are in a folder.
  private static func words(_ line: String, in folder: URL) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    for character in line + " " {
      if character == "\"" {
        isQuoted.toggle()
        word = word ?? ""
      } else if character == " ", !isQuoted {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words.dropFirst().map { word in
      if word.hasPrefix("agendas/") { return "\(SampleStory.root)/\(word)" }
      return [".md", ".csv", "/"].contains(where: word.hasSuffix)
        ? folder.appending(path: word).path : word
    }
  }
}
