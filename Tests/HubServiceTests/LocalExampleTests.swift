import Foundation
import HubCommands
import HubConsole
import HubTestKit
import Testing

@testable import hub

/// The examples of what works on the data file itself.
@Suite struct LocalExampleTests {
  /// Those that are not tried here, and where they are.
  static let elsewhere = [
    "serve": "it goes on until it is stopped: ServeOptionsTests",
    "sign-in": "it needs a service: ServiceSignInTests",
    "sign-out": "it needs a service: ServiceSignInTests",
  ]

  static var local: [Command] {
    let others = Set(Commands.all.map(\.name))
    return Main.commands.filter { !others.contains($0.name) && !$0.hidden }
  }

  @Test func `every command has an example`() {
    #expect(Self.local.filter(\.examples.isEmpty).map(\.name) == [])
    #expect(Set(Self.elsewhere.keys).isSubset(of: Self.local.map(\.name)))
  }

  @Test(arguments: ["en", "fr"])
  func `every example works as it stands`(_ language: String) throws {
    var count = 0
    for command in Self.local where Self.elsewhere[command.name] == nil {
      for example in command.examples {
        let week = try Week(speaking: language)
        week.set("HUB_CLOCK", nil)
        week.set("HUB_AS", "@admin")
        try prepare(command, example.line, in: week)
        try week.type(example.line).done()
        count += 1
      }
    }
    #expect(count > 6)
  }

  /// What is there before: a data file, unless one is made.
  private func prepare(_ command: Command, _ line: String, in week: Week) throws {
    guard command.name != "init" else { return }
    let story = try StoryFile()
    let file = week.folder.appending(path: "hub.db")
    try FileManager.default.copyItem(atPath: story.database, toPath: file.path)
    if line.contains("--head") { try week.type("hub verify --write-head monday.head").done() }
    guard command.name == "restore" else { return }
    try week.type("hub backup monday.db").done()
    try FileManager.default.removeItem(at: file)
  }
}
