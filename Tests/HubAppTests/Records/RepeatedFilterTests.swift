import HubApp
import HubHTTP
import HubModel
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// A filter that is there several times means any of its values.
@Suite struct RepeatedFilterTests {
  let test: TestHub

  init() throws {
    test = try TestHub()
    try Story.tell(in: test.hub)
    for (index, assignee) in ["@staff", "@facilitator", "@staff", nil, nil].enumerated() {
      var members: [JSON.Member] = [
        .init(name: "body", value: "B-1"),
        .init(name: "title", value: ["en": .string("Task \(index)")]),
      ]
      if let assignee { members.append(.init(name: "assignee", value: .string(assignee))) }
      let made = test.send(.post, "/action-items", .object(members), as: "facilitator")
      try #require(made.status == 201)
    }
  }

  private func list(
    _ pairs: [(String, String)], sort: String? = nil
  ) throws -> (refs: [String], next: String?) {
    let pairs = pairs.map { Query.Pair(name: $0.0, value: $0.1) }
    let answer = test.send(.get, "/action-items", as: "facilitator", query: Query(pairs))
    try #require(answer.status == 200)
    let items = try answer.json["items"]?.array ?? []
    return (items.compactMap { $0["ref"]?.string }, try answer.json["next"]?.string)
  }

  @Test func `each value finds its own, and together they find both`() throws {
    let (open, closed) = (try list([("state", "open")]).refs, try list([("state", "done")]).refs)
    #expect(!open.isEmpty && closed == ["A-1"])
    let both = Set(open + closed)
    #expect(Set(try list([("state", "open"), ("state", "done")]).refs) == both)
    #expect(Set(try list([("state", "open,done")]).refs) == both)
    let (hers, his) = (
      try list([("assignee", "@staff")]).refs, try list([("assignee", "@facilitator")]).refs
    )
    #expect(!hers.isEmpty && !his.isEmpty)
    let theirs = try list([("assignee", "@staff"), ("assignee", "@facilitator")]).refs
    #expect(Set(theirs) == Set(hers + his))
    // Other filters still hold for all of them.
    let few = try list([
      ("assignee", "@staff"), ("state", "done"), ("assignee", "@facilitator"),
    ]).refs
    #expect(Set(few) == Set(theirs).intersection(closed))
  }

  @Test func `pages go through all of them, and a cursor belongs to the values, in any order`()
    throws
  {
    let values = [("assignee", "@staff"), ("assignee", "@facilitator")]
    let whole = try list(values).refs
    var paged: [String] = []
    var cursor: String?
    repeat {
      let page = try list(
        (paged.count % 2 == 0 ? values : values.reversed()) + [("limit", "1")]
          + (cursor.map { [("cursor", $0)] } ?? []))
      paged += page.refs
      cursor = page.next
    } while cursor != nil && paged.count <= whole.count
    #expect(paged == whole)
    let first = try list(values + [("limit", "1")])
    let other = test.send(
      .get, "/action-items", as: "facilitator",
      query: ["assignee": "@staff", "limit": "1", "cursor": first.next ?? ""])
    #expect(try other.json["errors"]?[0]?["code"] == "badCursor")
  }

  @Test func `the link to the next page asks for the same`() throws {
    let answer = test.send(
      .get, "/action-items", as: "facilitator",
      query: Query([
        .init(name: "state", value: "open"), .init(name: "state", value: "done"),
        .init(name: "limit", value: "1"),
      ]))
    #expect(answer.headers["Link"]?.contains("state=open&state=done&limit=1&cursor=") == true)
  }

  @Test func `every fault of every value is told, and fifty values are enough`() throws {
    func codes(_ pairs: [(String, String)], of path: String = "/action-items") throws -> [String] {
      let query = Query(pairs.map { .init(name: $0.0, value: $0.1) })
      let answer = test.send(.get, path, as: "facilitator", query: query)
      return (try answer.json["errors"]?.array ?? []).compactMap { $0["code"]?.string }
    }
    #expect(
      try codes([("state", "opne"), ("state", "open"), ("state", "doen")])
        == ["unknownChoice", "unknownChoice"])
    let many = (1...51).map { ("handle", $0 == 7 ? "staff" : "nobody-\($0)") }
    #expect(try codes(many, of: "/people") == ["tooManyValues"])
    let fifty = Query(many.dropLast().map { .init(name: $0.0, value: $0.1) })
    let found = test.send(.get, "/people", as: "facilitator", query: fifty)
    #expect(try found.json["items"]?.array?.map { $0["ref"] } == ["P-2"])
    // The same value again makes no difference, and counts as the document of the API has it.
    let fiftyTimes = try list(Array(repeating: ("state", "open"), count: 50))
    #expect(try fiftyTimes.refs == list([("state", "open")]).refs)
    for value in ["open", ""] {
      #expect(try codes(Array(repeating: ("state", value), count: 51)) == ["tooManyValues"])
    }
  }

  @Test(arguments: [
    ("/action-items", "limit", "1"), ("/action-items", "sort", "ref"),
    ("/action-items", "mine", "true"), ("/action-items", "illustrative", "false"),
    ("/action-items", "dueOnBefore", "2019-05-01"),
    ("/action-items", "changedSince", "2019-05-01T00:00:00Z"), ("/search", "q", "Rosa"),
    ("/meetings/M-1/agenda-file", "lang", "fr"), ("/exports/digest", "meeting", "M-1"),
  ])
  func `what can only be one thing is refused where it is there twice`(
    path: String, name: String, value: String
  ) throws {
    let pair = Query.Pair(name: name, value: value)
    let answer = test.send(.get, path, as: "facilitator", query: Query([pair, pair]))
    #expect(answer.status == 400)
    let errors = try answer.json["errors"]?.array ?? []
    #expect(errors.map { $0["code"] } == ["givenTwice"])
    #expect(errors.first?["pointer"]?.string == name)
  }

  @Test func `the document has a list where there can be several, and only there`() throws {
    let contract = try Contract(test.api)
    for route in API.router.routes where route.description.checksQuery {
      let operation = try #require(contract.operation(Request(route.method, route.pattern)))
      for parameter in operation["parameters"]?.array ?? [] where parameter["in"] == "query" {
        let name = try #require(parameter["name"]?.string)
        let isList = parameter["schema"]?["type"] == "array"
        // One with commas between its values may be there several times as well.
        #expect((parameter["explode"] != nil) == isList, "\(route.name) \(name)")
        let answer = test.send(
          .get, String(route.pattern.dropFirst(API.root.count)), as: "facilitator",
          query: Query([.init(name: name, value: "x"), .init(name: name, value: "y")]))
        #expect(try answer.text.contains("givenTwice") == !isList, "\(route.name) \(name)")
      }
    }
  }

  @Test func `an empty value finds what has none, also beside another`() throws {
    let all = try list([]).refs
    let (hers, nobodys) = (
      try list([("assignee", "@staff")]).refs, try list([("assignee", "")]).refs
    )
    #expect(nobodys.count == 4 && Set(nobodys).isDisjoint(with: hers))
    let both = try list([("assignee", ""), ("assignee", "@staff")]).refs
    #expect(Set(both) == Set(hers + nobodys))
    let undated = try list([("dueOn", "")]).refs
    #expect(Set(undated) == Set(all).subtracting(["A-1"]))
    #expect(try list([("dueOn", "2019-07-23")]).refs == ["A-1"])
    #expect(try list([("dueOn", "2019-07-24")]).refs.isEmpty)
    #expect(try list([("item", "")]).refs == all)
  }

  @Test func `what every record has cannot be asked to be empty`() throws {
    for name in ["body", "state", "network"] {
      let answer = test.send(
        .get, "/action-items", as: "facilitator", query: Query([.init(name: name, value: "")]))
      #expect(answer.status == 400, "\(name)")
    }
  }
}
