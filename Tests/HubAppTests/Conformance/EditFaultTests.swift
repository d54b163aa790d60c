import HubHTTP
import HubModel
import HubTestKit
import HubText
import HubWords
import Testing

@testable import HubApp

/// What a caller may not send, and what is said of it.
@Suite struct EditFaultTests {
  let world: World

  init() throws { world = try World.shared }

  /// The types with such a field.
  private static func types(_ isMeant: (FieldSummary) -> Bool) -> [RecordType] {
    RecordType.allCases.filter { Kinds.kind(of: $0).fieldSummaries.contains(where: isMeant) }
  }

  private static func isText(_ field: FieldSummary) -> Bool {
    if case .localized = field.kind { true } else { false }
  }

  /// What applying a patch to the full record comes to.
  private func applying<R: Stored>(_ type: R.Type, _ json: JSON) throws -> Result<R, Refusal> {
    try world.trying { writing in
      var record = Specimen.full(R.self)
      try RecordJSON.apply(json, to: &record, in: writing)
      return record
    }
  }

  @Test(arguments: RecordType.allCases)
  func `an unknown member is named with the nearest one`(type: RecordType) throws {
    try unknown(type.subject)
  }

  private func unknown<R: Stored>(_ type: R.Type) throws {
    for field in R.fields where field.name.count > 4 {
      let slip = String(field.name.dropLast()) + "x"
      let fault = try #require(
        try applying(R.self, .object([.init(name: slip, value: true)])).refusal
      )
      .faults.first
      #expect(fault?.code == "unknownFieldNear")
      #expect(fault?.pointer == "/\(slip)")
      #expect(fault?.arguments["nearest"] == field.name)
    }
    let fault = try applying(R.self, ["qqqqqqqq": 1]).refusal?.faults.first
    #expect(fault?.code == "unknownField")
  }

  @Test(arguments: RecordType.allCases)
  func `a value of the wrong type is refused with its place`(type: RecordType) throws {
    try wrong(type.subject)
  }

  private func wrong<R: Stored>(_ type: R.Type) throws {
    var members: [JSON.Member] = []
    var expected: [String] = []
    for field in R.fields where !field.traits.contains(.system) {
      let (value, place) = Self.unfitting(field.kind)
      members.append(JSON.Member(name: field.name, value: value))
      expected.append("/\(field.name)\(place)")
    }
    let refusal = try #require(try applying(R.self, .object(members)).refusal)
    #expect(refusal.faults.map(\.pointer) == expected)
    let words = Words(.fr)
    for fault in refusal.faults {
      #expect(words.has("fault.\(fault.code)"), "\(fault.code)")
      if let wanted = fault.arguments["wanted"] {
        #expect(words.has("wanted.\(wanted)"), "wanted.\(wanted)")
      }
    }
    // All at once over the API, and nothing is changed.
    let path = "/\(R.type.path)/\(Reference(R.type, 1))"
    let answer = world.test.send(.patch, path, .object(members), as: "specimen-1")
    #expect([422, 403].contains(answer.status), "\(answer.status)")
    try world.test.hub.read(as: .founder) { reading in
      let record = try #require(try reading.load(ID<R>(1)))
      #expect(record.header.version == 1)
      RoundTripTests.expectSame(record, Specimen.full(R.self))
    }
  }

  /// A value that does not fit, and where in it the fault is.
  static func unfitting(_ kind: FieldKind) -> (JSON, String) {
    switch kind {
    case .text, .choice, .flag, .day, .moment, .reference, .anyReference: (17, "")
    case .localized: (["en": 17], "/en")
    case .integer, .money: ("much", "")
    case .references, .choices, .words, .names: ([17], "/0")
    case .votes: ([["inFavour": -1]], "/0")
    }
  }

  @Test(arguments: RecordType.allCases)
  func `an unknown word or reference is refused with its place`(type: RecordType) throws {
    try strange(type.subject)
  }

  private func strange<R: Stored>(_ type: R.Type) throws {
    for field in R.fields where !field.traits.contains(.system) {
      let absent: (RecordType) -> JSON = { .string(Reference($0, 999).description) }
      let (value, code): (JSON, String) =
        switch field.kind {
        case .choice(let words): (.string(words[0] + "x"), "unknownChoiceNear")
        case .choices(let words): ([.string(words[0] + "x")], "unknownChoiceNear")
        case .day: ("2019-02-30", "unreadableDay")
        case .moment: ("yesterday", "unreadableMoment")
        case .reference(let type): (absent(type), "unknownReference")
        case .anyReference(let types): (absent(types[0]), "unknownReference")
        case .references(let types): ([absent(types[0])], "unknownReference")
        case .localized: (["de": "Guten Tag"], "unknownLanguageMember")
        case .money: (["amount": "1.234"], "wrongType")
        default: (.null, "")
        }
      guard !code.isEmpty else { continue }
      let json = JSON.object([.init(name: field.name, value: value)])
      let faults = try applying(R.self, json).refusal?.faults ?? []
      #expect(faults.map(\.code) == [code], "\(field.name)")
      #expect(faults.allSatisfy { $0.pointer.hasPrefix("/\(field.name)") })
    }
  }

  @Test(arguments: RecordType.allCases)
  func `an optional field can be emptied and a required one cannot`(type: RecordType) throws {
    try empty(type.subject)
  }

  private func empty<R: Stored>(_ type: R.Type) throws {
    for field in R.fields where !field.traits.contains(.system) {
      let result = try applying(R.self, .object([.init(name: field.name, value: .null)]))
      switch result {
      case .success(let record):
        #expect(field.isBlank(record), "\(field.name)")
        if field.traits.contains(.optional) {
          #expect(field.cells(of: record).allSatisfy { $0 == .null }, "\(field.name)")
        }
      case .failure(let refusal):
        #expect(!field.traits.contains(.optional), "\(field.name)")
        #expect(refusal.faults.map(\.code) == ["required"], "\(field.name)")
        #expect(refusal.faults.map(\.pointer) == ["/\(field.name)"])
      }
    }
  }

  @Test(arguments: RecordType.allCases)
  func `a record without its required fields is refused with all of them`(type: RecordType) throws {
    try bare(type.subject)
  }

  private func bare<R: Stored>(_ type: R.Type) throws {
    let refusal = try world.trying { try $0.create(R.self, from: [:]) }.refusal
    let missing = Set(refusal?.faults.filter { $0.code == "required" }.map(\.pointer) ?? [])
    let blank = R()
    let wanted = R.fields.filter { $0.traits.contains(.required) && $0.isBlank(blank) }
    #expect(missing.isSuperset(of: wanted.map { "/\($0.name)" }))
  }

  @Test(arguments: types { $0.traits.contains(.system) })
  func `what the hub sets is not for callers`(type: RecordType) throws { try system(type.subject) }

  private func system<R: Stored>(_ type: R.Type) throws {
    for field in R.fields where field.traits.contains(.system) {
      // What is sent is not what the specimen holds, which would change nothing. A specimen
      // stands for itself: nothing is there, so something is sent.
      let full = Specimen.full(R.self)
      let other: JSON =
        switch field.kind {
        case .flag: .bool(field.cells(of: full) != [.integer(1)])
        case .text where Specimen.cases.contains(field.name): "something"
        case .integer where Specimen.cases.contains(field.name): 3
        default:
          field.name == "mergedInto" ? .string(Reference(R.type, 1).description) : .null
        }
      let json = JSON.object([.init(name: field.name, value: other)])
      let faults = try applying(R.self, json).refusal?.faults ?? []
      #expect(faults.map(\.code) == ["readOnlyField"], "\(field.name)")
      #expect(faults.map(\.pointer) == ["/\(field.name)"])
    }
  }

  @Test(arguments: RecordType.allCases)
  func `what was fixed at creation stays`(type: RecordType) throws { try fixed(type.subject) }

  private func fixed<R: Stored>(_ type: R.Type) throws {
    for field in R.fields where field.traits.contains(.fixed) {
      let result = try world.trying { writing in
        try writing.edit(ID<R>(1)) { record in
          var source = CellReader(Specimen.cells(field) { _ in 999 }.map(Self.other))
          field.load(&record, from: &source)
        }
      }
      switch result {
      case .failure(let refusal):
        let fault = Fault("fixedField", at: "/\(field.name)", ["field": field.name])
        #expect(refusal.faults.contains(fault), "\(field.name)")
      case .success(let record):
        // What follows from another record is set right before anything is compared.
        #expect(field.cells(of: record) == Specimen.cells(field), "\(field.name)")
      }
    }
    guard R.type != .network else { return }
    let faults = try world.trying { writing in
      try writing.edit(ID<R>(1)) {
        try RecordJSON.apply(["network": "N-999"], to: &$0, in: writing)
      }
    }.refusal?.faults.map(\.pointer)
    #expect(faults == ["/network"])
  }

  private static func other(_ cell: Cell) -> Cell {
    if case .integer(let value) = cell { .integer(value + 1) } else { cell }
  }

  @Test(arguments: types { isText($0) && !$0.traits.contains(.system) })
  func `a text that changes in one language leaves the other one behind`(type: RecordType) throws {
    try stale(type.subject)
  }

  private func stale<R: Stored>(_ type: R.Type) throws {
    for field in R.fields where !field.traits.contains(.system) {
      guard case .localized = field.kind else { continue }
      for (language, behind) in [("en", "fr"), ("fr", "en")] {
        let text = JSON.object([.init(name: language, value: "New")])
        let record = try applying(R.self, .object([.init(name: field.name, value: text)])).get()
        let cells = field.cells(of: record)
        #expect(cells[2] == .text(behind), "\(field.name)")
        let before = Specimen.cells(field)
        #expect(cells[language == "en" ? 0 : 1] == .text("New"))
        #expect(cells[language == "en" ? 1 : 0] == before[language == "en" ? 1 : 0])
      }
      let both: JSON = ["en": "New", "fr": "Neuf"]
      let record = try applying(R.self, .object([.init(name: field.name, value: both)])).get()
      #expect(field.cells(of: record) == [.text("New"), .text("Neuf"), .null])
    }
  }
}
