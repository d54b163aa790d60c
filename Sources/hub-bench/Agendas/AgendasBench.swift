import Foundation
import HubApp
import HubHTTP
import HubModel
import HubText

/// Checking agenda files, beside reading the same files and parsing their Markdown with cmark.
enum AgendasBench {
  static func run(_ options: Options) throws -> [Finding] {
    let path = try Generator.database(options.scales[0], options)
    let api = API(try Hub.open(path, clock: { Plan.now }))
    let caller = Plan.handle(1)
    func names(_ collection: String, _ member: String) throws -> [String] {
      let items = try ask(.get, "/\(collection)?limit=100", as: caller, api)["items"]?.array ?? []
      return items.compactMap { $0[member]?.string }
    }
    let files = AgendaFiles(
      bodies: try names("bodies", "ref"), papers: try names("recommendations", "ref"),
      people: try names("people", "handle"))
    let paths = try written(files.make(1000), options)
    let today = Day(number: Plan.lastDay)
    let parsing = try measure("parsing \(paths.count) agenda files", paths) { bytes in
      let (document, found) = AgendaDocument.parse(bytes, today: today)
      return found.count + document.publicationFaults(languages: [.en, .fr]).count
    }
    let checking = try measure("checking them against the records too", paths) { bytes in
      let answer = try ask(.post, "/agenda-files/check", as: caller, body: bytes, api)
      guard let faults = answer["faults"]?.array else {
        throw BenchFault("an agenda file cannot be checked: \(answer)")
      }
      return faults.count
    }
    return [parsing, checking]
  }

  /// - Parameter check: answers how many faults a file has; none is expected to have any.
  private static func measure(
    _ name: String, _ paths: [String], _ check: ([UInt8]) throws -> Int
  ) throws -> Finding {
    var faults = 0
    let pair = try Pair.measure(
      rounds: 11,
      ours: {
        faults = 0
        for path in paths { faults += try check(try read(path)) }
      },
      reference: {
        for path in paths { try read(path).withUnsafeBufferPointer { Markdown.check($0) } }
      })
    guard faults == 0 else { throw BenchFault("the generated agendas have \(faults) faults") }
    let (ours, reference) = pair.medians
    return Finding(name, ours, beside: reference, "reading and cmark", .times(3))
  }

  private static func ask(
    _ method: Method, _ target: String, as handle: String, body: [UInt8] = [], _ api: API
  ) throws -> JSON {
    var request = try Request(method, target: API.root + target, body: body, id: "bench")
    request.principal = handle
    if !body.isEmpty { request.headers["Content-Type"] = "text/markdown" }
    return try JSON(parsing: try api.respond(to: request).collected())
  }

  private static func written(_ files: [[UInt8]], _ options: Options) throws -> [String] {
    let folder = options.folder + "/agendas"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try files.enumerated().map { index, bytes in
      let path = "\(folder)/\(index).md"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      return path
    }
  }

  private static func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw BenchFault("cannot read \(path)") }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = ftell(file)
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
  }
}

/// Something that keeps the benchmark from telling the truth.
struct BenchFault: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
