/// Finds the noun and the verb among the arguments, wherever the options stand.
struct CommandPlace {
  private(set) var target = CommandLine.Target.welcome
  private(set) var faults: [UsageFault] = []
  /// Where the noun and the verb stand; what is not one of them is a value.
  var indices: Set<Int> = []

  init(_ arguments: [String], commands: [Command], globals: [Option]) {
    var words = Self.words(of: arguments, commands: commands, globals: globals)
    let wantsHelp = words.first?.word == "help"
    if wantsHelp { indices.insert(words.removeFirst().index) }
    guard let noun = words.first else {
      if wantsHelp || arguments.contains("--help") || arguments.contains("-h") {
        target = .help(noun: nil, verb: nil)
      }
      return
    }
    let verbs = commands.filter { $0.noun == noun.word }
    guard !verbs.isEmpty else {
      indices.formUnion(words.map(\.index))
      faults = [Self.unknownNoun(noun.word, commands)]
      return
    }
    indices.insert(noun.index)
    let verb = words.count > 1 ? words[1] : nil
    if let verb, let command = verbs.first(where: { $0.verb == verb.word && !verb.word.isEmpty }) {
      indices.insert(verb.index)
      target = .command(command)
    } else if let command = verbs.first(where: { $0.verb.isEmpty }) {
      target = .command(command)
    } else if let verb {
      indices.formUnion(words.map(\.index))
      target = .help(noun: noun.word, verb: nil)
      faults = [Self.unknownVerb(verb.word, noun.word, verbs)]
    } else {
      target = .help(noun: noun.word, verb: nil)
    }
    if wantsHelp, case .command(let command) = target {
      target = .help(noun: command.noun, verb: command.verb)
    }
  }

  /// The arguments that are neither options nor their values.
  private static func words(
    of arguments: [String], commands: [Command], globals: [Option]
  ) -> [(index: Int, word: String)] {
    var words: [(index: Int, word: String)] = []
    var index = 0
    while index < arguments.count, arguments[index] != "--" {
      let argument = arguments[index]
      if argument.hasPrefix("-"), argument.count > 1 {
        let options = globals + commands.filter { $0.noun == words.first?.word }.flatMap(\.options)
        if takesNext(argument, options) { index += 1 }
      } else {
        words.append((index, argument))
      }
      index += 1
    }
    return words
  }

  private static func takesNext(_ argument: String, _ options: [Option]) -> Bool {
    guard !argument.contains("=") else { return false }
    let option = options.first {
      argument == "--" + $0.name || $0.short.map { argument == "-\($0)" } ?? false
    }
    return option.map { !$0.kind.isFlag } ?? false
  }

  private static func unknownNoun(_ noun: String, _ commands: [Command]) -> UsageFault {
    let nouns = commands.filter { !$0.hidden }.map(\.noun)
    return UsageFault("usage.unknownNoun", ["word": noun], near: noun, among: nouns)
  }

  private static func unknownVerb(_ verb: String, _ noun: String, _ verbs: [Command]) -> UsageFault
  {
    let words = verbs.filter { !$0.hidden }.map(\.verb)
    return UsageFault(
      "usage.unknownVerb", ["noun": noun, "word": verb], near: verb, among: words)
  }
}
