import Foundation
import HubModel
import Testing

@Suite("The files that come with the hub")
struct SampleFilesTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func files(_ folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: folder).path)
    return (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { folder + "/" + $0 }
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: root.appending(path: path)))
  }

  @Test("Every agenda can be published as it is", arguments: files("agendas"))
  func agendas(path: String) throws {
    let today = try #require(Day("2019-04-01"))
    let (document, faults) = AgendaDocument.parse(try Self.bytes(path), today: today)
    #expect(faults == [])
    #expect(document.publicationFaults(languages: Language.allCases) == [])
    for language in Language.allCases {
      let again = AgendaDocument.parse(Array(document.written(in: language).utf8), today: today)
      #expect(again.document == document)
      #expect(again.faults == [])
    }
  }

  @Test("All minutes are read as they are", arguments: files("agendas/minutes"))
  func minutes(path: String) throws {
    let day = try #require(Day("2016-04-09"))
    let (document, faults) = MinutesDocument.parse(try Self.bytes(path), meetingDay: day)
    #expect(faults == [])
    for language in Language.allCases {
      let again = MinutesDocument.parse(
        Array(document.written(in: language).utf8), meetingDay: day)
      #expect(again.document == document)
      #expect(again.faults == [])
    }
  }
}
