import Testing

@testable import HubModel

/// What became of a motion is read as it was said, or refused: nothing of it is guessed.
@Suite struct MotionTests {
  private func parse(_ line: String) -> (
    outcome: MinutesDocument.Outcome?, faults: [String], document: MinutesDocument
  ) {
    let text = "# Minutes: M\n\n- Meeting: M-1\n\n## 1. A\n\n\(line)\n"
    let day = Day("2019-05-14") ?? Day(number: 0)
    let (document, faults) = MinutesDocument.parse(Array(text.utf8), meetingDay: day)
    return (document.items.first?.outcomes.first, faults.map(\.code), document)
  }

  static let read: [(String, Disposition, DecisionMethod, [Int])] = [
    ("Decision: X", .carried, .notStated, []),
    ("Decision: X (consensus)", .carried, .consensus, []),
    ("Decision: X (carried)", .carried, .notStated, []),
    ("Décision : X (adoptée)", .carried, .notStated, []),
    ("Decision: X (defeated)", .lost, .notStated, []),
    ("Décision : X (rejetée)", .lost, .notStated, []),
    ("Decision: X (9-0)", .carried, .vote, [9, 0, 0]),
    ("Decision: X (9–0–1)", .carried, .vote, [9, 0, 1]),
    ("Decision: X (vote: 9-0)", .carried, .vote, [9, 0, 0]),
    ("Decision: X (vote: 9 to 0)", .carried, .vote, [9, 0, 0]),
    ("Décision : X (vote : 9 à 2)", .carried, .vote, [9, 2, 0]),
    ("Decision: X (carried, 9-0-1)", .carried, .vote, [9, 0, 1]),
    ("Decision: X (lost; vote: 2 for, 5 against)", .lost, .vote, [2, 5, 0]),
    ("Motion: X (lost, 2 for, 5 against, 1 abstained)", .lost, .vote, [2, 5, 1]),
    ("Proposition : X (rejetée; vote : 2 pour, 5 contre)", .lost, .vote, [2, 5, 0]),
    ("Motion: X (unanimous)", .carried, .unanimous, []),
    ("Motion: X (carried unanimously)", .carried, .unanimous, []),
    ("Résolution : X (à l’unanimité)", .carried, .unanimous, []),
    ("Résolution : X (unanimité)", .carried, .unanimous, []),
    ("Motion: X (tied; vote: 5-5)", .tied, .vote, [5, 5, 0]),
    ("Motion: X (carried; vote: 5-5; casting vote for)", .carried, .vote, [5, 5, 0]),
    ("Motion : X (partage égal)", .tied, .notStated, []),
    ("Motion: X (deferred)", .deferred, .notStated, []),
    ("Motion : X (renvoyée)", .referred, .notStated, []),
    ("Motion: X (withdrawn)", .withdrawn, .notStated, []),
    ("Decision: X (vote: union 5-0-1; worker 4-2-0)", .carried, .vote, [9, 2, 1]),
    ("Moved by @ann, seconded by @bob: X (carried)", .carried, .notStated, []),
    ("Moved by Ann Example and seconded by Bob Example: X (9-0-1)", .carried, .vote, [9, 0, 1]),
    ("Proposé par @ann, appuyé par @bob : X (adoptée)", .carried, .notStated, []),
    ("Proposé par @ann et secondé par @bob : X (rejetée)", .lost, .notStated, []),
    ("Resolution 2015-01-A20: X (unanimous)", .carried, .unanimous, []),
    ("Résolution no 12 : X (à l’unanimité)", .carried, .unanimous, []),
    ("Il est résolu : X", .carried, .notStated, []),
    ("Be it resolved: X", .carried, .notStated, []),
    ("Decision: X (consensus; items: 3, 4 and 6)", .carried, .consensus, []),
    ("Décision : X (adoptée; points : 3 à 7)", .carried, .notStated, []),
    (
      "Decision: X (roll call: @ann for, @bob against, Jean Exemple for)", .carried, .vote,
      [2, 1, 0]
    ),
    (
      "Décision : X (appel nominal : @ann pour, Jean Exemple abstention)", .carried, .vote,
      [1, 0, 1]
    ),
    ("Decision: X (moved by @ann, seconded by @bob, carried)", .carried, .notStated, []),
  ]

  @Test(arguments: read)
  func `every form of a motion is read, and read again as it is written`(
    line: String, disposition: Disposition, method: DecisionMethod, counts: [Int]
  ) throws {
    let (found, faults, document) = parse("- " + line)
    #expect(faults == [])
    let outcome = try #require(found)
    #expect((outcome.disposition, outcome.method) == (disposition, method))
    #expect(outcome.text.en + outcome.text.fr == "X")
    let sums = [\VoteCount.inFavour, \.against, \.abstained].map { side in
      outcome.votes.reduce(0) { $0 + $1[keyPath: side] }
    }
    #expect(counts.isEmpty ? outcome.votes.isEmpty : sums == counts)
    for language in Language.allCases {
      let text = document.written(in: language)
      let again = MinutesDocument.parse(Array(text.utf8), meetingDay: Day(number: 0))
      #expect(again.faults == [])
      let other = try #require(again.document.items.first?.outcomes.first)
      #expect(other.text == outcome.text)
      #expect((other.disposition, other.method) == (outcome.disposition, outcome.method))
      #expect((other.votes, other.castingVote) == (outcome.votes, outcome.castingVote))
    }
  }

  static let refused = [
    ("- Motion: X", "motionWithoutDisposition"), ("- Proposition : X", "motionWithoutDisposition"),
    ("- Decision: X (vote: 2-5)", "carriedAgainstVotes"), ("- Decision: X (5-5)", "carriedByTie"),
    ("- Decision: X (carried; vote: 2 for, 5 against)", "carriedAgainstVotes"),
    ("- Decision: X (5-5; casting vote against)", "carriedByTie"),
    ("- Decision: X (5-4; casting vote for)", "castingVoteWithoutTie"),
    ("- Decision: X (tied; 5-4)", "notATie"), ("- Decision: X (plenty)", "unknownDisposition"),
    ("- Decision: X (see annex A)", "unknownDisposition"),
    ("- Decision: X (carred)", "unknownDispositionNear"),
    ("- Decision: X (unanimous; 9-1)", "unanimousHasAgainst"),
    ("- Decision: X (lost; perhaps)", "unknownDisposition"),
    ("- Decision: X ()", "unknownDisposition"),
    ("- Decision: X (consensus; 9-0)", "consensusHasNoVote"),
    ("• Decision: X", "outcomeNotMarked"), ("– Action: X", "outcomeNotMarked"),
    ("Motion: X", "outcomeNotMarked"), ("Résolution : X", "outcomeNotMarked"),
    ("**Décision** : X", "outcomeNotMarked"), ("1. Decision: X", "outcomeNotMarked"),
    ("a) Action A-3: X", "outcomeNotMarked"), ("· Recommandation : X", "outcomeNotMarked"),
    ("- Task: X", "unknownOutcomeNear"),
    ("- Action: Write to @ann and @bob", "ownerNotRead"),
    ("- Action: @ann will call @bob", "ownerNotRead"),
    ("- Action: Write @ann/@bob by 2019-06-01", "ownerNotRead"),
    ("- Mesure : Écrire pour @ann, @bob", "ownerNotRead"),
    ("- Action: Write @ann, @bob, @ann by 2019-06-01", "duplicatePerson"),
    ("- Action: @ann to send the letter", "ownerNotRead"),
    ("- Action: Écrire @rosa avant vendredi", "ownerNotRead"),
    ("- Mesure : Écrire (@rosa, +2s)", "ownerNotRead"),
    ("- Action: Send the letter before Friday", "dueNotRead"),
    ("- Mesure : Écrire au plus tard vendredi", "dueNotRead"),
    ("- Recommendation: Pay to Ministry of Labour (funding)", "addresseeNotRead"),
    ("- Recommandation : Payer au Ministère du Travail (financement)", "addresseeNotRead"),
    ("- Recommendation: Pay (funding, theme: housing)", "unknownWord"),
  ]

  @Test(arguments: refused)
  func `what cannot be read whole is refused`(line: String, code: String) {
    #expect(parse(line).faults == [code])
  }

  static let texts = [
    "- Action: Write to \\@ann", "- Action: Send the letter \\before Friday",
    "- Recommendation: Pay \\to Ministry of Labour (funding)",
    "- Recommendation: Give housing to workers (policy)",
    "\\Decision: that word again", "The group spoke of this: decision later.",
    "- We talked about it: nothing came of it.",
  ]

  @Test(arguments: texts)
  func `what belongs to the text is text, and comes back`(line: String) throws {
    let (outcome, faults, document) = parse(line)
    #expect(faults == [])
    let text = document.written(in: .en)
    let again = MinutesDocument.parse(Array(text.utf8), meetingDay: Day(number: 0))
    #expect(again.faults == [])
    #expect(again.document.items.first?.notes == document.items.first?.notes)
    #expect(again.document.items.first?.outcomes.first?.text == outcome?.text)
  }

  @Test func `a text with many handles comes back`() throws {
    var outcome = MinutesDocument.Outcome(.action)
    outcome.text = LocalizedText(en: "Ask @ann, @bob and @eve before Friday", fr: "")
    var item = MinutesDocument.Item(number: 1)
    item.title.en = "A"
    item.outcomes = [outcome]
    var document = MinutesDocument()
    document.meeting = Reference(.meeting, 1)
    document.items = [item]
    let text = document.written(in: .en)
    let again = MinutesDocument.parse(Array(text.utf8), meetingDay: Day(number: 0))
    #expect(again.faults == [])
    #expect(again.document.items[0].outcomes[0].text == outcome.text)
    #expect(again.document.items[0].outcomes[0].assignees == [])
  }

  @Test func `only what was carried reads as decided`() {
    var decision = Decision()
    decision.text = LocalizedText(en: "Buy a bus", fr: "Acheter un autobus")
    #expect(decision.label == decision.text)
    decision.disposition = .lost
    #expect(
      decision.label
        == LocalizedText(en: "Buy a bus (lost)", fr: "Acheter un autobus (rejetée)"))
  }

  @Test func `who moved, what is amended and what is settled together are kept`() throws {
    let lines = """
      - Moved by @ann, seconded by Bob Example: Adopt the plan. (carried; vote: 5-2-0)
      - Amendment: Strike the second part. (lost; moved by @carl)
      - Resolution 2019-07: Adopt the consent agenda. (consensus; items: 3 to 5, I-9)
      """
    let (_, faults, document) = parse(lines)
    #expect(faults == [])
    let outcomes = try #require(document.items.first?.outcomes)
    #expect(outcomes.map(\.mover) == ["@ann", "@carl", nil])
    #expect(outcomes.map(\.seconder) == ["Bob Example", nil, nil])
    #expect(outcomes.map(\.isAmendment) == [false, true, false])
    #expect(outcomes.map(\.resolution) == [nil, nil, "2019-07"])
    #expect(outcomes.last?.covers == ["3", "4", "5", "I-9"])
  }

  @Test func `a sentence that resolves is the decision, as it was written`() throws {
    let sentence = "Il est résolu d’adopter le budget"
    let (found, faults, _) = parse("- \(sentence) (à l’unanimité)")
    #expect(faults == [])
    let text = try #require(found?.text)
    #expect([text.en, text.fr].contains(sentence))
    #expect(found?.method == .unanimous)
  }

  static let unread: [(String, [String])] = [
    ("- Moved by Ann Example that the plan be adopted", ["motionNotRead"]),
    ("Moved by @ann, seconded by @bob: X (carried)", ["outcomeNotMarked"]),
    ("- Moved by @ann, seconded by @bob: X", ["motionWithoutDisposition"]),
    ("- Amendment: X (carried)", ["amendsNoMotion"]),
    ("- Decision: X (items: 3 and 3)", ["unknownDisposition"]),
    ("- Decision: X (roll call: @ann perhaps)", ["unknownDisposition"]),
    ("- Decision: X (vote: 3-0; roll call: @ann for)", ["rollCallDiffers"]),
  ]

  @Test(arguments: unread)
  func `what cannot be read of a motion is a fault`(line: String, codes: [String]) {
    #expect(parse(line).faults == codes)
  }
}
