import Foundation
import HubModel
import HubText

/// Checking agenda files, beside reading the same files and parsing their Markdown with cmark.
enum AgendasBench {
  static func run(_ options: Options) throws -> [Finding] {
    let paths = try written(options)
    let today = Day(number: Plan.lastDay)
    var faults = 0
    let pair = try Pair.measure(
      rounds: 15,
      ours: {
        faults = 0
        for path in paths {
          let (document, found) = AgendaDocument.parse(try read(path), today: today)
          faults += found.count + document.publicationFaults(languages: [.en, .fr]).count
        }
      },
      reference: {
        for path in paths { try read(path).withUnsafeBufferPointer { Markdown.check($0) } }
      })
    guard faults == 0 else { throw BenchFault("the generated agendas have \(faults) faults") }
    let (ours, reference) = pair.medians
    return [
      Finding(
        "checking \(paths.count) agenda files", ours, beside: reference,
        "reading and cmark", .times(3))
    ]
  }

  private static func written(_ options: Options) throws -> [String] {
    let folder = options.folder + "/agendas"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try AgendaFiles.make(1000).enumerated().map { index, bytes in
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
