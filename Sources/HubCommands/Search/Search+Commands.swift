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
        Option("limit", .number(1...100)),
      ],
      examples: [Example("hub search logement", "example.search")]
    ) { call in
      var query = [(name: "q", value: call.values.texts("words").joined(separator: " "))]
      query += call.values.texts("type").map { ("type", $0) }
      if let limit = call.number("limit") { query.append(("limit", String(limit))) }
      let answer = try call.client().ask("GET", "/search", query: query)
      if call.globals.json { return call.write(answer.body) }
      show(try JSON(parsing: answer.body), in: call)
    }
  ]

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
