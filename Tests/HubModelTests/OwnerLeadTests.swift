import Testing

@testable import HubModel

/// Organizations and people without an account who do what an action says, after *responsible*.
@Suite struct OwnerLeadTests {
  private let day = Day("2026-12-01") ?? Day(number: 0)

  private func parse(_ line: String) -> (outcome: MinutesDocument.Outcome?, faults: [String]) {
    let text = "# M\n\n- Meeting: M-1\n\n## 1. A\n\n\(line)\n"
    let (document, faults) = MinutesDocument.parse(Array(text.utf8), meetingDay: day)
    return (document.items.first?.outcomes.first, faults.map(\.code))
  }

  static let jane = "Jane Roe (Director, Ministry of Labour)"

  /// What is written, the text, the people, the organization, the names, and by when.
  static let lines: [(String, String, [String], String?, [String], String?)] = [
    ("- Action: Call. Responsible: O-3 by 2027-01-15", "Call.", [], "O-3", [], "2027-01-15"),
    ("- Mesure : Appeler. Responsable : O-3, vendredi", "Appeler.", [], "O-3", [], "2026-12-04"),
    ("- Mesure : Appeler (confiée à : O-3)", "Appeler", [], "O-3", [], nil),
    ("- Action: Call (responsible O-3)", "Call", [], "O-3", [], nil),
    ("- Action: Call, assigned to: @ann and O-3", "Call", ["ann"], "O-3", [], nil),
    (
      "- Action: Call – responsible: Ministry of Labour", "Call", [], nil, ["Ministry of Labour"],
      nil
    ),
    (
      "- Action: Call. Responsible: \(jane) by Friday", "Call.", [], nil, [jane], "2026-12-04"
    ),
    ("- Action: Call. Responsible: @ann; \(jane)", "Call.", ["ann"], nil, [jane], nil),
    ("- Action: Call. Responsible: \(jane), @ann", "Call.", ["ann"], nil, [jane], nil),
    ("- Action: Call. Responsible: Jane Roe and @ann", "Call.", ["ann"], nil, ["Jane Roe"], nil),
    ("- Action: Call. Responsible: Jane May", "Call.", [], nil, ["Jane May"], nil),
    (
      "- Action: Call. Responsible: Fisheries and Oceans; Jane Roe", "Call.", [], nil,
      ["Fisheries and Oceans", "Jane Roe"], nil
    ),
    ("- Action: Call by Friday. Responsible: O-3", "Call", [], "O-3", [], "2026-12-04"),
    ("- Action: Call @ann. Responsible: O-3", "Call", ["ann"], "O-3", [], nil),
    ("- Action: Call @ann and O-3 by Friday", "Call", ["ann"], "O-3", [], "2026-12-04"),
    ("- Action: Call them. O-3 by Friday", "Call them.", [], "O-3", [], "2026-12-04"),
    // What is said to be done to an organization.
    ("- Action: Write to O-3 by Friday", "Write to O-3", [], nil, [], "2026-12-04"),
    ("- Action: Invite O-3, @ann", "Invite O-3,", ["ann"], nil, [], nil),
    (
      "- Action: Find out who is responsible: staff", "Find out who is responsible: staff", [], nil,
      [], nil
    ),
    ("- Action: Note \\responsible: O-3", "Note responsible: O-3", [], nil, [], nil),
  ]

  @Test(arguments: lines)
  func `who does it is said after a word for it`(
    line: String, title: String, people: [String], organization: String?, names: [String],
    due: String?
  ) throws {
    let (outcome, faults) = parse(line)
    #expect(faults == [])
    let read = try #require(outcome)
    #expect(read.text.en + read.text.fr == title)
    #expect(read.assignees == people && read.organization?.description == organization)
    #expect(read.names == names && read.dueOn?.description == due)
  }

  @Test func `in words too`() {
    for line in ["O-3 ASAP", "O-3, ASAP", "Jane Roe ASAP", "O-3 (as soon as possible)"] {
      let (outcome, faults) = parse("- Action: Call. Responsible: \(line)")
      #expect(faults == [] && outcome?.due == .asSoonAsPossible, "\(line)")
    }
  }

  @Test(arguments: [
    ("- Action: Call. Responsible:", "ownerNotRead"),
    ("- Action: Call (responsible: )", "ownerNotRead"),
    ("- Action: Call. Reponsible: O-3", "ownerNotRead"),
    ("- Action: Call. Responsible: B-3", "wrongReference"),
    ("- Action: Call. Responsible: O-3, O-4", "oneOrganization"),
    ("- Action: Call. Responsible: O-3 by someday", "unreadableDate"),
    ("- Action: Call. Responsible: Jane Roe by someday", "unreadableDate"),
    ("- Action: Call. Responsible: @ann, @ann", "duplicatePerson"),
  ])
  func `what cannot be read whole is refused`(line: String, code: String) {
    #expect(parse(line).faults == [code])
  }

  @Test(arguments: [
    "Call them", "Call them.", "Call,", "Call –", "Call by Friday", "Responsible: staff",
    "Call @carl", "Done by", "See O-9.", "See. O-9", "Say who is responsible: O-9",
  ])
  func `a text that ends so and those who do it are told apart when they are read again`(
    _ text: String
  ) {
    let all: [([String], Reference?, [String])] = [
      ([], Reference(.organization, 3), []), (["ann"], Reference(.organization, 3), []),
      ([], nil, [Self.jane]), (["ann", "bob"], Reference(.organization, 3), ["Jane Roe"]),
      ([], nil, ["Jane by Friday"]), ([], nil, ["Ann O-4 ongoing"]), ([], nil, []),
    ]
    for (people, organization, names) in all {
      for language in Language.allCases {
        for due in [nil, Due.ongoing, .nextMeeting, Due(code: "2027-03")] {
          var outcome = MinutesDocument.Outcome(.action)
          outcome.text = LocalizedText(text, in: language)
          (outcome.assignees, outcome.due) = (people, due)
          (outcome.organization, outcome.names) = (organization, names)
          var item = MinutesDocument.Item(number: 1)
          item.outcomes = [outcome]
          var document = MinutesDocument()
          (document.meeting, document.items) = (Reference(.meeting, 1), [item])
          let written = document.written(in: language)
          let again = MinutesDocument.parse(Array(written.utf8), meetingDay: day)
          let read = again.document.items.first?.outcomes.first
          #expect(again.faults == [], "\(written)")
          #expect(read?.text == outcome.text && read?.due == due, "\(written)")
          #expect(read?.assignees == people && read?.organization == organization, "\(written)")
          #expect(read?.names == names, "\(written)")
        }
      }
    }
  }

  @Test func `somebody by name is a name, and what stands in brackets`() {
    let jane = NamedParticipant("Jane  Roe (Director, Ministry of Labour, Training)")
    #expect(jane.name == "Jane Roe" && jane.function == "Director")
    #expect(jane.organization == "Ministry of Labour, Training")
    #expect(jane.written == "Jane Roe (Director, Ministry of Labour, Training)")
    #expect(NamedParticipant("Jane Roe (Director)").written == "Jane Roe (Director)")
    for (text, code) in [
      ("Jane Roe (Director", "unclosedParticipant"), ("Jane Roe Director)", "unclosedParticipant"),
      ("Jane Roe, Director", "participantNotRead"), ("(Director)", "participantNotRead"),
      ("12", "participantNotRead"), ("Jane and John", "severalParticipants"),
      ("Jeanne et Jean (ministère)", "severalParticipants"),
    ] {
      #expect(NamedParticipant.fault(in: text, at: "/x")?.code == code, "\(text)")
    }
    #expect(NamedParticipant.fault(in: "Jane Roe (Director of A and B, C)", at: "/x") == nil)
  }
}
