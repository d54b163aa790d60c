import Foundation
import HubModel
import Testing

@Suite("The pages about files")
struct FileDocumentationTests {
  /// The first example of a page, between fences of four signs.
  static func example(_ page: String) throws -> [UInt8] {
    let text = String(decoding: try SampleFilesTests.bytes("docs/" + page), as: UTF8.self)
    let parts = text.components(separatedBy: "````")
    let example = try #require(parts.count == 3 ? parts[1] : nil)
    return Array(example.drop { $0 != "\n" }.dropFirst().utf8)
  }

  @Test("Both pages on agendas show one agenda that can be published as it is")
  func agendas() throws {
    let today = try #require(Day("2019-06-01"))
    let english = AgendaDocument.parse(try Self.example("agenda-files.md"), today: today)
    let french = AgendaDocument.parse(try Self.example("fichiers-ordre-du-jour.md"), today: today)
    #expect(english.faults == [] && french.faults == [])
    #expect(english.document.publicationFaults(languages: Language.allCases) == [])
    var other = french.document
    other.body = english.document.body
    #expect(other == english.document)
  }

  @Test("Both pages on minutes show the same minutes")
  func minutes() throws {
    let day = try #require(Day("2019-06-18"))
    let english = MinutesDocument.parse(try Self.example("minutes-files.md"), meetingDay: day)
    let french = MinutesDocument.parse(
      try Self.example("fichiers-proces-verbal.md"), meetingDay: day)
    #expect(english.faults == [] && french.faults == [])
    #expect(english.document.items == french.document.items)
    #expect(english.document.attendance == french.document.attendance)
    #expect(english.document.correctionsUntil == french.document.correctionsUntil)
  }

  @Test("The hub’s words for keywords of agendas are on both pages", arguments: AgendaKey.allCases)
  func keywords(key: AgendaKey) throws {
    #expect(key.isOfMeeting || key.isOfItem)
    try expectRow(key.word, on: "agenda-files.md", "fichiers-ordre-du-jour.md")
  }

  @Test("The hub’s words for keywords of minutes are on both pages", arguments: MinutesKey.allCases)
  func keywords(key: MinutesKey) throws {
    try expectRow(key.word, on: "minutes-files.md", "fichiers-proces-verbal.md")
  }

  /// Each page has a row for the keyword, which begins with the word of its own language.
  private func expectRow(
    _ word: (Language) -> String, on english: String, _ french: String
  ) throws {
    for (page, language) in [(english, Language.en), (french, .fr)] {
      let text = String(decoding: try SampleFilesTests.bytes("docs/" + page), as: UTF8.self)
      let (own, other) = (word(language), word(language.other))
      #expect(!own.isEmpty && text.contains(" \(own) | \(other) |"), "\(own) on \(page)")
    }
  }
}
