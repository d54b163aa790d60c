import Glibc

/// A file of `key = value` lines under `[name]` sections, so that nobody types a server twice.
///
/// The lines before the first section are the profile without a name.
package struct ProfileFile: Sendable {
  /// Every profile by its name; the one without a name under the empty one.
  package private(set) var profiles = ["": Profile()]
  /// What is wrong with its lines.
  let faults: [UsageFault]
  private var lines: [Substring]

  /// - Parameters:
  ///   - path: where it is, for what is told of it.
  ///   - known: the keys that there are; any when there are none.
  package init(_ text: String, at path: String = "", known: [String] = []) {
    // Some editors put a mark of byte order before the first letter.
    let scalars = text.unicodeScalars
    let plain = scalars.first == "\u{FEFF}" ? String(scalars.dropFirst()) : text
    lines = plain.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var faults: [UsageFault] = []
    var section = ""
    for (index, line) in lines.enumerated() {
      let place = ["file": path, "line": String(index + 1)]
      switch ProfileLine(line) {
      case .blank: continue
      case .section(let name):
        section = name
        profiles[section, default: Profile()].values[""] = nil
      case .value(let key, let value):
        let isKnown = known.isEmpty || known.contains(key)
        let arguments = place.merging(["key": key]) { $1 }
        if !isKnown {
          faults.append(UsageFault("usage.profileKey", arguments, near: key, among: known))
        } else if profiles[section]?.values[key] != nil {
          faults.append(UsageFault("usage.profileTwice", arguments))
        }
        profiles[section, default: Profile()].values[key] = value
      case .unreadable:
        faults.append(
          UsageFault("usage.profileLine", place.merging(["text": String(line)]) { $1 }))
      }
    }
    self.faults = faults
  }

  /// The file with other values in a profile: what else somebody wrote stays as it is.
  ///
  /// - Parameter values: by key; nil takes a line away.
  package func text(setting values: [String: String?], in section: String) -> String {
    var kept: [String] = []
    var at = ""
    var end: Int?
    for line in lines {
      let parsed = ProfileLine(line)
      if case .section(let name) = parsed { at = name }
      if at == section, case .value(let key, _) = parsed, values.keys.contains(key) {
        continue
      }
      kept.append(String(line))
      // After the last line of the section that says something.
      if at == section, parsed != .blank { end = kept.count }
    }
    while kept.last?.isEmpty ?? false { kept.removeLast() }
    let new = values.compactMap { key, value in value.map { "\(key) = \($0)" } }.sorted()
    if let end {
      kept.insert(contentsOf: new, at: min(end, kept.count))
    } else if section.isEmpty {
      kept.insert(contentsOf: new + (kept.isEmpty ? [] : [""]), at: 0)
    } else if !new.isEmpty {
      kept += (kept.isEmpty ? [] : [""]) + ["[\(section)]"] + new
    }
    return kept.map { $0 + "\n" }.joined()
  }

  /// Where the file is: `$XDG_CONFIG_HOME/hub/profile`, else `~/.config/hub/profile`.
  package static func path(in terminal: Terminal) -> String? {
    if let folder = terminal.variable("XDG_CONFIG_HOME") { return folder + "/hub/profile" }
    return terminal.variable("HOME").map { $0 + "/.config/hub/profile" }
  }

  /// Whether others on the machine can read a file: what it holds is then no secret.
  static func isOpen(_ path: String) -> Bool {
    var found = stat()
    return stat(path, &found) == 0 && found.st_mode & 0o077 != 0
  }
}

/// A line of a profile file.
private enum ProfileLine: Equatable {
  case blank
  case section(String)
  case value(key: String, value: String)
  case unreadable

  init(_ line: Substring) {
    let line = Self.trimmed(line)
    if line.isEmpty || line.hasPrefix("#") {
      self = .blank
    } else if line.hasPrefix("["), line.hasSuffix("]") {
      self = .section(Self.trimmed(line.dropFirst().dropLast()))
    } else if let equals = line.firstIndex(of: "=") {
      self = .value(
        key: Self.trimmed(line[..<equals]), value: Self.trimmed(line[line.index(after: equals)...]))
    } else {
      self = .unreadable
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0 == " " || $0 == "\t" }
    guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return String(start[...end])
  }
}
