/// A file of `key = value` lines under `[name]` sections, so that nobody types a server twice.
///
/// The lines before the first section are the profile without a name.
package struct Profile: Sendable, Equatable {
  package var values: [String: String] = [:]

  /// Every profile of a file, by name; the one without a name under the empty one.
  package static func read(_ text: String) -> [String: Profile] {
    var profiles = ["": Profile()]
    var section = ""
    for line in text.split(whereSeparator: \.isNewline) {
      let line = trimmed(line)
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("["), line.hasSuffix("]") {
        section = trimmed(line.dropFirst().dropLast())
        profiles[section, default: Profile()].values[""] = nil
        continue
      }
      guard let equals = line.firstIndex(of: "=") else { continue }
      let key = trimmed(line[..<equals])
      let value = trimmed(line[line.index(after: equals)...])
      profiles[section, default: Profile()].values[key] = value
    }
    return profiles
  }

  /// Where the file is: `$XDG_CONFIG_HOME/hub/profile`, else `~/.config/hub/profile`.
  package static func path(in terminal: Terminal) -> String? {
    if let folder = terminal.variable("XDG_CONFIG_HOME") { return folder + "/hub/profile" }
    return terminal.variable("HOME").map { $0 + "/.config/hub/profile" }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0 == " " || $0 == "\t" }
    guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return String(start[...end])
  }
}
