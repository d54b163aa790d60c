import HubHTTP
import HubModel
import HubText
import HubWords

/// `POST /imports/{kind}`: the rows of a table become records, all of them or none.
enum ImportAPI {
  static var routes: [APIRoute] {
    let path = "\(API.root)/imports/{kind}"
    return [
      APIRoute(
        .post, path, name: "import",
        .writing(imported).taking(importedQuery).with {
          $0.company = .key
        }, handler: carryOut),
      APIRoute(
        .get, "\(path)/template", name: "import template",
        .reading(template).taking(FileRoutes.query).answering(in: ["text/csv; charset=utf-8"]),
        handler: show),
    ]
  }

  /// Thrown by an import that was only tried, so that nothing of it lands.
  private struct Tried: Error {
    let response: Response
  }

  private static func carryOut(_ context: Context) throws -> Response {
    let request = context.request
    let bytes = try request.content { ["text/csv", "text/plain"].contains($0) }
    let kind = try kind(of: context)
    let words = try request.words()
    let isDry = try request.flag("dryRun")
    let isPart = try request.flag("part")
    let table = try ImportTable(
      bytes, of: kind, encoding: encoding(request),
      without: request.query.pairs.filter { $0.name == "without" }.map(\.value),
      first: firstRow(request), languages: languages(context))
    do {
      return try context.write { writing in
        let result = try kind.run(table, in: writing, words)
        var writer = JSONWriter()
        result.write(of: table, isDry: isDry, isPart: isPart, words, to: &writer)
        let response = Response.json(writer)
        if isDry { throw Tried(response: response) }
        return response
      }
    } catch let tried as Tried {
      return tried.response
    } catch Refusal.invalid(let faults) {
      throw Refusal.invalid(request.told(faults))
    }
  }

  private static func show(_ context: Context) throws -> Response {
    let kind = try kind(of: context)
    let template = ImportTemplate(of: kind, try context.request.words())
    return Response(type: "text/csv; charset=utf-8", template.bytes)
  }

  private static func kind(of context: Context) throws -> ImportKind {
    let name = try context.parameters.require("kind")
    guard let kind = ImportKind.all.first(where: { $0.name == name }) else {
      throw Refusal.notFound(name)
    }
    return kind
  }

  private static func languages(_ context: Context) throws -> [Language] {
    try context.hub.read(as: context.identity) { reading in
      guard let network = reading.caller.network, let own = try reading.load(network) else {
        return Language.allCases
      }
      let languages = own.languages.compactMap(Language.init)
      return languages.isEmpty ? Language.allCases : languages
    }
  }

  private static func firstRow(_ request: Request) throws -> Int {
    guard let text = request.query.first(named: "firstRow") else { return 2 }
    guard let row = Int(text), (2...100_000_000).contains(row) else {
      throw Refusal.malformed([
        Fault("outOfRange", at: "firstRow", ["least": "2", "most": "100000000"])
      ])
    }
    return row
  }

  private static func encoding(_ request: Request) throws -> CSV.Encoding {
    guard let word = request.query.first(named: "encoding") else { return .utf8 }
    guard let encoding = CSV.Encoding(rawValue: word.lowercased()) else {
      let allowed = CSV.Encoding.allCases.map(\.rawValue).joined(separator: ", ")
      throw Refusal.malformed([
        Fault("unknownChoice", at: "encoding", ["word": word, "allowed": allowed])
      ])
    }
    return encoding
  }
}
