import HubConsole
import HubModel
import HubText
import HubWords

/// `hub search WORDS`.
enum SearchCommands {
  static let all: [Command] = [
    Command(
      "search", arguments: [Argument("words", repeated: true)],
      options: [
        Option("type", .choice(RecordType.allCases.map(\.rawValue)), repeated: true),
        Option("state", .choice(states), repeated: true),
        Option("kind", .choice(kinds), repeated: true), Option("theme", repeated: true),
        Option("since", .day), Option("sort", .choice(["created", "-created"])),
        Option("limit", .number(1...100)),
      ],
      examples: [Example("hub search logement", "example.search")]
    ) { call in
      var query = [(name: "q", value: call.values.texts("words").joined(separator: " "))]
      for name in ["type", "state", "kind", "theme"] {
        query += call.values.texts(name).map { (name, $0) }
      }
      if let day = call.day("since") { query.append(("since", day.description)) }
      if let sort = call.text("sort") { query.append(("sort", sort)) }
      if let limit = call.number("limit") { query.append(("limit", String(limit))) }
      let answer = try call.client().ask("GET", "/search", query: query)
      if call.globals.json { return call.write(answer.body) }
      show(try JSON(parsing: answer.body), in: call)
    }
  ]

  /// The words that any record can have for them.
  private static let states = Set(Kinds.all.flatMap { $0.lifeCycle?.states ?? [] }).sorted()
  private static let kinds = Set(
    Kinds.all.flatMap { $0.fieldSummaries.filter { $0.name == "kind" }.flatMap(\.kind.choices) }
  ).sorted()

  private static func show(_ page: JSON, in call: Invocation) {
    let items = page["items"]?.array ?? []
    guard !items.isEmpty else { return call.say(call.words("search.none")) }
    let text = FieldText(words: call.words, names: nil)
    for item in items {
      let type = (item["type"]?.string).flatMap(RecordType.init) ?? .meeting
      let title = text.localized(item["title"])
      let kind = call.words.type(type)
      let excerpt = Markdown.plain(text.localized(item["excerpt"]))
      call.say(
        "\(call.styled(item["ref"]?.string ?? "", .reference))  \(title.isEmpty ? kind : title)"
          + "  " + call.styled(kind, .dim))
      if !excerpt.isEmpty, excerpt != title { call.say("      " + excerpt) }
    }
    if page["next"]?.string != nil {
      call.say("\n" + call.words("list.more", ["count": String(items.count)]))
    }
  }
}
