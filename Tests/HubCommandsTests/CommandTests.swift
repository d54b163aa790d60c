import HubCommands
import HubConsole
import HubModel
import HubWords
import Testing

@Suite struct CommandTests {
  @Test(arguments: Language.allCases)
  func `every command explains itself in both languages`(_ language: Language) {
    let words = Words(language)
    let missing = Set(Commands.all.flatMap { $0.missingWords(in: words) }).sorted()
    #expect(missing == [])
  }

  @Test func `no command is there twice`() {
    let names = Commands.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func `every transition of every life cycle has a command`() {
    let names = Set(Commands.all.map(\.name))
    for kind in Kinds.all {
      for verb in kind.lifeCycle?.verbs ?? [] {
        let name = "\(kind.type.noun) \(Option.name(for: verb))"
        #expect(names.contains(name), "\(name)")
      }
    }
  }
}
