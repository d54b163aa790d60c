import Testing

@testable import HubModel

/// Who does what an action says, at the end of its line.
@Suite struct AssigneesTests {
  private let day = Day("2026-12-01") ?? Day(number: 0)

  private func parse(_ line: String) -> (outcome: MinutesDocument.Outcome?, faults: [String]) {
    let text = "# M\n\n- Meeting: M-1\n\n## 1. A\n\n\(line)\n"
    let (document, faults) = MinutesDocument.parse(Array(text.utf8), meetingDay: day)
    return (document.items.first?.outcomes.first, faults.map(\.code))
  }

  static let lines: [(String, String, [String], String?)] = [
    ("- Action: Call them. @ann, @bob by 2027-01-15", "Call them.", ["ann", "bob"], "2027-01-15"),
    ("- Action: Call them @ann and @bob", "Call them", ["ann", "bob"], nil),
    ("- Action: Call them @ann & @bob", "Call them", ["ann", "bob"], nil),
    ("- Action: Call them @ann, @bob, and @eve", "Call them", ["ann", "bob", "eve"], nil),
    ("- Action: Call them @ann; @bob", "Call them", ["ann", "bob"], nil),
    ("- Action: Call them @Ann and @BOB", "Call them", ["ann", "bob"], nil),
    (
      "- Action: Call them by @ann and @bob by 2027-01-15", "Call them", ["ann", "bob"],
      "2027-01-15"
    ),
    ("- Action: Call them by @ann", "Call them", ["ann"], nil),
    (
      "- Mesure : Appeler @ann et @bob d’ici le 15 janvier 2027", "Appeler", ["ann", "bob"],
      "2027-01-15"
    ),
    ("- Mesure : Appeler par @ann, @bob", "Appeler", ["ann", "bob"], nil),
    ("- Action: Bread and @ann", "Bread and", ["ann"], nil),
    ("- Action: Write \\to @ann", "Write to", ["ann"], nil),
    ("- Action: Meet \\@carl, @ann", "Meet @carl,", ["ann"], nil),
    ("- Action: @ann, @bob", "", ["ann", "bob"], nil),
  ]

  @Test(arguments: lines)
  func `several people stand at the end of the line`(
    line: String, title: String, people: [String], due: String?
  ) throws {
    let (outcome, faults) = parse(line)
    #expect(faults == (title.isEmpty ? ["missingOutcomeText"] : []))
    let read = try #require(outcome)
    #expect(read.text.en + read.text.fr == title)
    #expect(read.assignees == people && read.dueOn?.description == due)
  }

  @Test(arguments: [
    "Call them", "Write to", "Bread and", "Call them by", "Call @carl,", "Call @carl and", "à",
    "Meet @carl", "Go par", "@carl", "Ask @carl, @dan and @eve by",
  ])
  func `a text that ends so and those who do it are told apart when they are read again`(
    _ text: String
  ) {
    for people in [[], ["ann"], ["ann", "bob"], ["ann", "bob", "eve"]] {
      for language in Language.allCases {
        for due in [nil, Due.ongoing, .nextMeeting] {
          var outcome = MinutesDocument.Outcome(.action)
          outcome.text = LocalizedText(text, in: language)
          (outcome.assignees, outcome.due) = (people, due)
          var item = MinutesDocument.Item(number: 1)
          item.outcomes = [outcome]
          var document = MinutesDocument()
          (document.meeting, document.items) = (Reference(.meeting, 1), [item])
          let written = document.written(in: language)
          let again = MinutesDocument.parse(Array(written.utf8), meetingDay: day)
          let read = again.document.items.first?.outcomes.first
          #expect(again.faults == [], "\(written)")
          #expect(read?.text == outcome.text && read?.due == due, "\(written)")
          #expect(read?.assignees == people, "\(written)")
        }
      }
    }
  }
}
