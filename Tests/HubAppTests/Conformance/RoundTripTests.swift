import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What goes in comes out: through storage, through JSON, through the history's patches.
@Suite struct RoundTripTests {
  let world: World

  init() throws { world = try World.shared }

  @Test(arguments: RecordType.allCases)
  func `storage keeps every field`(type: RecordType) throws { try store(type.subject) }

  private func store<R: Stored>(_ type: R.Type) throws {
    let stale = Self.stale(Specimen.full(R.self, serial: 2))
    for specimen in [stale, Specimen.bare(R.self, serial: 2)] {
      var record = specimen
      record.header.number = 77
      record.header.sharedWith = [Reference(.body, 1), Reference(.person, 1)]
      record.header.illustrative = true
      record.header.created = Moment(milliseconds: 1)
      record.header.modified = Moment(milliseconds: 2)
      record.header.version = 3
      record.header.author = ID(1)
      // As in a hub where the only record of this kind is the one that is tried.
      let kept = try world.trying { writing in
        try writing.connection.execute("PRAGMA defer_foreign_keys = ON", [])
        try writing.connection.execute("DELETE FROM \(raw: R.type.table)")
        let values = R.table.values(of: record, audience: 1)
        try writing.connection.execute(R.table.insert, values)
        return try writing.load(ID<R>(77))
      }.get()
      let found = try #require(kept)
      #expect(found.header == record.header)
      Self.expectSame(found, record)
    }
  }

  @Test(arguments: RecordType.allCases)
  func `JSON keeps every field`(type: RecordType) throws { try writeAndRead(type.subject) }

  private func writeAndRead<R: Stored>(_ type: R.Type) throws {
    try world.test.hub.read(as: .founder) { reading in
      for specimen in [Specimen.full(R.self), Specimen.bare(R.self)] {
        let json = try Self.json(specimen, reading)
        for field in R.fields { #expect(json[field.name] != nil, "\(field.name)") }
        // System fields are not for callers to set; what is sent back unchanged is no fault.
        var copy = R()
        copy.header = specimen.header
        for field in R.fields where field.traits.contains(.system) {
          Self.copy(field, from: specimen, to: &copy)
        }
        try RecordJSON.apply(json, to: &copy, in: reading)
        Self.expectSame(copy, specimen)
        #expect(try Self.json(copy, reading) == json)
      }
    }
  }

  @Test(arguments: RecordType.allCases)
  func `a patch of the history holds every change`(type: RecordType) throws {
    try patch(type.subject)
  }

  private func patch<R: Stored>(_ type: R.Type) throws {
    let (full, bare): (R, R) = (Specimen.full(R.self), Specimen.bare(R.self))
    try world.test.hub.read(as: .founder) { reading in
      for (former, record) in [(nil, full), (nil, bare), (bare, full), (full, bare)] {
        let bytes = RecordChange.patch(from: former, to: record, Act(.edit, reason: "why"))
        let patch = try JSON(parsing: String(decoding: bytes, as: UTF8.self))
        #expect(patch["reason"]?.string == "why")
        var copy = former ?? R()
        var reader = FieldReader(reading)
        for member in patch["change"]?.object ?? [] where member.name != "visibility" {
          let field = try #require(R.fields.first { $0.name == member.name })
          let cells = try reader.cells(
            member.value, field.kind, optional: field.traits.contains(.optional),
            former: field.cells(of: copy), at: "/\(field.name)")
          var source = CellReader(try #require(cells))
          field.load(&copy, from: &source)
        }
        #expect(reader.faults == [])
        Self.expectSame(copy, record)
      }
      #expect(
        RecordChange.patch(from: full, to: full, Act(.create)) == Array(#"{"change":{}}"#.utf8))
    }
  }

  @Test(arguments: RecordType.allCases)
  func `what the API answers can be sent back as it is`(type: RecordType) throws {
    try sendBack(type.subject)
  }

  private func sendBack<R: Stored>(_ type: R.Type) throws {
    let path = "/\(R.type.path)/\(Reference(R.type, 1))"
    let answer = world.test.send(.get, path, as: "specimen-1")
    #expect(answer.status == 200)
    try world.test.hub.read(as: .person("specimen-1")) { reading in
      var record = try #require(try reading.load(ID<R>(1)))
      try RecordJSON.apply(try answer.json, to: &record, in: reading)
      Self.expectSame(record, try #require(try reading.load(ID<R>(1))))
    }
  }

  static func json<R: Stored>(_ record: R, _ reading: Reading) throws -> JSON {
    var writer = JSONWriter()
    RecordJSON.write(
      record, for: reading.caller, links: [], names: try Names(of: [record], in: reading),
      to: &writer)
    return try JSON(parsing: String(decoding: writer.bytes, as: UTF8.self))
  }

  static func expectSame<R: Record>(_ a: R, _ b: R) {
    for field in R.fields {
      #expect(field.cells(of: a) == field.cells(of: b), "\(R.type).\(field.name)")
    }
  }

  static func copy<R: Record>(_ field: Field<R>, from source: R, to target: inout R) {
    var cells = CellReader(field.cells(of: source))
    field.load(&target, from: &cells)
  }

  /// The record with the French of every text marked as fallen behind.
  static func stale<R: Record>(_ record: R) -> R {
    var record = record
    for field in R.fields {
      guard case .localized = field.kind else { continue }
      var cells = field.cells(of: record)
      cells[2] = .text("fr")
      var source = CellReader(cells)
      field.load(&record, from: &source)
    }
    return record
  }
}
