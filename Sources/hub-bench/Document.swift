import Foundation

/// `docs/benchmarks.md`: the table, what it was measured on, and how.
enum Document {
  static func markdown(_ findings: [Finding], _ options: Options) -> String {
    let plan = Plan(scale: options.scale)
    return """
      # Benchmarks

      Written by `make bench`. Every figure is measured beside its reference in one run, the two
      in turns, and given as the median of at least ten rounds; a ratio is told more truly than
      the times, which depend on what else the machine does.

      Where the reference is the small database, it and the large one are asked the same
      questions, each time about other people and records, \(options.repetitions) times, in one
      process and through the whole API without a socket. What is asked of a file is asked after
      it was read through: the system has it in memory, and the disk is not what is measured.
      The large database holds \(count(plan.actions)) action items, \(count(plan.meetings))
      meetings, \(count(plan.recommendations)) recommendations and \(count(plan.history)) history
      entries, the small one a hundredth of that. `hub-bench generate` makes them, the same every
      time.

      \(machine), \(today).

      \(FindingTable.markdown(findings))

      """
  }

  private static func count(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.map {
      ($0 > 0 && (digits.count - $0) % 3 == 0 ? "," : "") + String(digits[$0])
    }.joined()
  }

  private static var today: String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_CA_POSIX")
    format.dateFormat = "yyyy-MM-dd"
    return format.string(from: Date())
  }

  /// The kind of machine: its processor and how many cores the bench may use.
  private static var machine: String {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    let memory = ProcessInfo.processInfo.physicalMemory / 1_073_741_824
    let cores = ProcessInfo.processInfo.activeProcessorCount
    return "\(name ?? "A processor of unknown kind"), \(cores) cores, \(memory) GB of memory"
  }
}
