import FoundationEssentials

/// Puts the global options together: what was typed, else the environment, else the profile,
/// else what is usual.
struct GlobalOptionsReader {
  private let line: CommandLine
  private let terminal: Terminal
  private let known: [GlobalOption]
  private let file: ProfileFile
  private let path: String

  init(_ line: CommandLine, _ terminal: Terminal, _ known: [GlobalOption]) {
    self.line = line
    self.terminal = terminal
    self.known = known
    path = ProfileFile.path(in: terminal) ?? ""
    let bytes = FileManager.default.contents(atPath: path) ?? Data()
    file = ProfileFile(
      String(decoding: bytes, as: UTF8.self), at: path, known: GlobalOption.keys(of: known))
  }

  func read() -> (options: GlobalOptions, faults: [UsageFault]) {
    var faults = file.faults
    let profile = profile(&faults)
    // A secret that others can read is none, and they are told before it is used again.
    if profile.values["token"] != nil, ProfileFile.isOpen(path) {
      faults.append(UsageFault("usage.profileOpen", ["file": path]))
    }
    let isPlain =
      line.has("no-color") || terminal.variable("NO_COLOR") != nil
      || terminal.variable("TERM") == "dumb"
    var options = GlobalOptions(
      language: language(profile, &faults), json: line.has("json"), quiet: line.has("quiet"),
      colour: terminal.isTerminal && !isPlain, profileName: profileName)
    for global in known where !global.option.kind.isFlag && !Self.own.contains(global.option.name) {
      read(global, profile, into: &options, &faults)
    }
    return (options, faults)
  }

  /// What is read before all others.
  private static let own: Set = ["profile", "lang"]

  private func read(
    _ global: GlobalOption, _ profile: Profile, into options: inout GlobalOptions,
    _ faults: inout [UsageFault]
  ) {
    let name = global.option.name
    guard let text = value(of: global, profile) else { return }
    let question = ValueQuestion(text: text, name: "--" + name, globals: options)
    do throws(WrongUsage) {
      let isElsewhere = typed(name) != nil || global.variable.flatMap(terminal.variable) != nil
      options.add(
        try global.option.kind.read(question), name, isTyped: typed(name) != nil,
        remembered: isElsewhere ? nil : profile)
    } catch {
      faults += error.faults
    }
  }

  private func value(of global: GlobalOption, _ profile: Profile) -> String? {
    let name = global.option.name
    return typed(name) ?? global.variable.flatMap(terminal.variable)
      ?? (global.isRemembered ? profile.values[name] : nil)
  }

  private func typed(_ name: String) -> String? {
    line.globals.last { $0.option.name == name }?.text
  }

  private var profileName: String {
    known.first { $0.option.name == "profile" }.flatMap { value(of: $0, Profile()) } ?? ""
  }

  private func profile(_ faults: inout [UsageFault]) -> Profile {
    let name = profileName
    if let profile = file.profiles[name] { return profile }
    let arguments = ["name": name, "file": path]
    let names = file.profiles.keys.filter { !$0.isEmpty }.sorted()
    faults.append(UsageFault("usage.unknownProfile", arguments, near: name, among: names))
    return Profile()
  }

  /// A language that was asked for must be one of ours; a locale that is not is no fault.
  private func language(_ profile: Profile, _ faults: inout [UsageFault]) -> String {
    guard let global = known.first(where: { $0.option.name == "lang" }) else { return "" }
    let codes = global.option.kind.choices
    if let asked = value(of: global, profile) {
      if codes.contains(asked) { return asked }
      let choices = codes.joined(separator: ", ")
      faults.append(
        UsageFault("usage.choice", ["name": "--lang", "value": asked, "choices": choices]))
    }
    let locale =
      terminal.variable("LC_ALL") ?? terminal.variable("LC_MESSAGES") ?? terminal.variable("LANG")
    let spoken = locale?.lowercased() ?? ""
    return codes.first(where: spoken.hasPrefix) ?? codes.first ?? ""
  }
}
