import HubHTTP
import HubModel
import HubSQL
import HubTestKit
import HubText

@testable import HubApp

/// Every route, asked by every figure about records that they may see and records that they may
/// not: what was answered, held against the rule.
///
/// Everything takes place in one transaction that does not land.
struct RouteMatrix: Sendable {
  /// Answers that are not as they are for a record that is absent.
  private(set) var unlike: [String] = []
  /// Answers in which something of a hidden record stands.
  private(set) var revealing: [String] = []
  /// Successes of somebody whom the route says that it is not for, and refusals of nobody by one
  /// that says it is for anybody.
  private(set) var misnamed: [String] = []
  /// Records with a field that names a hidden neighbour.
  private(set) var fieldsThatName: Set<String> = []
  /// Routes of which nobody has said how they name a record.
  private(set) var unasked: Set<String> = []
  private(set) var asked: Set<String> = []
  private(set) var requests = 0
  private(set) var cells = 0

  private let stage: Stage
  private let audiences: [(reference: Reference, audience: [AudienceKey])]
  private let targets: [RecordType: [Exhibit]]

  static let kept = Result { try RouteMatrix() }

  static let absent: Int64 = 987_654

  init() throws {
    stage = try Stage()
    audiences = try stage.test.hub.read(as: .founder) { reading in
      try Subjects.all.flatMap { try Self.audiences($0, reading) }
    }
    targets = stage.exhibits.mapValues(Self.looks)
    do {
      try stage.test.hub.together { bound in
        let api = API(bound)
        for figure in Figure.all { try walk(as: figure, api, bound) }
        throw World.Undo()
      }
    } catch is World.Undo {}
  }

  /// What is asked about: of each look one, and for what is read the first and the second of all,
  /// to which the others refer.
  private func records(_ type: RecordType, _ probes: RouteProbes) -> [Reference] {
    let records = (targets[type] ?? []).map(\.reference)
    guard probes.route.method == .get, probes.namesRecord else { return records }
    return records + [Reference(type, 1), Reference(type, 2)]
  }

  /// One of each look, from among those with a state and other things that hold it back.
  private static func looks(_ exhibits: [Exhibit]) -> [Exhibit] {
    Dictionary(grouping: exhibits, by: \.effective).values.map { $0[$0.count / 2] }
      .sorted { $0.reference < $1.reference }
  }

  private static func audiences<R: Stored>(_ type: R.Type, _ reading: Reading) throws
    -> [(Reference, [AudienceKey])]
  {
    try reading.loadAll(R.self, where: "1 = 1").map {
      let words = Access.audience(
        $0.header, $0.scope, R.lifeCycle, within: try reading.bounds(of: $0))
      return ($0.reference, words.map { AudienceKey(word: $0) })
    }
  }

  private mutating func walk(as figure: Figure, _ api: API, _ bound: Hub) throws {
    let caller = try bound.read(as: figure.identity) { $0.caller }
    let hidden = Set(
      audiences.filter { !Access.maySee(caller, audience: $0.audience) }.map(\.reference))
    for route in API.router.routes {
      // Taking a name out of the database as a whole is the act that stands above the rule.
      let isMaintenance =
        ["expunge", "expunge contents"].contains(route.name) && Access.mayMaintain(caller)
      asked.insert(route.name)
      let probes = RouteProbes(route: route)
      for request in probes.plain {
        let answer = try answer(to: request, figure, api, bound)
        look(at: answer, to: request, route, figure, hidden)
      }
      for type in RecordType.allCases {
        let nobody = Reference(type, Self.absent)
        guard let wanted = probes.requests(about: nobody) else {
          unasked.insert(route.name)
          break
        }
        if wanted.isEmpty { continue }
        let absent = try wanted.map {
          Self.text(try answer(to: $0, figure, api, bound), about: nobody)
        }
        var askedHere = 0
        for reference in records(type, probes) {
          // What can be seen is shown by the path that names it; elsewhere it says nothing new.
          guard hidden.contains(reference) || probes.shows(reference) else { continue }
          if probes.isDear, askedHere > 0, hidden.contains(reference) { continue }
          askedHere += 1
          cells += 1
          for (index, request) in (probes.requests(about: reference) ?? []).enumerated() {
            let answer = try answer(to: request, figure, api, bound)
            look(at: answer, to: request, route, figure, hidden)
            guard hidden.contains(reference), !isMaintenance else { continue }
            let text = Self.text(answer, about: reference)
            if text != absent[index] {
              unlike.append(
                "\(figure) \(request.method.name) \(request.path)?\(request.query.encoded) "
                  + "[\(route.name)] \(String(decoding: request.body.prefix(300), as: UTF8.self)) "
                  + "\(String(decoding: text.prefix(700), as: UTF8.self)) –– absent: "
                  + String(decoding: absent[index].prefix(700), as: UTF8.self))
            }
          }
        }
      }
    }
  }

  private mutating func answer(to request: Request, _ figure: Figure, _ api: API, _ bound: Hub)
    throws
    -> Response
  {
    requests += 1
    var request = request
    request.principal = figure.principal
    if request.method == .get { return api.respond(to: request) }
    var response: Response?
    do {
      try bound.together { _ in
        response = api.respond(to: request)
        throw World.Undo()
      }
    } catch is World.Undo {}
    guard let response else { throw World.Undo() }
    return response
  }

  /// The whole answer as text, with a mark where it names the record that was asked for.
  private static func text(_ answer: Response, about target: Reference) -> [UInt8] {
    var text = Array("\(answer.status)\n".utf8)
    for field in answer.headers.fields { text += Array("\(field.name): \(field.value)\n".utf8) }
    text += (try? answer.collected()) ?? []
    for name in [target.description, Mark.word(target)] {
      text = replaced(Array(name.utf8), in: text)
    }
    return text
  }

  private static func replaced(_ name: [UInt8], in text: [UInt8]) -> [UInt8] {
    var found: [UInt8] = []
    found.reserveCapacity(text.count)
    text.withUnsafeBufferPointer { text in
      var place = 0
      while place < text.count {
        if text[place] == name[0], text[place...].starts(with: name) {
          found.append(UInt8(ascii: "@"))
          place += name.count
        } else {
          found.append(text[place])
          place += 1
        }
      }
    }
    return found
  }

  /// Looks for what is hidden and was not in the request itself.
  private mutating func look(
    at answer: Response, to request: Request, _ route: APIRoute, _ figure: Figure,
    _ hidden: Set<Reference>
  ) {
    compare(answer, to: request, route, figure)
    // The document's examples name records that are of no hub.
    guard route.name != "openapi", let body = try? answer.collected() else { return }
    let headers = answer.headers.fields.map { "\n\($0.name): \($0.value)" }.joined()
    let place = {
      "\(figure) \(request.method.name) \(request.path)?\(request.query.encoded) \(answer.status)"
    }
    let found = Mark.found(in: body + Array(headers.utf8))
    if found.words.isDisjoint(with: hidden), found.references.isDisjoint(with: hidden) { return }
    let sent = Mark.found(
      in: Array("\(request.path) \(request.query.encoded) ".utf8) + request.body)
    // An agenda and minutes carry the number of their meeting: whoever names one names all.
    let shared = sent.references.filter { $0.type == .meeting }.flatMap { meeting in
      RecordType.allCases.filter(\.sharesNumberWithMeeting).map { Reference($0, meeting.number) }
    }
    let allowed = sent.references.union(sent.words).union(shared)
    let words = found.words.intersection(hidden).subtracting(allowed)
    if !words.isEmpty { revealing.append("\(place()) words of \(words.sorted())") }
    let references = found.references.intersection(hidden).subtracting(allowed)
    guard !references.isEmpty else { return }
    let bare = (try? JSON(parsing: body)).map { Array(Self.withoutFields($0).text.utf8) } ?? body
    let others = Mark.found(in: bare + Array(headers.utf8)).references.intersection(references)
    if others.isEmpty {
      fieldsThatName.insert(route.name)
    } else {
      revealing.append("\(place()) names \(others.sorted())")
    }
  }

  /// Holds an answer against whom the route says that it is for.
  private mutating func compare(
    _ answer: Response, to request: Request, _ route: APIRoute, _ figure: Figure
  ) {
    let isMisnamed =
      switch route.description.askers {
      case .anybody: answer.status == 401
      case .signedIn: answer.status < 400 && figure.principal == nil
      case .admins: answer.status < 400 && figure.hubRole != .admin
      }
    if isMisnamed {
      misnamed.append(
        "\(figure) \(request.method.name) \(request.path) \(answer.status) [\(route.name)]")
    }
  }

  /// Records without the fields that hold references.
  private static func withoutFields(_ json: JSON) -> JSON {
    switch json {
    case .array(let elements): return .array(elements.map(withoutFields))
    case .object(let members):
      var fields: Set<String> = []
      if json["version"] != nil, let type = json["type"]?.string.flatMap(RecordType.init),
        let kind = Kinds.all.first(where: { $0.type == type })
      {
        fields = Set(kind.fieldSummaries.filter { $0.kind.refers }.map(\.name))
        fields.insert("sharedWith")
      }
      return JSON(
        members: members.filter { !fields.contains($0.name) }
          .map { ($0.name, withoutFields($0.value)) })
    default: return json
    }
  }
}
