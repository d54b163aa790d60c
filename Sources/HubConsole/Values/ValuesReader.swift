/// Checks everything that was given to a command against what it takes, all faults at once.
struct ValuesReader {
  let command: Command
  let line: CommandLine
  let globals: GlobalOptions
  let words: any Wording

  func read() throws(WrongUsage) -> Values {
    var result = Values()
    var faults: [UsageFault] = []
    readOptions(into: &result, &faults)
    if !line.isUnsure { readArguments(into: &result, &faults) }
    faults = line.faults + faults
    guard faults.isEmpty else { throw WrongUsage(faults, command: command.name) }
    return result
  }

  private func readOptions(into result: inout Values, _ faults: inout [UsageFault]) {
    for (option, text) in line.options {
      let name = "--" + option.name
      if !option.isRepeated, !option.kind.isFlag, result.has(option.name) {
        faults.append(UsageFault("usage.optionTwice", ["option": name]))
        continue
      }
      add(text, option.kind, option.name, shown: name, to: &result, &faults)
    }
    for option in command.options where option.isRequired {
      guard !line.options.contains(where: { $0.option.name == option.name }) else { continue }
      faults.append(
        UsageFault("usage.optionMissing", ["option": Usage.option(option, of: command, words)]))
    }
  }

  private func readArguments(into result: inout Values, _ faults: inout [UsageFault]) {
    var left = line.positionals[...]
    for (place, argument) in command.arguments.enumerated() {
      let shown = Usage.metavariable(argument.name, argument.kind, words)
      guard !left.isEmpty else {
        if !argument.isOptional {
          faults.append(UsageFault("usage.argumentMissing", ["name": shown]))
        }
        continue
      }
      let after = command.arguments[(place + 1)...].count { !$0.isOptional }
      let taken = left.prefix(argument.isRepeated ? max(1, left.count - after) : 1)
      left = left.dropFirst(taken.count)
      for text in taken {
        add(text, argument.kind, argument.name, shown: shown, to: &result, &faults)
      }
    }
    for text in left { faults.append(UsageFault("usage.argumentTooMany", ["value": text])) }
  }

  private func add(
    _ text: String, _ kind: ValueKind, _ name: String, shown: String, to result: inout Values,
    _ faults: inout [UsageFault]
  ) {
    do throws(WrongUsage) {
      let question = ValueQuestion(text: text, name: shown, globals: globals)
      result.add(try kind.read(question), name)
    } catch {
      faults += error.faults
    }
  }
}
