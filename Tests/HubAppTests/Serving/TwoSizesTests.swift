import Glibc
import HubApp
import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText
import Testing

@testable import HubApp

/// What a request costs grows with its length and not with the square of that, whichever route it
/// goes to and whatever stands in it: four times the length is far less than sixteen times the work.
///
/// Work is the steps of the database, and what the processor did for this thread: what others do on
/// it meanwhile is not counted, and of several tries the least counts.
@Suite struct TwoSizesTests {
  /// What texts are made of that are meant to cost: each is repeated.
  static let pieces = [
    "\u{301}", "a\u{301}", "[", "](", "|", "\"", "\\", " ", "||a", "*a_", "`", "<a", "@a ", "A-1 ",
    "a,", "\n- ",
  ]

  private static func text(_ piece: String, _ bytes: Int) -> String {
    String(repeating: piece, count: max(1, bytes / piece.utf8.count))
  }

  /// What nobody minds, in seconds and in steps: whatever grows as it likes below this is bounded.
  private static let (little, few) = (0.02, 20_000)

  /// How much more work four times the length is, where that is more than it should be.
  private func excess(in hub: Hub, upTo bytes: Int, _ work: (Int) -> Void) throws -> Double? {
    let before = try Self.steps(of: hub)
    var (long, short) = (Self.cost { work(bytes) }, Double.infinity)
    let after = try Self.steps(of: hub)
    if after - before > Self.few {
      work(bytes / 4)
      let ratio = Double(after - before) / Double(try max(1, Self.steps(of: hub) - after))
      if ratio > 8 { return ratio }
    }
    for _ in 0..<5 {
      if long < Self.little { return nil }
      short = min(short, Self.cost { work(bytes / 4) })
      if long < 8 * short { return nil }
      long = min(long, Self.cost { work(bytes) })
    }
    return long / short
  }

  /// What the database has done so far: in memory, one connection does all of it.
  private static func steps(of hub: Hub) throws -> Int {
    try hub.database.withWriter { $0.work.steps }
  }

  private static func cost(_ work: () -> Void) -> Double {
    let before = processorTime()
    work()
    return processorTime() - before
  }

  /// Of this thread, in seconds.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test func `the measure tells a square from a line`() throws {
    let test = try TestHub()
    let many = (0..<20_000).map { $0 &* 7919 % 20_011 }
    func pairs(_ count: Int) {
      var sum = 0
      for one in many.prefix(count) { for other in many.prefix(count) { sum &+= one ^ other } }
      #expect(sum >= 0)
    }
    #expect(try excess(in: test.hub, upTo: 2000, pairs) ?? 0 > 8)
    #expect(try excess(in: test.hub, upTo: 20_000) { _ = many.prefix($0).sorted() } == nil)
    func rows(_ count: Int) {
      let counting: SQL = """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count)) \
        SELECT COUNT(*) FROM n
        """
      _ = try? test.hub.database.read { try $0.first(counting) { $0.int(0) } }
    }
    #expect(try excess(in: test.hub, upTo: 20_000, rows) == nil)
    #expect(try excess(in: test.hub, upTo: 200) { rows($0 * $0) } ?? 0 > 8)
  }

  @Test func `a body costs no more than its length, whatever route it is sent to`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let contract = try Contract(test.api)
    var routes = 0
    for route in API.router.routes {
      var request = Request(route.method, Self.path(route), headers: ["If-Match": "*"], id: "test")
      guard let body = contract.operation(request)?["requestBody"],
        let content = body["content"]?.object?.first
      else { continue }
      routes += 1
      request.principal = "admin"
      request.headers["Content-Type"] = content.name
      let most = min(route.description.largestBody, 64 * 1024)
      for piece in Self.pieces {
        let found = try excess(in: test.hub, upTo: most - 4096) { bytes in
          var request = request
          request.body =
            content.name == "application/json"
            ? Self.json(content.value["schema"] ?? [:], contract, piece, bytes).written()
            : Array(("# A / B\n\n- Body: B-1\n\n## 1. " + Self.text(piece, bytes)).utf8)
          _ = test.api.respond(to: request)
        }
        #expect(found == nil, "\(route.name), \(piece): \(found ?? 0) times the work")
      }
    }
    #expect(routes > 60)
  }

  @Test func `a target costs no more than its length, whatever route it leads to`() throws {
    let test = try TestHub()
    try Story.tell(in: test.hub)
    let contract = try Contract(test.api)
    for route in API.router.routes where route.method == .get {
      var request = Request(.get, Self.path(route), id: "test")
      let names = (contract.operation(request)?["parameters"]?.array ?? []).compactMap {
        $0["in"] == "query" ? $0["name"]?.string : nil
      }
      request.principal = "admin"
      for piece in Self.pieces {
        let query = try excess(in: test.hub, upTo: 8192) { bytes in
          var request = request
          let text = Self.text(piece, bytes / (names.count + 1))
          request.query = Query((names + [text]).map { .init(name: $0, value: text) })
          _ = test.api.respond(to: request)
        }
        #expect(query == nil, "query of \(route.name), \(piece): \(query ?? 0) times the work")
        let path = try excess(in: test.hub, upTo: 8192) { bytes in
          var request = request
          let text = PercentEncoding.encode(Self.text(piece, bytes / 3))
          request.path = route.parameterNames.reduce(route.pattern) { path, name in
            path.replacing("{\(name)}", with: text)
          }
          _ = test.api.respond(to: request)
        }
        #expect(path == nil, "path of \(route.name), \(piece): \(path ?? 0) times the work")
      }
    }
  }

  @Test
  func `a text that is taken costs no more than its length to write, to show and to find`() throws {
    let test = try TestHub.sample()
    var landed: Set<String> = []
    for type in RecordType.allCases {
      guard let field = Self.prose(of: type), let (ref, handle) = try editable(type, in: test)
      else { continue }
      let path = "/\(type.path)/\(ref)"
      for piece in Self.pieces {
        var status = 0
        let found = try excess(in: test.hub, upTo: 80_000) { bytes in
          let text: JSON = ["en": .string("a " + Self.text(piece, bytes)), "fr": "a"]
          let change = JSON(members: [(field, text)])
          status = test.send(.patch, path, change, as: handle).status
          _ = test.send(.get, path, as: handle)
          _ = test.send(.get, "/\(type.path)", as: handle)
          _ = test.send(.get, "/search", as: handle, query: ["q": "a"])
        }
        #expect(found == nil, "\(type), \(piece): \(found ?? 0) times the work")
        #expect(status < 500)
        if status == 200 { landed.insert("\(type) \(piece)") }
      }
    }
    // Marks without letters, and what looks like a passage for insiders, are refused.
    #expect(landed.count > 5 * (Self.pieces.count - 3), "\(landed.sorted())")
  }

  /// The first field of many lines that can be changed.
  private static func prose(of type: RecordType) -> String? {
    Kinds.kind(of: type).fieldSummaries.first {
      guard case .localized(prose: true) = $0.kind else { return false }
      return $0.traits.isDisjoint(with: [.system, .fixed])
    }?.name
  }

  /// A record of the type and somebody who may edit it.
  private func editable(
    _ type: RecordType, in test: TestHub
  ) throws -> (ref: String, handle: String)? {
    for handle in ["staff-bc", "facilitator", "funder", "admin", "liaison-federal"] {
      let page = test.send(.get, "/\(type.path)", as: handle, query: ["limit": "20"])
      for item in try page.json["items"]?.array ?? [] {
        guard item["can"]?.array?.contains("edit") == true, let ref = item["ref"]?.string else {
          continue
        }
        return (ref, handle)
      }
    }
    return nil
  }

  /// A path that leads to the route, and to a record where there is one.
  private static func path(_ route: APIRoute) -> String {
    let type = RecordType.allCases.first { route.pattern.hasPrefix("\(API.root)/\($0.path)/") }
    return route.parameterNames.reduce(route.pattern) { path, name in
      path.replacing(
        "{\(name)}",
        with: name == "number" ? "1" : name == "kind" ? "digest" : "\(type?.prefix ?? "M")-1")
    }
  }

  /// A body with the text in every member that the schema names, in one that it does not name, and
  /// as a name.
  private static func json(
    _ schema: JSON, _ contract: Contract, _ piece: String, _ bytes: Int
  ) -> JSON {
    let checker = SchemaChecker(contract.document, isStrict: true)
    func resolved(_ schema: JSON) -> JSON {
      schema["$ref"]?.string.flatMap { checker.resolve($0) } ?? schema
    }
    let properties = resolved(schema)["properties"]?.object ?? []
    let share = bytes / (properties.count + 2)
    let text = Self.text(piece, share)
    var members = properties.map { property -> (String, JSON) in
      let schema = resolved(property.value)
      if schema["type"] == "array" {
        let element = Self.text(piece, 40)
        return (
          property.name,
          .array(Array(repeating: .string(element), count: share / (element.utf8.count + 3)))
        )
      }
      return (property.name, schema["properties"] != nil ? ["en": .string(text)] : .string(text))
    }
    members.append((text, .string(text)))
    return JSON(members: members)
  }
}
