import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// `fields=`: what is asked for of records, and nothing more.
@Suite struct AskedMembersTests {
  private static func members(_ record: JSON) -> [String] { (record.object ?? []).map(\.name) }

  @Test(arguments: RecordType.allCases)
  func `each member comes as whole records have it, and only that`(type: RecordType) throws {
    func look<R: Stored>(_ subject: R.Type) throws {
      let test = try World.shared.test
      let caller = try ContractCaller(test.api)
      let path = "/\(R.type.path)/\(Reference(R.type, 1))"
      for handle in ["specimen-1", "specimen-2", nil] {
        let answer = try caller.send(.get, path, as: handle)
        guard answer.status == 200 else { continue }
        let whole = try answer.json
        for name in AskedMembers.known(R.self) {
          let part = try caller.send(.get, path, as: handle, query: ["fields": name])
          let json = try part.json
          #expect(json["ref"] == whole["ref"])
          #expect(json[name] == whole[name], "\(name)")
          let beside = Set(Self.members(json)).subtracting([name, "ref", "names"])
          #expect(beside.isEmpty, "\(name): \(beside)")
          #expect(part.headers["ETag"] != answer.headers["ETag"])
        }
        let all = AskedMembers.known(R.self).joined(separator: ",")
        let everything = try caller.send(.get, path, as: handle, query: ["fields": all]).json
        #expect(everything == whole, "\(path)")
      }
    }
    try look(type.subject)
  }

  @Test(arguments: ["admin", "staff-bc", nil])
  func `a list of parts is the list, in parts`(handle: String?) throws {
    let test = try TestHub.sample()
    let caller = try ContractCaller(test.api)
    for (path, fields) in [
      ("/recommendations", "ref,title,state"), ("/recommendations", "body,themes,can,moves"),
      ("/people", "handle,organization"), ("/recommendations", "links,network,sharedWith"),
    ] {
      let asked = Set(fields.split(separator: ",").map(String.init) + ["ref"])
      var query: Query = ["limit": "7", "sort": "-modified"]
      var count = 0
      repeat {
        let whole = try caller.send(.get, path, as: handle, query: query).json
        let parts = try caller.send(
          .get, path, as: handle, query: Query(query.pairs + [.init(name: "fields", value: fields)])
        ).json
        let items = whole["items"]?.array ?? []
        #expect(parts["items"]?.array?.count == items.count)
        for (item, part) in zip(items, parts["items"]?.array ?? []) {
          let wanted = (item.object ?? []).filter { asked.contains($0.name) }
          let told = (part.object ?? []).filter { $0.name != "moves" }
          #expect(told == wanted, "\(part.text)")
        }
        // The same place to go on from, with or without.
        #expect(parts["next"] == whole["next"])
        let names = Set((whole["names"]?.object ?? []).map(\.name))
        let told = Set((parts["names"]?.object ?? []).map(\.name))
        #expect(told.isSubset(of: names))
        count += items.count
        let next = whole["next"]?.string
        query = ["limit": "7", "sort": "-modified"]
        if let next { query = Query(query.pairs + [.init(name: "cursor", value: next)]) }
        if next == nil { break }
      } while count < 40
    }
  }

  @Test func `the next page is asked for in the same parts`() throws {
    let test = try TestHub.sample()
    let answer = test.send(
      .get, "/people", as: "admin", query: ["fields": "ref,handle", "limit": "2"])
    let link = try #require(answer.headers["Link"])
    #expect(link.contains("fields=ref") && link.contains("cursor="))
    #expect(try answer.json["names"] == [:])
  }

  @Test(arguments: ["ref,title,state", "title,title", "state"])
  func `parts can be told in several places, and twice`(fields: String) throws {
    let test = try TestHub.sample()
    let pairs = fields.split(separator: ",").map { Query.Pair(name: "fields", value: String($0)) }
    let several = try test.send(.get, "/recommendations", as: "admin", query: Query(pairs)).json
    let one = try test.send(.get, "/recommendations", as: "admin", query: ["fields": fields]).json
    #expect(several == one)
    #expect(several["items"]?.array?.isEmpty == false)
  }

  @Test func `an edit goes by the tag of a part`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let path = "/action-items/A-2"
    let part = test.send(.get, path, as: "facilitator", query: ["fields": "state"])
    let tag = try #require(part.headers["ETag"])
    #expect(
      test.send(
        .get, path, as: "facilitator", query: ["fields": "state"], headers: ["If-None-Match": tag]
      ).status == 304)
    #expect(
      test.send(.get, path, as: "facilitator", headers: ["If-None-Match": tag]).status == 200)
    let edited = test.send(
      .patch, path, ["title": ["en": "Hire"]], as: "facilitator", headers: ["If-Match": tag])
    #expect(edited.status == 200)
  }

  static let staff = "specimen-1"

  static let refused: [Refused] = [
    Refused(
      "unknownFieldNear", at: "fields", status: 400,
      .get("/bodies", ["fields": "ref,nmae"], as: staff)),
    Refused(
      "unknownField", at: "fields", status: 400, .get("/bodies", ["fields": "qqqqqq"], as: staff)),
    Refused("required", at: "fields", status: 400, .get("/bodies", ["fields": ""], as: staff)),
    Refused("required", at: "fields", status: 400, .get("/bodies", ["fields": "ref,"], as: staff)),
    Refused(
      "unknownFieldNear", at: "fields", status: 400,
      .get("/bodies/B-1", ["fields": "Name"], as: staff)),
    Refused(
      "unknownParameterNear", at: "field", status: 400,
      .get("/bodies/B-1", ["field": "name"], as: staff)),
  ]

  @Test(arguments: refused)
  func `a name that no record has is refused`(_ refused: Refused) throws {
    try World.shared.test.expect(refused)
  }
}
