import Foundation
import HubModel
import HubWords

/// Puts the global options together: what was typed, else the environment, else the profile,
/// else what is usual.
struct GlobalOptionsReader {
  let line: CommandLine
  let terminal: Terminal
  let profiles: [String: Profile]

  init(_ line: CommandLine, _ terminal: Terminal) {
    self.line = line
    self.terminal = terminal
    let file = Profile.path(in: terminal).flatMap { FileManager.default.contents(atPath: $0) }
    profiles = Profile.read(String(decoding: file ?? Data(), as: UTF8.self))
  }

  func read() -> (options: GlobalOptions, faults: [UsageFault]) {
    var options = GlobalOptions()
    var faults: [UsageFault] = []
    let profile = profile(&faults)
    func value(_ name: String, _ variable: String, _ key: String? = nil) -> String? {
      typed(name) ?? terminal.variable(variable) ?? key.flatMap { profile.values[$0] }
    }
    options.database = value("database", "HUB_DATABASE", "database") ?? options.database
    options.server = value("server", "HUB_SERVER", "server")
    // A database that is named beats a server that is merely remembered.
    if typed("server") == nil, typed("database") != nil { options.server = nil }
    options.token = value("token", "HUB_TOKEN", "token")
    options.caller = value("as", "HUB_AS", "as").map {
      $0.hasPrefix("@") ? String($0.dropFirst()) : $0
    }
    options.json = line.has("json")
    options.quiet = line.has("quiet")
    options.colour =
      terminal.isTerminal && !line.has("no-color") && terminal.variable("NO_COLOR") == nil
      && terminal.variable("TERM") != "dumb"
    options.language = language(profile, &faults)
    options.clock = clock(&faults)
    return (options, faults)
  }

  private func typed(_ name: String) -> String? {
    line.globals.last { $0.option.name == name }?.text
  }

  private func profile(_ faults: inout [UsageFault]) -> Profile {
    let name = typed("profile") ?? terminal.variable("HUB_PROFILE") ?? ""
    if let profile = profiles[name] { return profile }
    let names = profiles.keys.filter { !$0.isEmpty }.sorted()
    if let nearest = Nearest.word(to: name, among: names) {
      faults.append(UsageFault("usage.unknownProfileNear", ["name": name, "nearest": nearest]))
    } else {
      let path = Profile.path(in: terminal) ?? ""
      faults.append(UsageFault("usage.unknownProfile", ["name": name, "file": path]))
    }
    return Profile()
  }

  /// A language that was asked for must be one of ours; a locale that is not is no fault.
  private func language(_ profile: Profile, _ faults: inout [UsageFault]) -> Language {
    if let asked = typed("lang") ?? terminal.variable("HUB_LANG") ?? profile.values["lang"] {
      if let language = Language(rawValue: asked) { return language }
      faults.append(
        UsageFault("usage.choice", ["name": "--lang", "value": asked, "choices": "en, fr"]))
    }
    let locale =
      terminal.variable("LC_ALL") ?? terminal.variable("LC_MESSAGES") ?? terminal.variable("LANG")
    return locale?.lowercased().hasPrefix("fr") ?? false ? .fr : .en
  }

  private func clock(_ faults: inout [UsageFault]) -> Moment? {
    guard let text = typed("clock") ?? terminal.variable("HUB_CLOCK") else { return nil }
    let moment = Moment(text)
    if moment == nil {
      faults.append(UsageFault("usage.moment", ["name": "--clock", "value": text]))
    }
    return moment
  }
}
