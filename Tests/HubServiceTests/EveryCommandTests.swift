import HubCommands
import HubConsole
import HubModel
import HubWords
import Testing

@testable import hub

/// The commands of the program itself: those of the product, and those that need the file.
@Suite struct EveryCommandTests {
  @Test(arguments: Language.allCases)
  func `every command explains itself in both languages`(_ language: Language) {
    let words = Words(language)
    let missing = Set(Main.commands.flatMap { $0.missingWords(in: words) }).sorted()
    #expect(missing == [])
  }

  @Test func `no command is there twice`() {
    let names = Main.commands.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: ["init", "verify", "rebuild", "backup", "restore", "export all", "serve"])
  func `what needs the file is there`(_ name: String) {
    #expect(Main.commands.contains { $0.name == name })
  }
}
