import HubApp
import HubHTTP
import HubModel
import HubTestKit
import HubText
import HubWords
import Testing

@testable import HubApp

/// The OpenAPI document by itself: whole, without loose ends, in both languages.
@Suite struct OpenAPIDocumentTests {
  let api: API
  let contract: Contract

  init() throws {
    api = try TestHub().api
    contract = try Contract(api)
  }

  @Test func `every route has a name of its own`() {
    let names = API.router.routes.map(\.name) + Operations.router.routes.map(\.name)
    #expect(names.count == Set(names).count)
  }

  @Test func `every operation has a name of its own`() {
    let paths = contract.document["paths"]?.object ?? []
    let names = paths.flatMap { $0.value.object ?? [] }.compactMap {
      $0.value["operationId"]?.string
    }
    #expect(names.count == API.router.routes.count + Operations.router.routes.count)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.allSatisfy(\.isLetter) })
  }

  @Test func `every reference leads somewhere, and every component is referred to`() {
    var references: Set<String> = []
    Self.walk(contract.document) { name, value in
      if name == "$ref", let pointer = value.string { references.insert(pointer) }
    }
    let checker = SchemaChecker(contract.document)
    #expect(references.filter { checker.resolve($0) == nil } == [])
    for family in ["schemas", "responses"] {
      for component in contract.document["components"]?[family]?.object ?? []
      where component.name != "MethodNotAllowed" {
        #expect(references.contains("#/components/\(family)/\(component.name)"))
      }
    }
  }

  @Test func `every example fits its schema`() {
    let checker = SchemaChecker(contract.document, isStrict: true)
    let schemas = contract.document["components"]?["schemas"]?.object ?? []
    var count = 0
    for schema in schemas {
      for example in schema.value["examples"]?.array ?? [] {
        count += 1
        #expect(checker.findings(example, schema.value) == [], "\(schema.name): \(example.text)")
      }
    }
    #expect(count > Subjects.all.count * 3)
    for answer in contract.document["components"]?["responses"]?.object ?? [] {
      let media = answer.value["content"]?.object?.first?.value
      #expect(checker.findings(media?["example"] ?? .null, media?["schema"] ?? false) == [])
    }
  }

  @Test func `every file that is shown can be read`() throws {
    var count = 0
    Self.walk(contract.document) { name, value in
      guard name == "example", let file = value.string else { return }
      let bytes = Array(file.utf8)
      count += 1
      if file.hasPrefix("handle,") { return #expect((try? CSV.rows(bytes))?.count == 2) }
      let day = Day("2026-06-18") ?? Day(number: 0)
      #expect(
        file.hasPrefix("# Minutes")
          ? MinutesDocument.parse(bytes, meetingDay: day).faults == []
          : AgendaDocument.parse(bytes, today: day).faults == [], "\(file)")
    }
    #expect(count > 4)
  }

  @Test func `every subject has its filters, orders and fields`() throws {
    func look<R: Stored>(_ type: R.Type) {
      let path = contract.document["paths"]?["\(API.root)/\(R.type.path)"]
      let parameters = path?["get"]?["parameters"]?.array ?? []
      let names = parameters.filter { $0["in"] == "query" }.compactMap { $0["name"]?.string }
      #expect(Set(names) == Set(Filter.names(R.self) + ["sort", "limit", "cursor", "fields"]))
      let schema = contract.document["components"]?["schemas"]?[R.type.schemaName]
      #expect(R.fields.allSatisfy { schema?["properties"]?[$0.name] != nil })
    }
    for subject in Subjects.all { look(subject) }
  }

  @Test func `what is generated from it has a name for everything`() throws {
    var names: [String] = (contract.document["components"]?["schemas"]?.object ?? []).map(\.name)
    var shapes = 0
    Self.walk(contract.document) { name, value in
      guard name == "oneOf" else { return }
      for shape in value.array ?? [] {
        shapes += 1
        // One that stands by itself has the name of its component.
        if shape["$ref"] == nil { names.append(shape["title"]?.string ?? "") }
      }
    }
    #expect(shapes > 100)
    #expect(names.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLetter } })
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    // The same in each language, or a client would be another one.
    let french = try Contract(api, language: "fr").document
    let titles = { (document: JSON) in
      var found: [String] = []
      Self.walk(document) { name, value in
        if name == "oneOf" { found += (value.array ?? []).compactMap { $0["title"]?.string } }
      }
      return found
    }
    #expect(titles(french) == titles(contract.document))
    for schema in french["components"]?["schemas"]?.object ?? [] {
      let title = schema.value["title"]?.string
      #expect(title == nil || title == schema.name, "\(schema.name)")
    }
  }

  @Test func `a problem is one thing, and a patch comes in one form`() throws {
    for answer in contract.document["components"]?["responses"]?.object ?? [] {
      let content = answer.value["content"]?["application/problem+json"]
      #expect(content?["schema"] == ["$ref": "#/components/schemas/Problem"])
    }
    for path in contract.document["paths"]?.object ?? [] {
      guard let patch = path.value["patch"] else { continue }
      let types = (patch["requestBody"]?["content"]?.object ?? []).map(\.name)
      #expect(types == ["application/merge-patch+json"], "\(path.name)")
    }
  }

  @Test(arguments: ["en", "fr"]) func `nothing is left unsaid`(language: String) throws {
    let document = try Contract(api, language: language).document
    var unsaid: [String] = []
    Self.walk(document) { name, value in
      guard ["summary", "description", "title"].contains(name), let text = value.string else {
        return
      }
      let families = [
        "openapi.", "field.", "status.", "type.", "specimen.", "choice.", "meaning.", "header.",
      ]
      let isKey = families.contains {
        text.contains($0)
      }
      if text.isEmpty || isKey || text.contains("{type") { unsaid.append(text) }
    }
    #expect(unsaid == [])
  }

  @Test func `it is served in the caller’s language, and not again when nothing changed`() throws {
    func ask(_ headers: Headers) -> Response {
      api.respond(to: Request(.get, "\(API.root)/openapi.json", headers: headers))
    }
    let french = ask(["Accept-Language": "fr-CA"])
    #expect(french.headers["Content-Language"] == "fr")
    #expect(try french.json["info"]?["title"] == "L’API HTTP de la plateforme")
    let tag = try #require(french.headers["ETag"])
    #expect(ask(["Accept-Language": "fr", "If-None-Match": tag]).status == 304)
    #expect(ask(["Accept-Language": "en", "If-None-Match": tag]).status == 200)
  }

  private static func walk(_ value: JSON, _ visit: (String, JSON) -> Void) {
    switch value {
    case .object(let members):
      for member in members {
        visit(member.name, member.value)
        walk(member.value, visit)
      }
    case .array(let elements): for element in elements { walk(element, visit) }
    default: break
    }
  }
}
