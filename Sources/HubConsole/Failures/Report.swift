/// The one place that turns what went wrong into sentences and an exit status.
struct Report {
  let status: ExitStatus
  let lines: [String]

  /// - Parameter command: the one that failed, whose options the faults are about.
  init(_ error: any Error, _ words: any Wording, of command: Command? = nil) {
    if let usage = error as? WrongUsage {
      status = .wrongUsage
      lines = Self.usage(usage, words)
    } else if let failure = error as? Failure ?? words.failure(for: error) {
      status = failure.status
      lines = Self.failure(failure, words, command)
    } else {
      status = .refused
      lines = ["hub: " + words("refusal.bug", ["detail": String(describing: error)])]
    }
  }

  private static func failure(
    _ failure: Failure, _ words: any Wording, _ command: Command?
  ) -> [String] {
    guard !failure.bare else { return failure.sentences }
    return failure.sentences.enumerated().map { index, sentence in
      let pointer = index < failure.pointers.count ? failure.pointers[index] : ""
      let subject = index < failure.subjects.count ? failure.subjects[index] : ""
      // As a label with its text, in the manner of the language.
      let text = named(sentence, after: pointer, words, command)
      return "hub: "
        + (subject.isEmpty || sentence.contains(subject)
          ? text : words("refusal.field", ["field": subject, "sentence": text]))
    }
  }

  private static func usage(_ usage: WrongUsage, _ words: any Wording) -> [String] {
    let faults = usage.faults.map { "hub: " + $0.sentence(in: words) }
    let help = usage.command.isEmpty ? "hub --help" : "hub \(usage.command) --help"
    return faults + [words("usage.tryHelp", ["command": help])]
  }

  /// The sentence, after the option that it is about, or the name of the field where no option sets
  /// it.
  private static func named(
    _ sentence: String, after pointer: String, _ words: any Wording, _ command: Command?
  ) -> String {
    let parts = pointer.split(separator: "/").map(String.init)
    // The state to go to and the filters of a list are in the sentence already.
    guard pointer.hasPrefix("/"), pointer != "/to" else { return sentence }
    if let option = command.flatMap({ option(of: $0, for: parts) }) {
      return words("refusal.field", ["field": "--" + option, "sentence": sentence])
    }
    guard let name = parts.first, words.has("field.\(name)") else {
      // What is no field of a record is an option of the command: a reason.
      let isOption = parts.count == 1
      let name = isOption ? "--" + Option.name(for: parts[0]) : parts.joined(separator: "/")
      return (parts.isEmpty ? "" : name + ": ") + sentence
    }
    var label = words("field.\(name)")
    if let language = parts.last, words.has("language.\(language)") {
      label += " (\(words("language.\(language)")))"
    }
    return words("refusal.field", ["field": label, "sentence": sentence])
  }

  /// The option of a command that sets a field, or one language of it.
  private static func option(of command: Command, for parts: [String]) -> String? {
    guard let name = parts.first else { return nil }
    let names = command.options.map(\.name).filter { option in
      command.labels[option]?.contains { $0.hasPrefix("field.") && $0.hasSuffix(".\(name)") }
        ?? false
    }
    guard let shortest = names.min(by: { $0.count < $1.count }) else { return nil }
    let inLanguage = parts.count > 1 ? shortest + "-" + parts[1] : shortest
    return names.contains(inLanguage) ? inLanguage : shortest
  }
}
