import HubModel
import HubWords

/// The one place that turns what went wrong into sentences and an exit status.
struct Report {
  let status: ExitStatus
  let lines: [String]

  init(_ error: any Error, _ words: Words) {
    switch error {
    case let usage as WrongUsage:
      status = .wrongUsage
      lines = Self.usage(usage, words)
    case let refusal as Refusal:
      (status, lines) = Self.refusal(refusal, words)
    case let failure as Failure:
      status = failure.status
      lines = Self.failure(failure, words)
    case let file as FileFaults:
      status = .refused
      lines = Self.file(file, words)
    default:
      status = .refused
      lines = ["hub: " + words("refusal.bug", ["detail": String(describing: error)])]
    }
  }

  private static func failure(_ failure: Failure, _ words: Words) -> [String] {
    guard !failure.bare else { return failure.sentences }
    return failure.sentences.enumerated().map { index, sentence in
      let pointer = index < failure.pointers.count ? failure.pointers[index] : ""
      return "hub: " + named(sentence, after: pointer, words)
    }
  }

  private static func usage(_ usage: WrongUsage, _ words: Words) -> [String] {
    let faults = usage.faults.map { "hub: " + words($0.key, $0.arguments) }
    let help = usage.command.isEmpty ? "hub --help" : "hub \(usage.command) --help"
    return faults + [words("usage.tryHelp", ["command": help])]
  }

  private static func refusal(_ refusal: Refusal, _ words: Words) -> (ExitStatus, [String]) {
    switch refusal {
    case .invalid(let faults), .malformed(let faults):
      (.refused, faults.map { "hub: " + sentence($0, words) })
    case .notFound(let what):
      (.notFound, ["hub: " + words("refusal.notFound", ["what": what])])
    case .notAllowed(let fault):
      (.notAllowed, ["hub: " + words.sentence(fault)])
    case .signInRequired:
      (.notAllowed, ["hub: " + words("refusal.signInRequired")])
    case .stale(let reference, let current, _):
      (
        .conflict,
        [
          "hub: "
            + words(
              "refusal.stale", ["reference": reference.description, "version": String(current)])
        ]
      )
    case .conflict(let fault):
      (.conflict, ["hub: " + words.sentence(fault)])
    case .versionRequired:
      (.conflict, ["hub: " + words("refusal.versionRequired")])
    case .unavailable(let fault):
      (.refused, ["hub: " + words.sentence(fault)])
    }
  }

  /// `file:line:column: error: message`, in the order of the file; editors read this form, so it
  /// is the same in both languages.
  private static func file(_ file: FileFaults, _ words: Words) -> [String] {
    let start = Fault.Position(line: 1, column: 1)
    return file.faults
      .enumerated()
      .sorted {
        ($0.element.position ?? start, $0.offset) < ($1.element.position ?? start, $1.offset)
      }
      .map { _, fault in
        let place = fault.position.map { "\($0.line):\($0.column):" } ?? ""
        return "\(file.file):\(place) error: \(words.sentence(fault))"
      }
  }

  /// The sentence, after the name of the field that it is about.
  private static func sentence(_ fault: Fault, _ words: Words) -> String {
    named(words.sentence(fault), after: fault.pointer, words)
  }

  private static func named(_ sentence: String, after pointer: String, _ words: Words) -> String {
    let parts = pointer.split(separator: "/").map(String.init)
    // The state to go to and the filters of a list are in the sentence already.
    guard pointer.hasPrefix("/"), pointer != "/to" else { return sentence }
    guard let name = parts.first, words.has("field.\(name)") else {
      // What is no field of a record is an option of the command: a reason.
      let isOption = parts.count == 1
      let name = isOption ? "--" + FieldOption.kebab(parts[0]) : parts.joined(separator: "/")
      return (parts.isEmpty ? "" : name + ": ") + sentence
    }
    var label = words("field.\(name)")
    if let language = parts.last.flatMap(Language.init(rawValue:)) {
      label += " (\(words.name(of: language)))"
    }
    return words("refusal.field", ["field": label, "sentence": sentence])
  }
}
