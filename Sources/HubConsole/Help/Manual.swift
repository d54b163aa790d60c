/// The manual page of `hub`, in the language of its words: what the help screens say, all of them in
/// one, as `man` reads it.
package struct Manual {
  private let program: Program
  private let commands: [Command]
  private let words: any Wording

  /// - Parameter commands: all of them; those that help does not list are left out.
  package init(_ program: Program, commands: [Command], words: any Wording) {
    self.program = program
    self.commands = commands.filter { !$0.hidden }
    self.words = words
  }

  /// The page, in the macros of man(7).
  package var text: String {
    var page = ManualPage()
    page.title("HUB", section: 1, source: "hub \(program.version)", words("manual.title"))
    page.section(words("manual.name"))
    page.raw("hub \\- " + ManualPage.escaped(words("manual.purpose")))
    page.section(words("manual.synopsis"))
    page.raw(
      "\\fBhub\\fR \\fI\(ManualPage.escaped(words("metavariable.noun")))\\fR "
        + "\\fI\(ManualPage.escaped(words("metavariable.verb")))\\fR "
        + "[\(ManualPage.escaped(words("help.options.metavariable")))]")
    page.section(words("manual.description"))
    page.paragraph(words("help.welcome"))
    page.paragraph(words("help.more"))
    page.section(words("help.everyday"))
    for example in program.everyday { self.example(example, in: &page) }
    page.section(words("help.commands"))
    for noun in nouns { subject(noun, in: &page) }
    page.section(words("help.globalOptions"))
    for global in program.options where !global.option.hidden {
      option(global.option, of: nil, in: &page)
    }
    environment(in: &page)
    statuses(in: &page)
    page.section(words("manual.files"))
    page.definition("~/.config/hub/profile", words("manual.profile"))
    page.definition("hub.db", words("manual.database"))
    return page.text
  }

  private var nouns: [String] {
    commands.reduce(into: []) { if !$0.contains($1.noun) { $0.append($1.noun) } }
  }

  private func subject(_ noun: String, in page: inout ManualPage) {
    page.subsection("hub \(noun)")
    page.paragraph(words("command.\(noun)"))
    for command in commands where command.noun == noun {
      page.definition(Usage.line(command, words), command.purpose(in: words))
      let options = command.options.filter { !$0.hidden }
      guard !command.arguments.isEmpty || !options.isEmpty || !command.examples.isEmpty else {
        continue
      }
      page.indented { page in
        for argument in command.arguments {
          page.definition(
            Usage.metavariable(argument.name, argument.kind, words),
            Usage.meaning("argument", argument.name, of: command, words))
        }
        for option in options { self.option(option, of: command, in: &page) }
        for example in command.examples { self.example(example, in: &page) }
      }
    }
  }

  private func option(_ option: Option, of command: Command?, in page: inout ManualPage) {
    var meaning = Usage.meaning("option", option.name, of: command, words)
    let choices = option.kind.choices.joined(separator: ", ")
    if !choices.isEmpty {
      meaning = words("help.choices", ["meaning": meaning, "choices": choices])
    }
    let short = option.short.map { "-\($0), " } ?? ""
    page.definition(short + Usage.option(option, of: command, words), meaning)
  }

  private func example(_ example: Example, in page: inout ManualPage) {
    page.paragraph(words(example.key))
    page.literal(example.line)
  }

  private func environment(in page: inout ManualPage) {
    page.section(words("manual.environment"))
    for global in program.options where !global.option.hidden {
      guard let variable = global.variable else { continue }
      page.definition(
        variable, words("manual.variable", ["option": "--" + global.option.name]))
    }
    page.definition("NO_COLOR", words("manual.noColour"))
  }

  private func statuses(in page: inout ManualPage) {
    page.section(words("manual.exitStatus"))
    let meanings: [(ExitStatus, String)] = [
      (.done, "manual.done"), (.refused, "manual.refused"), (.wrongUsage, "manual.wrongUsage"),
      (.notFound, "manual.notFound"), (.notAllowed, "manual.notAllowed"),
      (.conflict, "manual.conflict"),
    ]
    for (status, key) in meanings { page.definition(String(status.rawValue), words(key)) }
  }

  /// `hub manual`: writes the page. It is for who packs the program; help does not list it.
  ///
  /// - Parameter all: the whole list; asked for when the command runs, since it is in it itself.
  package static func command(for all: @escaping @Sendable () -> [Command]) -> Command {
    Command("manual", hidden: true) { call in
      call.terminal.write(Manual(call.program, commands: all(), words: call.wording).text)
    }
  }
}
