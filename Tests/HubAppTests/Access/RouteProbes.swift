import HubHTTP
import HubModel
import HubTestKit
import HubText

@testable import HubApp

/// What is asked of a route about one record, so that every route is asked about every record.
struct RouteProbes {
  let route: APIRoute

  /// The requests that name the record, in whatever way the route lets a record be named; nil for
  /// a route of which nobody has said here how it does.
  func requests(about target: Reference) -> [Request]? {
    if let record = parameterised(target) { return record }
    return switch route.name {
    case "search": searches(target)
    case "batch": batches(target)
    case "export": exports(target)
    case "expunge": expunctions(target)
    case "publish agenda file", "check agenda file", "changes of agenda file": agendas(target)
    case "import": imports(target)
    case "import template": []
    case "save minutes file", "check minutes file": minutes(target)
    case let name where name.hasPrefix("list ") && kind != nil: lists(target)
    case let name where name.hasPrefix("create "): creations(target)
    default: Self.isAboutCaller(route) ? [] : nil
    }
  }

  /// Whether the path itself names the record.
  var namesRecord: Bool { route.pattern.contains("{ref}") }

  /// Whether what can be seen is worth asking for. A trace walks the same way from everywhere.
  func shows(_ reference: Reference) -> Bool {
    namesRecord && (route.name != "trace" || reference.number <= 2)
  }

  /// Whether an answer takes so much that the first hidden record of a kind is enough.
  var isDear: Bool {
    route.pattern.contains("-files") || route.name == "batch" || route.name.hasPrefix("create ")
  }

  /// The requests that name no record.
  var plain: [Request] {
    switch (route.method, kind) {
    case (.get, .some) where !route.pattern.contains("{"):
      [
        request(query: ["limit": "60"]), request(query: ["limit": "30", "sort": "-ref"]),
        request(query: ["changedSince": "2000-01-01T00:00:00Z", "limit": "5"]),
      ]
    case (.get, nil) where route.pattern.hasSuffix("/search"):
      [request(query: ["q": Specimen.word, "limit": "100"])]
    case (.get, nil) where !route.pattern.contains("{"): [request()]
    case (.post, _) where !route.pattern.contains("{"): [request(body: "{}"), request(body: "")]
    case (.delete, _) where !route.pattern.contains("{"): [request()]
    default: []
    }
  }

  /// Routes that know of no record but the caller, whom they find by the credential.
  private static func isAboutCaller(_ route: APIRoute) -> Bool {
    [
      "sign in", "sign out", "sign out everywhere", "show session", "change password",
      "list tokens", "make token", "revoke token", "revoke tokens", "show caller", "use invitation",
      "list own sign-in history", "openapi", "welcome",
    ].contains(route.name)
  }

  /// The kind of record to which the path belongs.
  private var kind: RecordType? {
    let segments = route.pattern.split(separator: "/")
    return segments.count > 2 ? RecordType.allCases.first { $0.path == segments[2] } : nil
  }

  private func request(
    _ path: String? = nil, query: Query = Query(), body: String? = nil,
    _ headers: Headers = Headers(), type: String = "application/json"
  ) -> Request {
    var headers = headers
    if body != nil { headers.add("Content-Type", type) }
    return Request(
      route.method, path ?? route.pattern, query: query, headers: headers,
      body: Array((body ?? "").utf8), id: "test")
  }

  /// Where the path itself names the record.
  private func parameterised(_ target: Reference) -> [Request]? {
    guard namesRecord else { return nil }
    guard kind == nil || kind == target.type else { return [] }
    var names = [target.description]
    if target.type == .person { names.append("@" + Mark.handle(target)) }
    return names.flatMap { name in
      let path = route.pattern.replacing("{ref}", with: name).replacing("{number}", with: "1")
      guard route.method == .get else { return writes(path) }
      // Which methods there are depends on the path alone.
      return [request(path)]
        + (route.name.hasPrefix("show ") ? ["OPTIONS", "PUT"] : []).map {
          var other = request(path)
          other.method = Method($0)
          return other
        }
    }
  }

  /// With every condition that a write can come under: nobody learns from it that there is
  /// something to have a condition on.
  private func writes(_ path: String) -> [Request] {
    var headers: [Headers] = [[:], ["If-Match": "\"999\""], ["If-Match": "nothing"]]
    // One layer before all routes: a few are enough to see that it asks nothing of the record.
    if kind == .decision || kind == .person, route.method == .post {
      headers.append(["If-Match": "*", "Idempotency-Key": "one"])
    }
    let body =
      switch route.pattern.split(separator: "/").last {
      case "transitions": "{\"to\": \"x\"}"
      case "release": "{\"reason\": \"why\"}"
      case "merge":
        "{\"into\": \"\(kind.map { Reference($0, 1).description } ?? "")\", \"reason\": \"why\"}"
      default: "{}"
      }
    if route.name == "keep contents" {
      let query: Query = ["fileName": "page.html"]
      return headers.map { request(path, query: query, body: body, $0) }
        + [request(path, query: query, body: body), request(path, body: body)]
    }
    return headers.map { request(path, body: body, $0) }
      + [
        request(path, body: body, ["If-Match": "*"]),
        request(path, body: "{\"nothing\": 1}", ["If-Match": "*"]),
      ]
  }

  /// Every column that takes such a record, and the record itself by its reference.
  private func imports(_ target: Reference) -> [Request] {
    ImportKind.all.flatMap { kind -> [Request] in
      let path = route.pattern.replacing("{kind}", with: kind.name)
      let fields = Kinds.kind(of: kind.type).fieldSummaries.filter {
        !$0.traits.contains(.system) && Self.admits($0.kind, target.type)
      }.map(\.name)
      let own = kind.type == target.type ? ["ref"] : []
      return (fields + own).flatMap { name in
        [target.description, Mark.word(target)].map {
          request(
            path, query: ["dryRun": "true"],
            body: name == "ref" ? "ref\n\($0)\n" : "ref,\(name)\n,\"\($0)\"\n", type: "text/csv")
        }
      }
    }
  }

  /// Every filter that takes such a record.
  private func lists(_ target: Reference) -> [Request] {
    guard let summary = Kinds.all.first(where: { $0.type == kind }) else { return [] }
    return summary.fieldSummaries.compactMap { field in
      if Self.admits(field.kind, target.type) {
        return request(query: Query([.init(name: field.name, value: target.description)]))
      }
      guard field.kind == .text, kind == target.type else { return nil }
      let value = field.name == "handle" ? Mark.handle(target) : Mark.word(target)
      return request(query: Query([.init(name: field.name, value: value)]))
    }
  }

  /// Every field that takes such a record.
  private func creations(_ target: Reference) -> [Request] {
    guard let summary = Kinds.all.first(where: { $0.type == kind }) else { return [] }
    let fields = summary.fieldSummaries.filter {
      !$0.traits.contains(.system) && Self.admits($0.kind, target.type)
    }
    var bodies = fields.map { field -> (String, JSON) in
      let value = JSON.string(target.description)
      if case .references = field.kind { return (field.name, [value]) }
      return (field.name, value)
    }
    if [.body, .person].contains(target.type) {
      bodies.append(("sharedWith", [.string(target.description)]))
    }
    return bodies.map { request(body: JSON(members: [$0]).text) }
  }

  static func admits(_ kind: FieldKind, _ type: RecordType) -> Bool {
    switch kind {
    case .reference(type): true
    case .anyReference(let types), .references(let types): types.contains(type)
    default: false
    }
  }

  private func searches(_ target: Reference) -> [Request] {
    [
      request(query: ["q": Mark.word(target)]),
      request(query: ["q": Mark.word(target), "type": target.type.rawValue]),
    ]
  }

  private func exports(_ target: Reference) -> [Request] {
    guard target.type == .meeting else { return [] }
    return ExportKind.all.map { kind in
      request(
        route.pattern.replacing("{kind}", with: kind.name),
        query: ["meeting": target.description, "format": "json"])
    }
  }

  private func batches(_ target: Reference) -> [Request] {
    let path = "/\(target.type.path)/\(target)"
    let operations: [JSON] = [
      ["method": "PATCH", "path": .string(path), "ifMatch": "*", "body": [:]],
      ["method": "POST", "path": .string(path + "/transitions"), "body": ["to": "x"]],
    ]
    return operations.map { request(body: (["operations": [$0]] as JSON).text) }
  }

  private func expunctions(_ target: Reference) -> [Request] {
    guard target.type == .person else { return [] }
    let body: JSON = ["person": .string(target.description), "reason": "why", "dryRun": true]
    return [request(body: body.text)]
  }

  private static let papers: [RecordType] = {
    for case .anyReference(let types) in Consideration.fields.map(\.kind) { return types }
    return []
  }()

  /// An agenda that names the record as its meeting, a paper or where an item began.
  private func agendas(_ target: Reference) -> [Request] {
    let line: (String, String)? =
      switch target.type {
      case .meeting: ("- Meeting: \(target)", "")
      case .agendaItem: ("- Body: B-1", "- Carried from: \(target)")
      case .person: ("- Body: B-1", "- Presenter: @\(Mark.handle(target))")
      case .body: ("- Body: \(target)", "")
      case let type where Self.papers.contains(type):
        ("- Body: B-1", "- Papers: \(target) (information)")
      default: nil
      }
    guard let line else { return [] }
    let file = """
      # Plenary / Plénière

      \(line.0)
      - Date: 2030-05-14, 9:00 to 11:00, America/Vancouver

      ## 1. Welcome / Accueil

      - Purpose: information
      - Time: 10 min
      \(line.1)
      """
    return [request(body: file, type: "text/markdown")]
  }

  /// Minutes that name the record as their meeting, somebody who was there, or what was concluded.
  private func minutes(_ target: Reference) -> [Request] {
    // One with little in it.
    let meeting = target.type == .meeting ? target : Reference(.meeting, 2)
    let line: (String, String)? =
      switch target.type {
      case .person: ("- Present: @\(Mark.handle(target))", "")
      case .actionItem: ("", "- Action \(target): Call. / Appeler.")
      case .decision: ("", "- Decision \(target): Yes. / Oui. (consensus)")
      case .recommendation: ("", "- Recommendation \(target): Pay. / Payer.")
      case .organization: ("", "- Recommendation: Pay. / Payer. to \(target)")
      case .meeting: ("", "")
      default: nil
      }
    guard let line else { return [] }
    let file = """
      # Minutes: Plenary / Procès-verbal : Plénière

      - Meeting: \(meeting)
      \(line.0)

      ## 1. Welcome / Accueil

      ### Outcomes / Résultats

      \(line.1)
      """
    return [request(body: file, type: "text/markdown")]
  }
}
