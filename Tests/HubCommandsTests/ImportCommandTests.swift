import Foundation
import HubApp
import HubConsole
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubCommands

@Suite struct ImportCommandTests {
  private func file(_ text: String) throws -> String {
    let place = FileManager.default.temporaryDirectory.appending(path: "import-\(UUID()).csv")
    try text.write(to: place, atomically: true, encoding: .utf8)
    return place.path
  }

  private func run(_ hub: Hub, _ arguments: String...) -> (Int32, output: String, errors: String) {
    let call = CommandOnHub.run(
      hub, arguments + ["--as", "@staff-bc", "--clock", "2025-02-01T16:00:00Z"])
    return (call.status.rawValue, call.output, call.errors)
  }

  @Test func `a trial is a table, and an import tells its columns and its rows`() throws {
    let test = try TestHub.sample()
    let table = try file("Identifiant;nom\n@nadia;Nadia Exemplar\n# note;x\n")
    defer { try? FileManager.default.removeItem(atPath: table) }
    let trial = run(test.hub, "import", "people", table, "--dry-run")
    #expect(trial.0 == 0)
    #expect(trial.output.contains("2  create       Nadia Exemplar"))
    #expect(trial.output.contains("Nothing was changed."))
    #expect(trial.output.contains("Column “Identifiant” was read as Handle (handle)."))
    #expect(trial.output.contains("3."))
    #expect(run(test.hub, "import", "people", table).output.contains("1 created"))
    #expect(run(test.hub, "import", "people", table, "--lang", "fr").output.contains("inchangées"))
  }

  @Test func `faults stand at their row and column, in both languages`() throws {
    let test = try TestHub.sample()
    let table = try file("handle,name,organization\nnadia,=A1,Nowhere\n")
    defer { try? FileManager.default.removeItem(atPath: table) }
    let english = run(test.hub, "import", "people", table)
    #expect(english.0 == 1)
    #expect(english.errors.contains("\(table): row 2, name: “=A1” begins like a formula"))
    let french = run(test.hub, "import", "people", table, "--lang", "fr")
    #expect(french.errors.contains("ligne 2, organization"))
    #expect(run(test.hub, "import", "people").0 == 2)
  }

  /// The whole table is tried before a row of it is written, in parts that hold others up for less
  /// than all of it would.
  @Test func `a long table goes in parts, and with one fault none of it`() throws {
    let test = try TestHub.sample()
    let rows = (1...5200).map { "x\($0),Name \($0)\n" }.joined()
    let faulty = try file("handle,name\n" + rows + "x7,Again\n")
    let good = try file("handle,name\n" + rows)
    defer {
      try? FileManager.default.removeItem(atPath: faulty)
      try? FileManager.default.removeItem(atPath: good)
    }
    let refused = run(test.hub, "import", "people", faulty)
    #expect(refused.0 == 1)
    #expect(refused.errors.contains("row 5202: Row 8 is about the same record."))
    let written = run(test.hub, "import", "people", good)
    #expect(written.output.contains("5,200 created, 0 changed, 0 unchanged"))
    #expect(run(test.hub, "import", "people", good).output.contains("0 created, 0 changed, 5,200"))
  }

  @Test func `the tables of the demonstration say the same in both languages`() throws {
    let test = try TestHub.sample()
    let folder = SampleStory.root + "/agendas/tables"
    let first = run(test.hub, "import", "people", "\(folder)/people.csv")
    #expect(first.output.contains("2 created, 0 changed, 0 unchanged"), "\(first.errors)")
    let second = run(test.hub, "import", "people", "\(folder)/personnes.csv")
    #expect(second.output.contains("0 created, 0 changed, 2 unchanged"), "\(second.errors)")
  }

  @Test func `a part of a long table is numbered as the file is, in constant memory`() throws {
    let count = 50_000
    let place = try file(
      "handle,name\n\n" + (1...count).map { "x\($0),\"Name\n\($0)\"\n" }.joined())
    defer { try? FileManager.default.removeItem(atPath: place) }
    var reader = CSV.Reader()
    var rows = 0
    var last = 0
    let bytes = try [UInt8](Data(contentsOf: URL(filePath: place)))
    for start in stride(from: 0, to: bytes.count, by: 1000) {
      try reader.read(Array(bytes[start..<min(start + 1000, bytes.count)])) {
        rows += 1
        last = $0.number
      }
    }
    try reader.finish { _ in rows += 1 }
    #expect(rows == count + 1)
    // An empty row counts, and the line breaks in cells do not.
    #expect(last == count + 2)
  }
}
