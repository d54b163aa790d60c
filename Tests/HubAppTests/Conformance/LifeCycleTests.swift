import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// Every life cycle does what the page says, and nothing else.
@Suite struct LifeCycleTests {
  let world: World

  init() throws { world = try World.shared }

  static let types = RecordType.allCases.filter { Kinds.kind(of: $0).lifeCycle != nil }

  /// The types of which some step is such.
  private static func types(_ isMeant: (LifeCycle.Transition) -> Bool) -> [RecordType] {
    types.filter { Kinds.kind(of: $0).lifeCycle?.transitions.contains(where: isMeant) ?? false }
  }

  private static func lifeCycle(of type: RecordType) throws -> LifeCycle {
    let kind = Kinds.kind(of: type)
    let lifeCycle = kind.lifeCycle
    return try #require(lifeCycle)
  }

  @Test(arguments: types)
  func `the page and the code have the same states and steps`(type: RecordType) throws {
    let lifeCycle = try Self.lifeCycle(of: type)
    let page = try #require(
      PageLifeCycles.arrows(of: type), "write \(type) down in PageLifeCycles.swift")
    var code: Set<PageLifeCycles.Arrow> = []
    for transition in lifeCycle.transitions {
      for from in transition.from {
        let arrow = PageLifeCycles.Arrow(
          from: from, to: transition.to, publishes: transition.publishes,
          needsReason: transition.needsReason)
        let isNew = code.insert(arrow).inserted
        #expect(isNew, "\(arrow) is there twice")
      }
    }
    #expect(code.subtracting(page).sorted() == [], "the page does not have it")
    #expect(page.subtracting(code).sorted() == [], "the code does not have it")
    #expect(Set(lifeCycle.states) == Set(code.flatMap { [$0.from, $0.to] }))
  }

  @Test(arguments: types)
  func `every state can be reached from the first one`(type: RecordType) throws {
    let lifeCycle = try Self.lifeCycle(of: type)
    var reached = [lifeCycle.initial]
    var next = 0
    while next < reached.count {
      for transition in lifeCycle.transitions(from: reached[next])
      where !reached.contains(transition.to) {
        reached.append(transition.to)
      }
      next += 1
    }
    #expect(Set(reached) == Set(lifeCycle.states))
  }

  @Test(arguments: types)
  func `who may see it before its release is as written down`(type: RecordType) throws {
    let lifeCycle = try Self.lifeCycle(of: type)
    #expect(lifeCycle.ceilings == PageLifeCycles.ceilings[type.rawValue] ?? [:])
  }

  @Test(arguments: types)
  func `a step that the table has not is refused and names the open ones`(type: RecordType) throws {
    try refused(type.subject)
  }

  private func refused<R: Stored>(_ type: R.Type) throws {
    let lifeCycle = try #require(R.lifeCycle)
    var refused = 0
    for from in lifeCycle.states {
      let open = lifeCycle.transitions.filter { $0.from.contains(from) }.map(\.to)
      for to in lifeCycle.states where !open.contains(to) {
        let refusal = try moving(R.self, from: from, to: to, reason: "why").refusal
        let fault = Fault(
          open.isEmpty ? "finalState" : "wrongTransition", at: "/to",
          [
            "type": R.type.rawValue, "ref": Reference(R.type, 1).description, "from": from,
            "to": to, "open": open.joined(separator: ", "),
          ])
        #expect(refusal == .conflict(fault))
        refused += 1
      }
    }
    #expect(refused > 0)
    let nowhere = try moving(R.self, from: lifeCycle.initial, to: "nowhere", reason: nil).refusal
    #expect(nowhere?.faults.map(\.code) == ["unknownState"])
  }

  @Test(arguments: types)
  func `a step that the table has is made`(type: RecordType) throws { try made(type.subject) }

  private func made<R: Stored>(_ type: R.Type) throws {
    for transition in try #require(R.lifeCycle).transitions {
      for from in transition.from {
        let result = try moving(R.self, from: from, to: transition.to, reason: "why")
        switch result {
        case .success(let record):
          #expect(record.header.state == transition.to)
          #expect(record.header.version == 3)
          #expect(try entry(of: R.self, record) == nil, "undone")
        case .failure(let refusal):
          let codes = Set(refusal.faults.map(\.code))
          let known = Self.rules["\(R.type.rawValue).\(transition.verb)"] ?? []
          #expect(!codes.isEmpty && codes.isSubset(of: known), "\(transition.verb): \(codes)")
        }
      }
    }
  }

  /// What else keeps the full specimen from a step, beside the table.
  static let rules: [String: Set<String>] = [
    // The specimen has the note of its last revision.
    "agenda.revise": ["requiredFor"],
    // The specimen's day has not come.
    "meeting.open": ["meetingNotYet"], "meeting.openUrgently": ["meetingNotYet"],
    "meeting.hold": ["meetingNotYet"], "meeting.recordHeld": ["meetingNotYet"],
    // The item of the specimen is one of the same meeting.
    "minutes.approve": ["approvedAtLaterMeeting"],
    // The minutes of the specimen's item are not approved.
    "recommendation.transmit": ["provisionalCannotLeave"],
  ]

  @Test(arguments: types)
  func `a step that wants a reason is refused without one`(type: RecordType) throws {
    try reasons(type.subject)
  }

  private func reasons<R: Stored>(_ type: R.Type) throws {
    for transition in try #require(R.lifeCycle).transitions {
      for reason in [nil, "", "  \n"] {
        let faults =
          try moving(R.self, from: transition.from[0], to: transition.to, reason: reason)
          .refusal?.faults ?? []
        let fault = faults.first { $0.code == "reasonRequired" }
        #expect((fault != nil) == transition.needsReason, "\(transition.verb)")
        if let fault { #expect(fault.pointer == "/reason") }
      }
    }
  }

  @Test(arguments: types { !$0.requires.isEmpty })
  func `a step that wants fields is refused without them`(type: RecordType) throws {
    try fields(type.subject)
  }

  private func fields<R: Stored>(_ type: R.Type) throws {
    for transition in try #require(R.lifeCycle).transitions {
      for name in transition.requires {
        let field = try #require(R.fields.first { $0.name == name }, "\(name)")
        let result = try moving(
          R.self, from: transition.from[0], to: transition.to, reason: "why"
        ) { record in
          let blank = FieldReader.blank(field.kind, optional: field.traits.contains(.optional))
          var source = CellReader(blank)
          field.load(&record, from: &source)
        }
        let wanted = Fault(
          "requiredFor", at: "/\(name)", ["field": name, "to": transition.to])
        #expect(result.refusal?.faults.contains(wanted) == true, "\(transition.verb) \(name)")
      }
    }
  }

  @Test(arguments: types { $0.publishes })
  func `what goes public goes out in both languages together`(type: RecordType) throws {
    try languages(type.subject)
  }

  private func languages<R: Stored>(_ type: R.Type) throws {
    let texts = R.fields.filter { field in
      if case .localized = field.kind { true } else { false }
    }
    for transition in try #require(R.lifeCycle).transitions where transition.publishes {
      for (column, language) in [(0, "en"), (1, "fr")] {
        let result = try moving(
          R.self, from: transition.from[0], to: transition.to, reason: "why"
        ) { record in
          for field in texts {
            var cells = Specimen.cells(field)
            cells[column] = .text("")
            var source = CellReader(cells)
            field.load(&record, from: &source)
          }
        }
        let missing = Set(
          (result.refusal?.faults ?? []).filter { $0.code == "missingTranslation" }.map(\.pointer))
        #expect(
          missing.isSuperset(of: texts.map { "/\($0.name)/\(language)" }),
          "\(transition.verb): \(missing)")
      }
    }
  }

  @Test(arguments: RecordType.allCases.filter { !types.contains($0) })
  func `a record without a life cycle has no way to move`(type: RecordType) throws {
    let path = "/\(type.path)/\(Reference(type, 1))/transitions"
    let answer = world.test.send(.post, path, ["to": "held"], as: "specimen-1")
    #expect(answer.status == 404)
  }

  /// What moving the full specimen comes to, from a state into which it is put; nothing stays.
  private func moving<R: Stored>(
    _ type: R.Type, from: String, to: String, reason: String?,
    _ change: (inout R) -> Void = { _ in }
  ) throws -> Result<R, Refusal> {
    try world.trying { writing in
      let former = try #require(try writing.load(ID<R>(1)))
      var record = former
      record.header.state = from
      change(&record)
      _ = try writing.put(record, former: former, Act(.edit))
      return try writing.move(ID<R>(1), to: to, reason: reason)
    }
  }

  /// A sign that something was kept that should have been undone.
  private func entry<R: Stored>(of type: R.Type, _ record: R) throws -> String? {
    try world.test.hub.read(as: .founder) { reading in
      let kept = try reading.load(ID<R>(1))
      return kept?.header.version == 1 ? nil : "version \(kept?.header.version ?? 0)"
    }
  }
}
