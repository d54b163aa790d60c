import HubModel
import Testing

@Suite("Minutes files")
struct MinutesDocumentTests {
  /// A Tuesday.
  static let day = Day("2019-06-18")!

  static func parse(_ text: String) -> (document: MinutesDocument, faults: [Fault]) {
    MinutesDocument.parse(Array("# Minutes\n- Meeting: M-12\n\(text)".utf8), meetingDay: day)
  }

  static func outcome(_ line: String) -> MinutesDocument.Outcome? {
    parse("## 1. A\n\(line)\n").document.items.first?.outcomes.first
  }

  @Test("People are there, remote, for others, excused or absent")
  func attendance() {
    let text = """
      - Présents : @ana, @ben (à distance)
      - Present: @cleo for @dan and @eve (remote)
      - Excusées : @fay
      - Absent: @gil
      """
    let (document, faults) = Self.parse(text)
    #expect(faults == [])
    #expect(
      document.present == [
        .init("ana"), .init("ben", remote: true),
        .init("cleo", remote: true, votesFor: ["dan", "eve"]),
      ])
    #expect(
      document.attendance.map(\.presence) == [
        .present, .present, .present, .proxy, .proxy, .excused, .absent,
      ])
    #expect(document.attendance[3].proxy == .handle("cleo"))
  }

  @Test("Groups are counted without names")
  func counts() {
    let text = "- Workers: 12 (Fraser Valley), 8\n- Participants: 9 universitaires (Québec, Nord)\n"
    #expect(
      Self.parse(text).document.headcounts == [
        .init(12, .worker, region: "Fraser Valley"), .init(8, .worker),
        .init(9, .academic, region: "Québec, Nord"),
      ])
  }

  @Test(
    "Actions say who and by when",
    arguments: [
      ("- Action: Send it. @ana by Friday", "Send it.", "ana", "2019-06-21"),
      ("- Mesure : Send it. @ana d’ici vendredi", "Send it.", "ana", "2019-06-21"),
      ("- Action: Send it. @ana by 2019-07-01", "Send it.", "ana", "2019-07-01"),
      ("- Action: Send it. @ana d'ici le 1er juillet", "Send it.", "ana", "2019-07-01"),
      ("- Action: Send it. @ana by +2w", "Send it.", "ana", "2019-07-02"),
      ("- Action: Send it. @ana d’ici 2 semaines", "Send it.", "ana", "2019-07-02"),
      ("- Action: Send it @ana", "Send it", "ana", nil),
      ("- Action: Send it by tomorrow", "Send it", nil, "2019-06-19"),
      ("- Action: Ask @ana about travel by bus", "Ask @ana about travel by bus", nil, nil),
      ("- Action: Write to \\@ana", "Write to @ana", nil, nil),
      ("- Action: Done \\by Friday", "Done by Friday", nil, nil),
    ])
  func actions(line: String, text: String, assignee: String?, due: String?) {
    let outcome = Self.outcome(line)
    #expect(outcome?.kind == .action)
    #expect(outcome?.text.en == text)
    #expect(outcome?.assignees == [assignee].compactMap(\.self))
    #expect(outcome?.dueOn?.description == due)
  }

  @Test("Decisions say how they were taken")
  func decisions() {
    #expect(Self.outcome("- Decision: Do it. (consensus)")?.text.en == "Do it.")
    #expect(Self.outcome("- Decision: Do it (soon) (carried)")?.text.en == "Do it (soon)")
    let vote = Self.outcome("- Décision D-4 : A / B (vote : 12 pour, 2 contre, 1 abstention)")
    #expect(vote?.reference == Reference(.decision, 4))
    #expect(vote?.text == LocalizedText(en: "A", fr: "B"))
    #expect(
      vote?.votes == [VoteCount(group: nil, inFavour: 12, against: 2, abstained: 1)])
    let groups = Self.outcome("- Decision: A (vote: union 5-0-1; community organizations 7-2-0)")
    #expect(
      groups?.votes == [
        VoteCount(group: .union, inFavour: 5, against: 0, abstained: 1),
        VoteCount(group: .communityOrganization, inFavour: 7, against: 2, abstained: 0),
      ])
    #expect(groups?.method == .vote)
  }

  @Test("Recommendations say to whom, of what kind and about what")
  func recommendations() {
    let outcome = Self.outcome(
      "- Recommandation : A. / B. à O-3 et O-4 (financement; thème : housing, wages; domaine : C / D)"
    )
    #expect(outcome?.text == LocalizedText(en: "A.", fr: "B."))
    #expect(outcome?.addressees == [Reference(.organization, 3), Reference(.organization, 4)])
    #expect(outcome?.advice == .funding)
    #expect(outcome?.themes == ["housing", "wages"])
    #expect(outcome?.area == LocalizedText(en: "C", fr: "D"))
    let plain = Self.outcome("- Recommendation: Go to O-3 (see annex)")
    #expect(plain?.text.en == "Go to O-3 (see annex)")
  }

  @Test("Outcomes may stand among the notes, with more text under them")
  func details() {
    let text = """
      ## 1. A
      ### English
      Before.
      - Recommendation: R (policy)
        More in English.

        fr : Plus.
        Et encore.
      - an ordinary list item
        - Decision: under another item, so text

      After.
      ### Français
      - Décision : Oui
      """
    let item = Self.parse(text).document.items.first
    #expect(item?.outcomes.map(\.kind) == [.recommendation, .decision])
    #expect(
      item?.outcomes.first?.details
        == LocalizedText(en: "More in English.", fr: "Plus.\nEt encore."))
    #expect(item?.outcomes.last?.text == LocalizedText(fr: "Oui"))
    #expect(
      item?.notes.en == """
        Before.
        - an ordinary list item
          - Decision: under another item, so text

        After.
        """)
  }

  @Test(
    "Each fault has its code",
    arguments: [
      ("- Present: Ana", "unreadableHandle"), ("- Present: @ana, @ana", "duplicatePerson"),
      ("- Present: @ana @ben", "unreadableAttendance"), ("- Present: @ana (late)", "unknownWord"),
      ("- Workers: many", "unreadableHeadcount"), ("- Participants: nine", "unreadableHeadcount"),
      ("- Participants: 9 unons", "unknownWordNear"), ("- Corrections until: x", "unreadableDate"),
      ("- Presnt: @ana", "unknownKeywordNear"), ("- Item: I-4", "misplacedKeyword"),
      ("## 2. A\n## 1. B", "itemOutOfOrder"), ("## A\n- Status: dont", "unknownWord"),
      ("## A\n- Status: defered", "unknownWordNear"),
      ("## A\n- Action: X @ana by Fryday", "unreadableDate"),
      ("## A\n- Action: X @ana by 2019-06-01", "dueBeforeMeeting"),
      ("## A\n- Action R-3: X", "wrongReference"),
      ("## A\n- Information R-3: X", "unexpectedReference"),
      ("## A\n- Decision:", "missingOutcomeText"), ("## A\n- Decision: X (vote)", "voteNeedsCount"),
      ("## A\n- Decision: X (vote: most)", "unreadableVote"),
      ("## A\n### English\n- Decison: X", "unknownOutcomeNear"),
      ("## A\n- Recommendation: X to R-3", "wrongReference"),
      ("## A\n- Recommendation: X (funding; red)", "unknownWord"),
      ("## A\n### English\nnow ||secret", "unclosedRedaction"),
    ])
  func faults(text: String, code: String) {
    #expect(Self.parse(text).faults.map(\.code) == [code])
    #expect(SampleFilesTests.isExplained(code))
  }

  @Test("A meeting is required")
  func meeting() {
    let faults = MinutesDocument.parse(Array("# Minutes\n".utf8), meetingDay: Self.day).faults
    #expect(faults.map(\.code) == ["missingMeeting"])
    #expect(SampleFilesTests.isExplained("missingMeeting"))
  }

  @Test(
    "Passages for insiders are redacted",
    arguments: [
      ("a ||b|| c", "a [redacted] c", "a [caviardé] c"),
      ("||a\n\nb||", "[redacted]", "[caviardé]"),
      ("a ||b", "a [redacted]", "a [caviardé]"), ("a | b", "a | b", "a | b"),
      ("||a||b||c||", "[redacted]b[redacted]", "[caviardé]b[caviardé]"),
    ])
  func redaction(text: String, english: String, french: String) {
    #expect(Redaction.redacted(text, in: .en) == english)
    #expect(Redaction.redacted(text, in: .fr) == french)
  }
}
