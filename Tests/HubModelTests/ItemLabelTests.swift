import Testing

@testable import HubModel

/// How items are called in print.
@Suite struct ItemLabelTests {
  static let read: [(heading: String, label: String?, title: String)] = [
    ("3.2 Interpretation", "3.2", "Interpretation"),
    ("3.2(a) Interpretation", "3.2(a)", "Interpretation"),
    ("3(b) Budget", "3(b)", "Budget"), ("IV. Budget", "IV", "Budget"), ("A. Budget", "A", "Budget"),
    ("b) Budget", "b)", "Budget"), ("A.1 Budget", "A.1", "Budget"),
    ("2015-01-A20 Règlement", "2015-01-A20", "Règlement"), ("19-04 Budget", "19-04", "Budget"),
    ("3.2. Budget", "3.2", "Budget"), ("3. Budget", nil, "3. Budget"),
    ("2019 budget", nil, "2019 budget"), ("Housing", nil, "Housing"),
    ("Follow-up of visits", nil, "Follow-up of visits"), ("A budget", nil, "A budget"),
    ("I am here", nil, "I am here"), ("(a) budget", nil, "(a) budget"),
    ("COVID-19 measures", nil, "COVID-19 measures"), ("e.g. this", nil, "e.g. this"),
  ]

  @Test(arguments: read)
  func `a heading is read with its label or without one`(
    heading: String, label: String?, title: String
  ) {
    let bytes = Array(heading.utf8)[...]
    let found = ItemLabel.read(bytes)
    #expect(found?.label == label)
    #expect(found.map { String(decoding: bytes[$0.title], as: UTF8.self) } ?? heading == title)
    if let label { #expect(ItemLabel.heading(label) != nil) }
  }

  @Test func `parts of an item take no number from those that follow`() {
    let printed = [nil, nil, "2.1", "2.1(a)", "2.2", nil, "IV", nil]
    #expect(
      ItemLabel.labels(printed) == ["1", "2", "2.1", "2.1(a)", "2.2", "3", "IV", "5"])
  }

  private static let agenda = """
    # A / B

    - Body: B-1
    - Date: 2019-05-14, 9:00 to 11:00, America/Vancouver

    ## 1. Opening / Ouverture

    - Purpose: information

    ## 2. Reports / Rapports

    - Purpose: information

    ## 2.1 Housing / Logement

    - Purpose: consent

    ## 3. Closing / Clôture

    - Purpose: information

    """

  @Test func `an agenda keeps its labels when it is written and read again`() {
    let day = Day(number: 18000)
    let (document, faults) = AgendaDocument.parse(Array(Self.agenda.utf8), today: day)
    #expect(faults == [])
    #expect(document.items.map(\.label) == [nil, nil, "2.1", nil])
    for language in Language.allCases {
      let text = document.written(in: language)
      #expect(text.contains("## 2.1 Housing") && text.contains("## 3. Closing"))
      let again = AgendaDocument.parse(Array(text.utf8), today: day)
      #expect(again.faults == [] && again.document == document)
    }
  }

  static let wrong: [(String, String, String)] = [
    ("## 3. Closing", "## 4. Closing", "itemOutOfOrder"),
    ("## 3. Closing / Clôture\n", "## 2.1 Closing / Clôture\n", "labelTwice"),
    (
      "## 3. Closing / Clôture\n\n", "## Closing / Clôture\n\n- Label: first one\n", "labelForm"
    ),
  ]

  @Test(arguments: wrong)
  func `a label that cannot be one is a fault`(from: String, to: String, code: String) throws {
    let text = Self.agenda.replacing(from, with: to)
    let (_, faults) = AgendaDocument.parse(Array(text.utf8), today: Day(number: 18000))
    #expect(faults.map(\.code) == [code])
  }
}
