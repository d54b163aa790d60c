import Foundation
import Testing

@testable import HubModel

/// By when, as people say it: read in both languages, kept as it was said, written so that it is read
/// again as it was.
@Suite struct DueWordsTests {
  private let today = Day("2026-12-01") ?? Day(number: 0)

  static let said: [(String, String)] = [
    ("next meeting", "nextMeeting"), ("by the next meeting", "nextMeeting"),
    ("at the next meeting", "nextMeeting"), ("before next meeting", "nextMeeting"),
    ("à la prochaine réunion", "nextMeeting"), ("avant la prochaine réunion", "nextMeeting"),
    ("d’ici la prochaine réunion", "nextMeeting"), ("d'ici la prochaine séance", "nextMeeting"),
    ("ongoing", "ongoing"), ("Ongoing.", "ongoing"), ("en continu", "ongoing"),
    ("ASAP", "asSoonAsPossible"), ("as soon as possible", "asSoonAsPossible"),
    ("a.s.a.p.", "asSoonAsPossible"), ("dès que possible", "asSoonAsPossible"),
    ("le plus tôt possible", "asSoonAsPossible"), ("spring 2027", "2027-spring"),
    ("by spring 2027", "2027-spring"), ("in the spring of 2027", "2027-spring"),
    ("printemps 2027", "2027-spring"), ("au printemps 2027", "2027-spring"),
    ("d’ici l’automne 2027", "2027-fall"), ("été 2027", "2027-summer"),
    ("hiver 2027", "2027-winter"), ("by March 2027", "2027-03"), ("March, 2027", "2027-03"),
    ("d’ici mars 2027", "2027-03"), ("mars", "2027-03"), ("November", "2027-11"),
    ("December", "2026-12"), ("fin mars", "2027-03-end"),
    ("by the end of March 2027", "2027-03-end"), ("d’ici la fin de mars 2027", "2027-03-end"),
    ("Q2 2027", "2027-Q2"), ("by Q2", "2027-Q2"), ("T2 2027", "2027-Q2"),
    ("2e trimestre 2027", "2027-Q2"), ("1st quarter of 2027", "2027-Q1"), ("by 2027", "2027"),
    ("fin 2027", "2027-end"), ("end of 2027", "2027-end"), ("the year 2030", "2030"),
    ("d’ici l’an 2030", "2030"), ("by the end of the year", "2026-end"),
    ("d’ici la fin de l’année", "2026-end"), ("cette année", "2026"),
    ("before the end of March 2027", "2027-03-end"), ("avant la fin de 2027", "2027-end"),
  ]

  @Test(arguments: said)
  func `what people say is understood`(text: String, code: String) throws {
    let due = try #require(DueWords.due(text, from: today))
    #expect(due.code == code)
    #expect(Due(code: code) == due)
    for language in Language.allCases {
      #expect(DueWords.due(due.said(in: language), from: today) == due)
      #expect(
        DueWords.due(due.tail(in: language).filter { !"()".contains($0) }, from: today) == due)
    }
  }

  @Test(arguments: [
    "", "soon", "friday", "2027-01-15", "May 5", "5 mai", "by", "Q5 2027", "the retreat",
    "next meeting of the board", "spring 27", "2027-13", "ongoing work", "the next meeting or so",
    "5000", "by 2060", "2025", "the year", "before ongoing", "avant dès que possible",
  ])
  func `what says a day, or nothing that is known, is not taken for it`(_ text: String) {
    #expect(DueWords.due(text, from: today) == nil)
  }

  static let befores: [(String, String)] = [
    ("before March 2027", "2027-02-28"), ("avant mars 2027", "2027-02-28"),
    ("before the summer", "2027-06-20"), ("avant l’été 2027", "2027-06-20"),
    ("before spring 2027", "2027-03-20"), ("avant l’automne 2027", "2027-09-21"),
    ("before winter 2027", "2026-12-20"), ("before Q2 2027", "2027-03-31"),
    ("avant le T1 2027", "2026-12-31"), ("before January 2028", "2027-12-31"),
    ("before 2028", "2027-12-31"), ("d’ici avant mars 2028", "2028-02-29"),
  ]

  @Test(arguments: befores)
  func `before a period is not within it`(text: String, day: String) {
    #expect(DueWords.due(text, from: today) == nil)
    #expect(DueWords.dayBefore(text, from: today) == Day(day))
  }

  @Test(arguments: ["by March 2027", "before the next meeting", "before the end of March", "March"])
  func `what is not before a period asks for no other day`(_ text: String) {
    #expect(DueWords.dayBefore(text, from: today) == nil)
  }

  @Test(arguments: [
    "", "nextmeeting", "2027-spring-", "2027-q2", "2027-3", "27-03", "2027-end-end",
  ])
  func `a code has one spelling`(_ code: String) { #expect(Due(code: code) == nil) }

  @Test func `a period ends on its last day`() {
    let ends = [
      "2027-spring": "2027-06-20", "2027-02": "2027-02-28", "2028-02-end": "2028-02-29",
      "2027-Q3": "2027-09-30", "2027": "2027-12-31",
    ]
    for (code, day) in ends { #expect(Due(code: code)?.lastDay == Day(day), "\(code)") }
    #expect(Due.nextMeeting.lastDay == nil && Due.ongoing.lastDay == nil)
  }

  private func parse(_ line: String) -> (outcome: MinutesDocument.Outcome?, faults: [String]) {
    let text = "# Minutes: M\n\n- Meeting: M-1\n\n## 1. A\n\n\(line)\n"
    let (document, faults) = MinutesDocument.parse(Array(text.utf8), meetingDay: today)
    return (document.items.first?.outcomes.first, faults.map(\.code))
  }

  @Test(arguments: ["minutes-files.md", "fichiers-proces-verbal.md"])
  func `every form that the pages show is read`(page: String) throws {
    let text = String(decoding: try SampleFilesTests.bytes("docs/" + page), as: UTF8.self)
    let start = try #require(text.range(of: "**By when**") ?? text.range(of: "**Pour quand**"))
    let rows = text[start.upperBound...].split(separator: "\n").filter { $0.hasPrefix("| `") }
      .prefix(5)
    #expect(rows.count == 5)
    for row in rows {
      let forms = row.split(separator: "`").filter { $0.hasPrefix("@") || $0.hasPrefix("(") }
      #expect(forms.count >= 4, "\(row)")
      for form in forms {
        let (outcome, faults) = parse("- Action: Do it \(form)")
        #expect(faults == [] && outcome?.text.en == "Do it", "\(form)")
        #expect((outcome?.due == nil) != (outcome?.dueOn == nil), "\(form)")
      }
    }
  }

  static let lines: [(String, String, String?, String?)] = [
    ("- Action: Send it @ann by next meeting", "Send it", "ann", "nextMeeting"),
    ("- Action: Send it @ann, at the next meeting", "Send it", "ann", "nextMeeting"),
    ("- Action: Send it @ann next meeting", "Send it", "ann", "nextMeeting"),
    ("- Mesure : L’envoyer @ann avant la prochaine réunion", "L’envoyer", "ann", "nextMeeting"),
    ("- Action: Send it before the next meeting", "Send it", nil, "nextMeeting"),
    ("- Action: Keep the list (ongoing)", "Keep the list", nil, "ongoing"),
    ("- Mesure : Tenir la liste @ann (en continu)", "Tenir la liste", "ann", "ongoing"),
    ("- Action: Call them @ann ASAP", "Call them", "ann", "asSoonAsPossible"),
    ("- Mesure : Appeler @ann, dès que possible", "Appeler", "ann", "asSoonAsPossible"),
    ("- Action: Plan it @ann spring 2027", "Plan it", "ann", "2027-spring"),
    ("- Action: Plan it by the end of March 2027", "Plan it", nil, "2027-03-end"),
    ("- Mesure : Planifier @ann d’ici fin mars", "Planifier", "ann", "2027-03-end"),
    // The text says it; nobody said that it is by when.
    (
      "- Action: Choose a host for the next meeting", "Choose a host for the next meeting", nil, nil
    ),
    (
      "- Mesure : Inviter le consulat à la prochaine réunion",
      "Inviter le consulat à la prochaine réunion", nil, nil
    ),
    ("- Action: Prepare the plan (spring 2027)", "Prepare the plan", nil, "2027-spring"),
    ("- Mesure : Préparer le plan (fin mars)", "Préparer le plan", nil, "2027-03-end"),
    ("- Action: Prepare the plan (by 2028)", "Prepare the plan", nil, "2028"),
    ("- Action: Prepare the plan @ann (2028)", "Prepare the plan", "ann", "2028"),
    ("- Action: Plan it before the end of March", "Plan it", nil, "2027-03-end"),
    ("- Action: Increase the fund by 2028", "Increase the fund", nil, "2028"),
    // Sums, dates and lengths are part of the text.
    ("- Action: Increase the fund by 5000", "Increase the fund by 5000", nil, nil),
    ("- Mesure : Réduire le fonds d’ici 1500", "Réduire le fonds d’ici 1500", nil, nil),
    ("- Action: Increase the fund by 5000 @ann", "Increase the fund by 5000", "ann", nil),
    (
      "- Action: Answer the letter of March 5, 2027", "Answer the letter of March 5, 2027", nil, nil
    ),
    (
      "- Action: Answer the letter of Friday, May 5", "Answer the letter of Friday, May 5", nil, nil
    ),
    ("- Action: Run the course (2 weeks)", "Run the course (2 weeks)", nil, nil),
    ("- Action: Plan a visit in March @ann", "Plan a visit in March", "ann", nil),
    (
      "- Action: Choose a host for the next meeting @ann", "Choose a host for the next meeting",
      "ann", nil
    ),
    (
      "- Mesure : Préparer la prochaine réunion @ann", "Préparer la prochaine réunion", "ann", nil
    ),
    ("- Action: Send the report (2027) soon", "Send the report (2027) soon", nil, nil),
    (
      "- Action: Report on training that is ongoing", "Report on training that is ongoing", nil, nil
    ),
  ]

  @Test(arguments: lines)
  func `a line ends with it where that can be nothing else`(
    line: String, title: String, owner: String?, code: String?
  ) throws {
    let (outcome, faults) = parse(line)
    #expect(faults == [])
    let read = try #require(outcome)
    #expect(read.text.en + read.text.fr == title)
    #expect(
      read.assignees == [owner].compactMap(\.self) && read.due?.code == code && read.dueOn == nil)
  }

  @Test(arguments: [
    ("- Action: Plan it (by Friday)", "2026-12-04"),
    ("- Mesure : Planifier (d’ici le 15 janvier)", "2027-01-15"),
    ("- Action: Plan it @ann (15 January 2027)", "2027-01-15"),
    ("- Action: Plan it @ann, Friday", "2026-12-04"),
    ("- Mesure : Planifier @ann vendredi", "2026-12-04"),
  ])
  func `a day stands where words can stand`(line: String, day: String) {
    let (outcome, faults) = parse(line)
    #expect(faults == [] && outcome?.dueOn == Day(day) && outcome?.due == nil)
    #expect(["Plan it", "Planifier"].contains((outcome?.text).map { $0.en + $0.fr }))
  }

  @Test(arguments: [
    ("- Action: Plan it by Friday @ann", "@ann by Friday"),
    ("- Action: Plan it by the next meeting @ann", "@ann by the next meeting"),
    ("- Action: Plan it, by spring 2027, @ann", "@ann by spring 2027"),
    ("- Action: Plan it @bob by fall 2027 @ann", "@bob, @ann by fall 2027"),
    ("- Mesure : Planifier d’ici vendredi @ann et @bob", "@ann, @bob d’ici vendredi"),
    ("- Action: Plan it by Friday by @ann", "@ann by Friday"),
    ("- Action: Call them ASAP @ann", "@ann ASAP"),
    ("- Action: Keep the list (ongoing) @ann", "@ann (ongoing)"),
    ("- Action: Keep the list, ongoing @ann", "@ann ongoing"),
    ("- Action: Plan it before Friday @ann", "@ann by Friday"),
    ("- Action: Plan it spring 2027 @ann", "@ann spring 2027"),
    ("- Action: Plan it 2027-01-15 @ann", "@ann 2027-01-15"),
  ])
  func `by when before who is told with what to write`(line: String, instead: String) throws {
    let text = "# Minutes: M\n\n- Meeting: M-1\n\n## 1. A\n\n\(line)\n"
    let (_, faults) = MinutesDocument.parse(Array(text.utf8), meetingDay: today)
    #expect(faults.map(\.code) == ["dueBeforeOwner"])
    #expect(faults.first?.arguments["instead"] == instead)
    // What is told to be written is read.
    let (outcome, none) = parse("- Action: Plan it \(instead)")
    #expect(none == [] && outcome?.assignees.contains("ann") == true)
    #expect((outcome?.due == nil) != (outcome?.dueOn == nil))
  }

  @Test(arguments: [
    ("- Action: Plan it @ann by the retreat", "unreadableDate"),
    ("- Action: Plan it before March 2027", "dueBeforePeriodInLine"),
    ("- Action: Plan it @ann before March 2027", "dueBeforePeriodInLine"),
    ("- Action: Plan it before March 2027 @ann", "dueBeforePeriodInLine"),
    ("- Mesure : Planifier (avant l’été)", "dueBeforePeriodInLine"),
    ("- Action: Sort the files into closed, ongoing", "dueNotRead"),
    ("- Action: Prepare the plan, spring 2027", "dueNotRead"),
    ("- Mesure : Préparer le plan, fin mars", "dueNotRead"),
    ("- Action: Prepare the plan, at the next meeting", "dueNotRead"),
    ("- Action: Prepare the plan, Friday", "dueNotRead"),
    ("- Action: Prepare the plan, 2028", "dueNotRead"),
    ("- Action: Prepare the plan (2028)", "dueNotRead"),
    ("- Action: Prepare the plan (15 January 2027)", "dueNotRead"),
    ("- Action: Plan it @ann by 2060", "unreadableDate"),
    ("- Action: Plan it @ann by March 2026", "dueBeforeMeeting"),
  ])
  func `what is said of a day and cannot be kept is a fault`(line: String, code: String) {
    #expect(parse(line).faults == [code])
  }

  @Test(arguments: [
    "Plan it (ongoing)", "Plan it, ongoing", "Plan it by the next meeting", "Plan by spring 2027",
    "ongoing", "by 2027", "Plan it \\(ongoing)", "Tell @ann asap", "before the next meeting",
    "next meeting", "Plan it, en continu", "Plan it,", "Plan it (spring 2027)",
    "Plan it, spring 2027", "Plan it (by Friday)", "Plan it (2027-01-15)", "Plan it, Friday",
    "Plan it by Friday", "Plan it, 2027", "Plan it (2027)", "Plan it by 5000",
    "Plan it @ann Friday",
    "Plan it before March 2027", "Planifier (cette année)", "Planifier, d’ici vendredi",
    "Plan it spring 2027", "Plan it (monday 1 may 2027)", "Plan \\(spring 2027)", "Plan it (+2w)",
  ])
  func `a text that ends so and a line that does are told apart when they are read again`(
    _ text: String
  ) {
    for due in [nil, Due.nextMeeting, .ongoing, .asSoonAsPossible, Due(code: "2027-03-end")] {
      for language in Language.allCases {
        for owner in [nil, "bob"] {
          var outcome = MinutesDocument.Outcome(.action)
          outcome.text = LocalizedText(text, in: language)
          (outcome.assignees, outcome.due) = ([owner].compactMap(\.self), due)
          var item = MinutesDocument.Item(number: 1)
          item.outcomes = [outcome]
          var document = MinutesDocument()
          (document.meeting, document.items) = (Reference(.meeting, 1), [item])
          let written = document.written(in: language)
          let again = MinutesDocument.parse(Array(written.utf8), meetingDay: today)
          let read = again.document.items.first?.outcomes.first
          #expect(again.faults == [], "\(written)")
          #expect(read?.text == outcome.text && read?.due == due, "\(written)")
          #expect(read?.assignees == [owner].compactMap(\.self), "\(written)")
        }
      }
    }
  }
}
