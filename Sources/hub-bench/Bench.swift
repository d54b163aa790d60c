import Foundation

/// `hub-bench [records|generate|queries|process|agendas|service|all] [--scale 1] [--write FILE]`: how fast
/// the hub is, every figure measured beside its reference in the same run.
@main
enum Bench {
  static func main() {
    do {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      try run(options)
    } catch {
      FileHandle.standardError.write(Data("hub-bench: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ options: Options) throws {
    if options.command == .host {
      return try ServiceHost.run(options.database, size: options.size)
    }
    var findings: [Finding] = []
    let isAll = options.command == .all
    if isAll || options.command == .generate {
      for scale in options.scales { _ = try Generator.database(scale, options) }
    }
    // First of those that need memory: a process starts with as much as the one that starts it.
    if isAll || options.command == .process { findings += try ProcessBench.run(options) }
    if isAll || options.command == .records { findings += try RecordsBench.run(options) }
    if isAll || options.command == .queries { findings += try QueriesBench.run(options) }
    if isAll || options.command == .agendas { findings += try AgendasBench.run(options) }
    let service = isAll || options.command == .service ? try ServiceBench.run(options) : []
    guard !findings.isEmpty || !service.isEmpty else { return }
    print(FindingTable.text(findings + service))
    if let path = options.output, !findings.isEmpty {
      try Document.markdown(findings, options).write(
        toFile: path, atomically: true, encoding: .utf8)
    }
    if let path = options.output, !service.isEmpty {
      try ServiceDocument.write(service, to: path)
    }
    if (findings + service).contains(where: { !$0.isMet }) { exit(1) }
  }
}
