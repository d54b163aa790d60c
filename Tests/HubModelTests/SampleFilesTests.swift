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

  /// Whether the translations have a sentence for a fault, in both languages.
  static func isExplained(_ code: String) -> Bool {
    ["faults-files.txt", "faults.txt"].contains { name in
      let bytes = (try? bytes("Resources/translations/" + name)) ?? []
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      guard let key = lines.firstIndex(of: "fault.\(code)"), key + 2 < lines.count else {
        return false
      }
      return lines[key + 1].hasPrefix("  en: ") && lines[key + 2].hasPrefix("  fr: ")
    }
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
