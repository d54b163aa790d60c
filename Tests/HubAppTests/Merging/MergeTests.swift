import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// The same organization, person or body was recorded twice.
@Suite struct MergeTests {
  let test: TestHub

  init() throws {
    test = try TestHub()
    try Story.tell(in: test.hub)
  }

  /// Somebody, with an action and a membership.
  private func addDouble(duties: JSON? = nil) throws -> String {
    let person: JSON = [
      "handle": "rosa-d", "name": "Rosa Delgado", "email": "rosa@example.org",
    ]
    let made = try test.send(.post, "/people", person, as: "admin").json["ref"]?.string
    let ref = try #require(made)
    let member: JSON = [
      "body": "B-1", "person": .string(ref), "role": "member", "startsOn": "2019-01-01",
    ]
    #expect(test.send(.post, "/memberships", member, as: "admin").status == 201)
    let action: JSON = [
      "body": "B-1", "title": ["en": "Ring", "fr": "Appeler"], "assignee": .string(ref),
    ]
    #expect(test.send(.post, "/action-items", action, as: "facilitator").status == 201)
    return ref
  }

  private func merge(
    _ path: String, into other: String, as handle: String? = "admin", records: Int? = nil
  ) -> Response {
    var body: [JSON.Member] = [
      .init(name: "into", value: .string(other)), .init(name: "reason", value: "Twice"),
    ]
    body.append(
      records.map { .init(name: "records", value: .integer(Int64($0))) }
        ?? .init(name: "dryRun", value: true))
    return test.send(.post, "/\(path)/merge", .object(body), as: handle)
  }

  private func codes(_ answer: Response) throws -> [String] {
    (try answer.json["errors"]?.array ?? []).compactMap { $0["code"]?.string }
  }

  private func get(_ path: String, as handle: String? = "admin") throws -> JSON {
    try test.send(.get, path, as: handle).json
  }

  @Test func `what named the one names the other, in the history of each`() throws {
    let double = try addDouble()
    let plan = merge("people/\(double)", into: "P-3")
    #expect(plan.status == 200)
    #expect(try plan.json["moved"] == ["BM-2", "A-3"])
    #expect(try plan.json["left"] == [])
    // Nothing has happened yet.
    #expect(try get("/action-items/A-3")["assignee"]?.string == double)
    let done = merge("people/\(double)", into: "P-3", records: 2)
    #expect(done.status == 200)
    #expect(try get("/action-items/A-3")["assignee"] == "P-3")
    #expect(try get("/memberships/BM-2")["person"] == "P-3")
    let last = try get("/action-items/A-3/history")["items"]?.array?.last
    #expect(last?["act"] == "edit" && last?["content"]?["reason"] == "Twice")
    let gone = try get("/people/\(double)")
    #expect(gone["mergedInto"] == "P-3")
    #expect(gone["email"]?.isNull != false)
    let found = try test.hub.verify()
    #expect(found.isSound && found.isUpToDate)
  }

  @Test func `who names the former means the latter, by reference and by handle`() throws {
    let double = try addDouble()
    #expect(merge("people/\(double)", into: "P-3", records: 2).status == 200)
    for name in [double, "@rosa-d"] {
      let action: JSON = [
        "body": "B-1", "title": ["en": "Ring", "fr": "Appeler"], "assignee": .string(name),
      ]
      let made = test.send(.post, "/action-items", action, as: "facilitator")
      #expect(made.status == 201)
      #expect(try made.json["assignee"] == "P-3")
    }
    let changed = test.send(
      .patch, "/action-items/A-1", ["assignee": .string(double)], as: "facilitator")
    #expect(try changed.json["assignee"] == "P-3")
    #expect(
      try test.hub.read(as: .person("facilitator")) { reading in
        try reading.people(withHandles: ["rosa-d", "facilitator"])
      } == ["rosa-d": ID(3), "facilitator": ID(3)])
  }

  @Test func `what was merged is in no list or search, and is changed by nobody`() throws {
    let double = try addDouble()
    #expect(merge("people/\(double)", into: "P-3", records: 2).status == 200)
    func refs(_ query: String, _ value: String) throws -> [String] {
      let query = query.isEmpty ? Query() : Query([.init(name: query, value: value)])
      let answer = try test.send(.get, "/people", as: "admin", query: query).json
      return (answer["items"]?.array ?? []).compactMap { $0["ref"]?.string }
    }
    #expect(try refs("", "") == ["P-1", "P-2", "P-3"])
    #expect(try refs("merged", "true") == [double])
    #expect(try refs("mergedInto", "P-3") == [double])
    #expect(try refs("changedSince", "2019-05-01T00:00:00Z").contains(double))
    let search = Query([.init(name: "q", value: "Delgado")])
    let hits = try test.send(.get, "/search", as: "admin", query: search).json["items"]?.array
    #expect(try #require(hits).contains { $0["ref"]?.string == "P-3" })
    #expect(hits?.contains { $0["ref"]?.string == double } == false)
    #expect(try get("/people/\(double)")["can"] == [])
    let changed = test.send(.patch, "/people/\(double)", ["name": "R"], as: "admin")
    #expect(changed.status == 409)
    #expect(try codes(changed) == ["merged"])
    let set = test.send(.patch, "/people/P-3", ["mergedInto": "P-2"], as: "admin")
    #expect(try codes(set) == ["readOnlyField"])
  }

  @Test func `nobody comes in as the one that was merged`() throws {
    let double = try addDouble()
    #expect(test.send(.post, "/people/\(double)/invitations", as: "admin").status == 201)
    #expect(merge("people/\(double)", into: "P-3", records: 2).status == 200)
    #expect(throws: Refusal.self) { try test.hub.read(as: .person("rosa-d")) { $0.caller } }
    #expect(test.send(.post, "/people/\(double)/invitations", as: "admin").status == 409)
    let last = try test.hub.read(as: .founder) { reading in
      try SignInHistory.of(ID(4), in: reading).map(\.act)
    }
    #expect(last == ["endSignIns", "invite"])
    #expect(try test.hub.verify().isSound)
  }

  @Test func `what is said already stays, and ends`() throws {
    let double = try addDouble()
    let member: JSON = [
      "body": "B-1", "person": "P-3", "role": "member", "startsOn": "2019-02-01",
    ]
    #expect(test.send(.post, "/memberships", member, as: "admin").status == 201)
    let plan = try merge("people/\(double)", into: "P-3").json
    #expect(plan["moved"] == ["A-3"] && plan["left"] == ["BM-2"] && plan["records"] == 2)
    #expect(merge("people/\(double)", into: "P-3", records: 2).status == 200)
    let left = try get("/memberships/BM-2")
    #expect(left["person"]?.string == double && left["endsOn"] == "2019-05-01")
  }

  @Test func `it is an admin's, seen first, and refused with every reason`() throws {
    let double = try addDouble()
    #expect(merge("people/\(double)", into: "P-3", as: nil).status == 401)
    #expect(merge("people/\(double)", into: "P-3", as: "staff").status == 403)
    let unseen: JSON = ["into": "P-3", "reason": "Twice"]
    #expect(
      try codes(test.send(.post, "/people/\(double)/merge", unseen, as: "admin"))
        == ["mergeUnseen"])
    #expect(try codes(merge("people/\(double)", into: "P-3", records: 7)) == ["mergeOutdated"])
    #expect(try codes(merge("people/\(double)", into: double)) == ["mergeIntoItself"])
    #expect(try codes(merge("people/\(double)", into: "P-99")) == ["unknownReference"])
    #expect(try codes(merge("people/\(double)", into: "B-1")) == ["wrongReferenceType"])
    #expect(try codes(merge("people/\(double)", into: "Rosa")) == ["badReference"])
    #expect(merge("people/P-99", into: "P-3").status == 404)
    #expect(try codes(merge("people/P-1", into: "P-3")) == ["mergeHasRole"])
    let organization: JSON = ["name": ["en": "Farm aid", "fr": "Aide"], "kind": "union"]
    #expect(test.send(.post, "/organizations", organization, as: "admin").status == 201)
    let holder: JSON = ["organization": "O-1", "duties": ["liaison"]]
    #expect(test.send(.patch, "/people/\(double)", holder, as: "admin").status == 200)
    #expect(try codes(merge("people/\(double)", into: "P-3")) == ["mergeHasDuties"])
    #expect(test.send(.post, "/organizations", organization, as: "admin").status == 201)
    #expect(try codes(merge("organizations/O-1", into: "O-2")) == ["mergeHasDuties"])
    let network: JSON = [
      "name": ["en": "North", "fr": "Nord"], "jurisdiction": ["en": "Yukon", "fr": "Yukon"],
      "languages": ["en", "fr"], "timeZone": "America/Whitehorse",
    ]
    #expect(test.send(.post, "/networks", network, as: "admin").status == 201)
    let far: JSON = ["handle": "far", "name": "Far", "network": "N-2"]
    #expect(test.send(.post, "/people", far, as: "admin").status == 201)
    #expect(try codes(merge("people/P-5", into: "P-3")) == ["mergeAcrossNetworks"])
  }

  @Test func `one that others were merged into is merged with them`() throws {
    let double = try addDouble()
    #expect(merge("people/\(double)", into: "P-3", records: 2).status == 200)
    #expect(try codes(merge("people/\(double)", into: "P-2")) == ["merged"])
    #expect(try codes(merge("people/P-2", into: double)).contains("merged"))
    let again = try #require(try merge("people/P-3", into: "P-2").json["records"]?.integer)
    #expect(merge("people/P-3", into: "P-2", records: Int(again)).status == 200)
    #expect(try get("/people/\(double)")["mergedInto"] == "P-2")
    let action: JSON = [
      "body": "B-1", "title": ["en": "Ring", "fr": "Appeler"], "assignee": "@rosa-d",
    ]
    #expect(try test.send(.post, "/action-items", action, as: "admin").json["assignee"] == "P-2")
    #expect(try test.hub.verify().isSound)
  }

  @Test func `a list of more references than a statement takes is refused like any long list`()
    throws
  {
    let many = JSON.array((1...40_000).map { .string("O-\($0)") })
    let answer = test.send(
      .patch, "/recommendations/R-1", ["addressees": many], as: "admin")
    #expect(answer.status < 500)
    let body: JSON = [
      "body": "B-1", "title": ["en": "One", "fr": "Un"], "addressees": many,
    ]
    let made = test.send(.post, "/recommendations", body, as: "facilitator")
    #expect(try codes(made) == ["listTooLong"])
  }

  /// The ones of the sample network that are named most.
  static let pairs = [
    ("organizations/O-2", "O-3"), ("organizations/O-5", "O-4"), ("bodies/B-2", "B-3"),
    ("bodies/B-3", "B-1"), ("people/P-3", "P-6"), ("people/P-6", "P-3"),
  ]

  @Test(arguments: pairs)
  func `everything stays whole, and nothing private moves`(path: String, other: String) throws {
    var copy = self
    copy = try MergeTests(of: TestHub.sample())
    let reference = try #require(Reference(String(path.split(separator: "/")[1])))
    try copy.freeFromRights(reference)
    let plan = copy.merge(path, into: other)
    guard plan.status == 200 else {
      // What would be wrong is told by the record in which it would be.
      return #expect(try copy.codes(plan).allSatisfy { $0 != "internal" } && plan.status == 422)
    }
    let records = try #require(try plan.json["records"]?.integer)
    #expect(records > 0)
    let unseen = try copy.unseen(naming: reference)
    #expect(copy.merge(path, into: other, records: Int(records)).status == 200)
    let found = try copy.test.hub.verify()
    #expect(found.findings == [] && found.outdated == [])
    // An admin sees no other record that names it; what they do not see names it still.
    let left = try copy.merge(path, into: other).json
    #expect(try copy.unseen(naming: reference) == unseen)
    #expect(left["errors"]?.array?.first?["code"] == "merged")
  }

  init(of test: TestHub) { self.test = test }

  private func unseen(naming reference: Reference) throws -> [String] {
    try test.hub.read(as: .person("admin")) { reading in
      var found: [String] = []
      func look<S: Stored>(_ type: S.Type) throws {
        guard let condition = S.table.condition(naming: reference) else { return }
        for (record, isSeen) in try reading.allTold(S.self, where: condition) where !isSeen {
          found.append(record.reference.description)
        }
      }
      for subject in Subjects.all { try look(subject) }
      return found
    }
  }

  /// Takes duties and roles away, as an admin has to before.
  private func freeFromRights(_ reference: Reference) throws {
    try test.hub.write(as: .founder) { writing in
      let number = reference.number
      let holders: [Person] = try writing.loadAll(
        where: "t.organization = \(number) OR t.number = \(number)")
      for holder in holders {
        try writing.edit(holder.id) { ($0.duties, $0.hubRole) = ([], .none) }
      }
    }
  }
}
