import Foundation
import Testing

@testable import HubModel

/// What the pages about files show between backquotes in their tables is read as it stands there,
/// and the English form and the French one of a row say the same.
@Suite struct DocumentedFormsTests {
  /// What stands in one row of a table: the forms of each of its cells.
  struct Row: Sendable, CustomTestStringConvertible {
    let page: String
    let cells: [String]
    var testDescription: String { "\(page): \(cells.joined(separator: " | ").prefix(60))" }

    func forms(_ cell: Int) -> [String] {
      cells.indices.contains(cell) ? DocumentedFormsTests.codes(cells[cell]) : []
    }
  }

  static func codes(_ text: String) -> [String] {
    text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  static func text(_ page: String) -> String {
    // An absent page gives no row, which the counts of the tests below tell.
    (try? SampleFilesTests.bytes("docs/" + page)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The rows of the tables under one heading of a page, without those that head them.
  static func rows(_ page: String, under heading: String) -> [Row] {
    let after =
      text(page).replacing("\u{A0}", with: " ").components(separatedBy: "\n## \(heading)\n")
      .dropFirst().first ?? ""
    return after.components(separatedBy: "\n## ")[0].split(separator: "\n")
      .filter { $0.hasPrefix("| ") }
      .map {
        Row(
          page: page,
          cells: $0.dropFirst(2).components(separatedBy: " |")
            .map { String($0.drop(while: { $0 == " " })) })
      }
      .filter { !["English", "Français"].contains($0.cells[0]) }
  }

  // MARK: - Outcomes

  static let outcomes =
    rows("minutes-files.md", under: "Outcomes")
    + rows("fichiers-proces-verbal.md", under: "Résultats")

  /// A form of the page as a line of minutes: it is one, it ends an action or a recommendation, or
  /// it stands in the parentheses of a decision.
  private func line(_ form: String) -> String {
    if form.hasPrefix("- ") { return form }
    if form.hasPrefix("(") || form.prefix(5).contains("@") {
      return "- Action: Do it / Le faire \(form)"
    }
    if form.contains("O-3") || form.hasPrefix("th") || form.hasPrefix("dom")
      || form.hasPrefix("area")
    {
      let end = form.contains("O-3") ? form : "to O-3 (\(form))"
      return "- Recommendation: Do it / Le faire \(end)"
    }
    // The voice of the chair decides where votes are equal.
    let part = form.contains("casting") || form.contains("prépond") ? "vote: 5-5; \(form)" : form
    return "- Decision: Do it / Le faire (\(part))"
  }

  private func read(_ form: String) -> (MinutesDocument.Outcome?, ActionReview?, [Fault]) {
    let others = (3...7).map { "\n## \($0). Item / Point\n" }.joined()
    let text = """
      # Minutes: M / Procès-verbal : M

      - Meeting: M-1

      ## 1. First / Premier

      - Decision: Buy a bus / Acheter un autobus
      \(line(form))
      \(others)
      """
    let day = Day("2019-05-14") ?? Day(number: 0)
    let (document, faults) = MinutesDocument.parse(Array(text.utf8), meetingDay: day)
    let item = document.items.first
    // What only the words of the example say is not compared.
    var outcome = item.flatMap { $0.outcomes.count > 1 ? $0.outcomes.last : nil }
    outcome?.text = LocalizedText()
    outcome?.positions = SourcePositions()
    var review = item?.reviews.first?.review
    review?.reason = nil
    return (outcome, review, faults)
  }

  @Test(arguments: outcomes)
  func `every form of an outcome is read as it stands on the page`(row: Row) {
    for cell in row.cells.indices {
      for form in row.forms(cell) where !form.contains("`") {
        let (outcome, review, faults) = read(form)
        #expect(faults.map(\.code) == [], "\(form)")
        #expect(outcome != nil || review != nil, "\(form)")
      }
    }
    // Both languages say the same, where a row shows as many forms of each.
    guard row.forms(0).count == row.forms(1).count else { return }
    for (own, other) in zip(row.forms(0), row.forms(1)) {
      let names = { (form: String) in
        form.replacing("@anne", with: "@ann").replacing("Exemple", with: "Example")
      }
      let (first, second) = (read(names(own)), read(names(other)))
      #expect(first.0 == second.0, "\(own), \(other)")
      #expect(first.1 == second.1, "\(own), \(other)")
    }
  }

  @Test func `the pages show as many forms in both languages`() {
    let (english, french) = (
      Self.outcomes.filter { $0.page.hasPrefix("minutes") },
      Self.outcomes.filter { $0.page.hasPrefix("fichiers") }
    )
    #expect(english.count == french.count && english.count > 20)
    for (one, other) in zip(english, french) {
      #expect(one.forms(0) == other.forms(1), "\(one)")
      #expect(one.forms(1) == other.forms(0), "\(one)")
    }
  }

  // MARK: - Keywords

  static let keywords =
    rows("minutes-files.md", under: "How it is built")
    + rows("fichiers-proces-verbal.md", under: "Comment il est fait")
    + rows("agenda-files.md", under: "Keywords of the meeting")
    + rows("agenda-files.md", under: "Keywords of an item")
    + rows("fichiers-ordre-du-jour.md", under: "Mots-clés de la réunion")
    + rows("fichiers-ordre-du-jour.md", under: "Mots-clés d’un point")

  @Test(arguments: keywords)
  func `every form of a keyword is read as it stands on the page`(row: Row) {
    let word = String(row.cells[0].components(separatedBy: "* ").last ?? "")
    for form in row.forms(2) {
      let value = form.hasPrefix("(") ? "@ann \(form)" : form
      let line = form.hasPrefix("- ") ? form : "- \(word): \(value)"
      #expect(faults(line, of: row) == [], "\(line)")
    }
  }

  /// What is wrong with a file that has that line where it belongs.
  private func faults(_ line: String, of row: Row) -> [String] {
    if row.page == "agenda-files.md" || row.page == "fichiers-ordre-du-jour.md" {
      let word = Folding.folded(line.dropFirst(2).prefix { $0 != ":" })
      let isOfItem = AgendaKey.allCases.contains { key in
        key.isOfItem && Language.allCases.contains { Folding.folded(key.word(in: $0)) == word }
      }
      let text = """
        # Plenary / Plénière

        \(["- Body", "- Instance"].contains { line.hasPrefix($0) } ? "" : "- Body: B-1")
        - Date: 2019-06-18, 9:00 to 12:30
        \(isOfItem ? "" : line)

        ## 1. First / Premier

        \(isOfItem ? line : "")
        """
      return AgendaDocument.parse(Array(text.utf8), today: Day("2019-05-14") ?? Day(number: 0))
        .faults.map(\.code)
    }
    let name = line.dropFirst(2).prefix { $0 != ":" }
    let word = Folding.folded(name.last == " " ? name.dropLast() : name)
    let isOfItem = MinutesKey.allCases.contains { key in
      key.isOfItem && Language.allCases.contains { Folding.folded(key.word(in: $0)) == word }
    }
    let isMeeting = line.hasPrefix("- Meeting") || line.hasPrefix("- Réunion")
    let text = """
      # Minutes: M / Procès-verbal : M

      \(isMeeting ? "" : "- Meeting: M-1")
      \(isOfItem ? "" : line)

      ## 1. First / Premier

      \(isOfItem ? line : "")
      """
    return MinutesDocument.parse(
      Array(text.utf8), meetingDay: Day("2019-05-14") ?? Day(number: 0)
    ).faults.map(\.code)
  }

  // MARK: - Prose

  @Test(arguments: ["agenda-files.md", "fichiers-ordre-du-jour.md"])
  func `the ways to write a date are read`(page: String) throws {
    let line = try #require(
      Self.text(page).split(separator: "\n").first {
        $0.hasPrefix("**The date**") || $0.hasPrefix("**La date**")
      })
    let forms = Self.codes(String(line))
    #expect(forms.count == 5)
    for form in forms {
      let date = form.contains("/") ? "2019-06-18, 9:00 to 12:30, \(form)" : form
      let text = "# P / P\n\n- Body: B-1\n- Date: \(date)\n\n## 1. A / B\n"
      let (document, faults) = AgendaDocument.parse(
        Array(text.utf8), today: try #require(Day("2019-05-14")))
      #expect(faults == [] && document.date.starts != nil, "\(date)")
    }
  }

  @Test(arguments: ["agenda-files.md", "fichiers-ordre-du-jour.md"])
  func `the headings that the page shows are those of items`(page: String) throws {
    let forms = Self.codes(
      Self.text(page).components(separatedBy: "````").last ?? ""
    ).filter { $0.hasPrefix("## ") && $0.last != "*" }
    #expect(forms.count >= 4)
    for form in forms where form.contains(where: \.isNumber) || form.contains("IV") {
      let before = (1...3).map { "## \($0). A / B\n\n" }.joined()
      let text = "# P / P\n\n- Body: B-1\n- Date: 2019-06-18, 9:00 to 12:30\n\n\(before)\(form)\n"
      let (document, faults) = AgendaDocument.parse(
        Array(text.utf8), today: try #require(Day("2019-05-14")))
      #expect(faults.map(\.code) == [], "\(form)")
      #expect(document.items.count == 4, "\(form)")
    }
  }
}
