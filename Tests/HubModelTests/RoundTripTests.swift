import HubModel
import Testing

@Suite("Files lose nothing")
struct RoundTripTests {
  static let day = Day(number: 17_000)

  @Test("An agenda comes back as it was written", arguments: 1...8)
  func agendas(batch: Int) {
    for seed in batch * 50..<(batch + 1) * 50 {
      var texts = NastyTexts(seed: seed)
      let agenda = texts.agenda()
      for language in Language.allCases {
        let file = agenda.written(in: language)
        let (again, _) = AgendaDocument.parse(Array(file.utf8), today: Self.day)
        guard again != agenda else { continue }
        Issue.record("seed \(seed) \(language):\n\(file)\n\(Self.difference(agenda, again))")
        return
      }
    }
  }

  @Test("Minutes come back as they were written", arguments: 1...8)
  func minutes(batch: Int) {
    for seed in batch * 50..<(batch + 1) * 50 {
      var texts = NastyTexts(seed: seed)
      let minutes = texts.minutes()
      for language in Language.allCases {
        let file = minutes.written(in: language)
        let (again, _) = MinutesDocument.parse(Array(file.utf8), meetingDay: Self.day)
        guard again != minutes else { continue }
        Issue.record("seed \(seed) \(language):\n\(file)\n\(Self.difference(minutes, again))")
        return
      }
    }
  }

  /// The lines of the dumps that are not the same.
  static func difference(_ a: Any, _ b: Any) -> String {
    var (left, right) = ("", "")
    dump(a, to: &left)
    dump(b, to: &right)
    return zip(left.split(separator: "\n"), right.split(separator: "\n"))
      .filter { $0 != $1 && !$0.contains("Position") && !$0.contains("column") }
      .prefix(6).map { "\($0)\n\($1)" }.joined(separator: "\n")
  }

  @Test("Writing what was written gives the same bytes", arguments: Language.allCases)
  func canonical(language: Language) {
    for seed in 1...100 {
      var texts = NastyTexts(seed: seed)
      let file = texts.agenda().written(in: language)
      let again = AgendaDocument.parse(Array(file.utf8), today: Self.day).document
      #expect(again.written(in: language) == file)
    }
  }
}
