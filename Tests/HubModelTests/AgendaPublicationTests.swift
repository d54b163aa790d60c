import HubModel
import Testing

@Suite("Agendas before and after")
struct AgendaPublicationTests {
  static func agenda(_ items: String, date: String = "2019-06-18, 9:00 to 10:00") -> AgendaDocument
  {
    let text = "# T / T\n- Body: B-1\n- Date: \(date)\n" + items
    return AgendaDocument.parse(Array(text.utf8), today: Day(number: 18_000)).document
  }

  static let full = "- Purpose: decision\n- Time: 30 min\n"

  @Test(
    "Publishing tells what a draft may lack",
    arguments: [
      ("", ["noItems"]),
      ("## A / A\n", ["missingPurpose"]),
      ("## A / A\n\(full)## B / B\n\(full)## C / C\n\(full)", ["itemsExceedMeeting"]),
      ("## A\n\(full)", ["notInFrench"]),
      ("## / A\n\(full)### Français\nx\n", ["notInEnglish", "notInEnglish"]),
      ("## Introduction\nx\n## A / A\n\(full)", ["notInFrench"]),
      ("## A / A\n\(full)", []),
    ])
  func publication(items: String, codes: [String]) {
    let faults = Self.agenda(items).publicationFaults(languages: Language.allCases)
    #expect(faults.map(\.code) == codes)
    #expect(codes.allSatisfy(SampleFilesTests.isExplained))
    #expect(faults.allSatisfy { $0.position != nil })
  }

  @Test("A value that cannot be read is not also told to be missing")
  func once() {
    let agenda = Self.agenda("## A / A\n- Purpose: x\n- Time: y\n")
    #expect(agenda.publicationFaults(languages: [.en]) == [])
  }

  @Test("Nothing changed between a document and itself")
  func same() {
    let agenda = Self.agenda("## A / A\n\(Self.full)")
    #expect(agenda.changes(from: agenda) == [])
  }

  @Test("Added, removed, moved and changed items are told apart")
  func changes() {
    let older = Self.agenda("## A / A\n## B / B\n## C / C\n## D / D\n")
    let newer = Self.agenda("## D / D\n## New / New\n## A / A\n- Time: 5 min\n## C / Ç\n")
    let expected: [AgendaChange] = [
      .removed(older.items[1], number: 2),
      .moved(newer.items[0], from: 4, to: 1),
      .added(newer.items[1], number: 2),
      .changed(newer.items[2], from: older.items[0], number: 3, [.key(.time)]),
      .changed(newer.items[3], from: older.items[2], number: 4, [.title]),
    ]
    #expect(newer.changes(from: older) == expected)
  }

  @Test("An item is the same by its reference, whatever its title")
  func reference() {
    let older = Self.agenda("## A / A\n- Item: I-1\n## B / B\n- Item: I-2\n")
    let newer = Self.agenda("## X / X\n- Item: I-1\n## A / A\n- Item: I-3\n## B / B\n")
    #expect(
      newer.changes(from: older) == [
        .changed(newer.items[0], from: older.items[0], number: 1, [.title]),
        .added(newer.items[1], number: 2),
      ])
  }

  @Test("Changes of the header name the keyword, and the documents have the values")
  func header() {
    let older = Self.agenda("")
    let newer = Self.agenda("", date: "2019-06-18, 9:00 to 11:00")
    #expect(newer.changes(from: older) == [.header(.date)])
    #expect(newer.value(of: .date, in: .fr) == "2019-06-18, 9\u{A0}h à 11\u{A0}h")
  }
}
