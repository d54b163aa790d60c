import HubApp
import HubModel
import HubTestKit
import HubText
import Testing

@Suite struct WholeExportTests {
  func export(_ hub: Hub, as identity: Identity = .person("admin")) throws -> [JSON] {
    var bytes: [UInt8] = []
    try WholeExport.write(hub, as: identity, reason: "Yearly copy") { bytes += $0 }
    return try bytes.split(separator: UInt8(ascii: "\n")).map { try JSON(parsing: Array($0)) }
  }

  @Test func `everything is in it, private records too, and the act is in the history`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    _ = try test.hub.write(as: .person("facilitator")) { writing in
      try writing.edit(Story.actions[1]) { $0.header.visibility = .private }
    }
    let lines = try export(test.hub)
    #expect(lines.first?["hubExport"]?.integer == 1)
    let records = lines.compactMap { $0["record"] }
    #expect(
      records.compactMap { $0["ref"]?.string }
        == ["N-1", "P-1", "P-2", "P-3", "B-1", "BM-1", "A-1", "A-2"])
    #expect(records.last?["title"]?["fr"]?.string == "Trouver une salle")
    let entries = lines.compactMap { $0["entry"] }.filter { $0["id"] != nil }
    #expect(entries.count == 12)
    #expect(entries.last?["act"]?.string == "export")
    #expect(entries.last?["content"]?["reason"]?.string == "Yearly copy")
    #expect(entries.last?["digest"]?.string == lines.first?["digest"]?.string)
    #expect(
      lines.last?.text == #"{"end":{"records":8,"editions":0,"pieces":0,"entries":12}}"#)
    #expect(try test.hub.verify().isSound)
  }

  @Test func `the same data gives the same bytes`() throws {
    let exports = try (0..<2).map { _ in
      let test = try TestHub()
      try Story.tell(in: test.hub)
      return try export(test.hub)
    }
    #expect(exports[0] == exports[1])
  }

  @Test(arguments: ["staff", "facilitator"])
  func `only an admin does it`(_ handle: String) throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let head = try test.hub.headFile()
    #expect(throws: Refusal.self) { try export(test.hub, as: .person(handle)) }
    #expect(throws: Refusal.signInRequired) { try export(test.hub, as: .anonymous) }
    #expect(try test.hub.headFile() == head)
  }
}
