/// Agendas as people would write them, all different.
struct AgendaFiles {
  /// What the files speak of, by reference; people by handle.
  let bodies, papers, people: [String]

  func make(_ count: Int) -> [[UInt8]] {
    let vocabulary = Vocabulary()
    var dice = Dice(7)
    return (0..<count).map { Array(agenda($0, vocabulary, &dice).utf8) }
  }

  private func agenda(_ index: Int, _ words: Vocabulary, _ dice: inout Dice) -> String {
    let title = words.text(5, &dice)
    let day = 1 + index % 28
    var file = """
      # \(title.en) / \(title.fr)

      - Body: \(bodies[index % bodies.count])
      - Date: 2027-\(index % 2 == 0 ? "03" : "11")-\(day < 10 ? "0" : "")\(day), 9:00 to 16:30, America/Toronto
      - Mode: \(index % 3 == 0 ? "virtual" : "in person")
      - Place: Montréal / Montréal
      - Visibility: network
      - Languages: en, fr

      ## Introduction

      """
    file += bilingual(words.text(40, &dice))
    for item in 1...(6 + index % 4) {
      let title = words.text(6, &dice)
      file += """

        ## \(item). \(title.en) / \(title.fr)

        - Purpose: \(["information", "discussion", "decision"][item % 3])
        - Time: \(10 + item * 5) min
        - Presenter: @\(people[(index + item) % people.count])
        - Papers: \(papers[(index + item) % papers.count]) (hearing)

        """
      file += bilingual(words.text(18, &dice))
      if item % 3 == 0 {
        file += "\n- \(words.text(8, &dice).en)\n- **\(words.text(6, &dice).en)**\n"
      }
    }
    return file
  }

  private func bilingual(_ text: (en: String, fr: String)) -> String {
    "\n### English\n\n\(text.en).\n\n### Français\n\n\(text.fr).\n"
  }
}
