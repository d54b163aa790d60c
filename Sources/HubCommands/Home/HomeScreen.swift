import HubConsole
import HubModel
import HubText
import HubWords

/// `hub` alone, for somebody: what waits for them, and the command that comes next for each thing.
enum HomeScreen {
  /// - Returns: nil for nobody, who gets the help.
  static func command(for globals: GlobalOptions) -> Command? {
    let isSomebody = globals.server == nil ? globals.caller != nil : globals.token != nil
    return isSomebody ? command : nil
  }

  /// How many of one kind are shown.
  private static let most = 5

  private static let command = Command("home", hidden: true) { call in
    let waiting = try Waiting(call)
    if call.globals.json { return call.write(json(waiting).written()) }
    let words = call.words
    if Set(waiting.things.keys).isSubset(of: [.upcoming]) { call.say(words("home.nothing")) }
    for kind in Waiting.Kind.allCases {
      guard let things = waiting.things[kind] else { continue }
      let count = ["count": String(things.count)]
      var table = Table([
        Table.Column(words("column.reference")), Table.Column(words("column.day")),
        Table.Column(words("column.title"), flexible: true), Table.Column(words("column.next")),
      ])
      for thing in things.prefix(most) { table.row(row(thing, kind, call)) }
      call.say(call.styled(heading(kind, count, words), .heading))
      call.show(table)
      if things.count > most { call.say(words("home.more", ["command": all(kind)])) }
      call.say("")
    }
    call.say(words("home.help"))
  }

  private static func row(_ thing: Waiting.Thing, _ kind: Waiting.Kind, _ call: Invocation)
    -> [Styled]
  {
    let isDue = [.overdue, .thisWeek, .later, .corrections].contains(kind)
    let when = thing.day.map {
      isDue ? call.words.due($0, on: call.today) : $0.short(in: call.words.language)
    }
    return [
      Styled(thing.reference, .reference),
      Styled(when ?? "–", kind == .overdue ? .overdue : .plain),
      Styled(Markdown.plain(thing.title)), Styled(thing.command),
    ]
  }

  private static func heading(
    _ kind: Waiting.Kind, _ count: [String: String], _ words: Words
  ) -> String {
    switch kind {
    case .overdue: words("home.overdue", count)
    case .thisWeek: words("home.thisWeek", count)
    case .later: words("home.later", count)
    case .agendas: words("home.agendas", count)
    case .held: words("home.held", count)
    case .minutes: words("home.minutes", count)
    case .corrections: words("home.corrections", count)
    case .recommendations: words("home.recommendations", count)
    case .upcoming: words("home.upcoming", count)
    }
  }

  /// The list that holds all of a kind.
  private static func all(_ kind: Waiting.Kind) -> String {
    switch kind {
    case .overdue: "hub action list --mine --overdue"
    case .thisWeek, .later: "hub action list --mine"
    case .agendas: "hub agenda list --state draft --state circulated"
    case .held: "hub meeting list --state scheduled --state convened --state inSession"
    case .minutes, .corrections:
      "hub minutes list --state drafting --state corrections --state approved"
    case .recommendations: "hub recommendation list --state inReview --state tabled"
    case .upcoming: "hub meeting list --upcoming"
    }
  }

  private static func json(_ waiting: Waiting) -> JSON {
    let groups = Waiting.Kind.allCases.compactMap { kind -> JSON? in
      guard let things = waiting.things[kind] else { return nil }
      let items = things.map { thing -> JSON in
        [
          "ref": .string(thing.reference), "title": .string(thing.title),
          "day": thing.day.map { .string($0.description) } ?? .null,
          "command": .string(thing.command),
        ]
      }
      return ["kind": .string(kind.rawValue), "items": .array(items)]
    }
    return ["waiting": .array(groups)]
  }
}
