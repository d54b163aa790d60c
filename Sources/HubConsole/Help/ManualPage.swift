/// Text in the macros of man(7), every line of it escaped.
struct ManualPage {
  private(set) var text = ""

  mutating func title(_ name: String, section: Int, source: String, _ title: String) {
    // No date: the same program has the same page, whenever it is made.
    raw(".TH \(name) \(section) \"\" \"\(Self.quoted(source))\" \"\(Self.quoted(title))\"")
    // Words stay whole, as they have to where they are typed.
    raw(".nh\n.ad l")
  }

  mutating func section(_ name: String) { raw(".SH \"\(Self.quoted(name))\"") }

  mutating func subsection(_ name: String) { raw(".SS \"\(Self.quoted(name))\"") }

  mutating func paragraph(_ text: String) {
    raw(".PP")
    raw(Self.escaped(text))
  }

  /// A term in bold, and under it what it means.
  mutating func definition(_ term: String, _ meaning: String) {
    raw(".TP")
    raw("\\fB\(Self.escaped(term))\\fR")
    raw(Self.escaped(meaning))
  }

  /// A line as it is typed.
  mutating func literal(_ line: String) {
    raw(".RS 4\n.nf")
    raw(Self.escaped(line))
    raw(".fi\n.RE")
  }

  /// What stands further to the right.
  mutating func indented(_ body: (inout ManualPage) -> Void) {
    raw(".RS")
    body(&self)
    raw(".RE")
  }

  /// A line that is markup already.
  mutating func raw(_ line: String) { text += line + "\n" }

  /// Text that is no request, whatever it begins with, and in which a dash is one that can be typed.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for line in text.split(whereSeparator: \.isNewline) {
      if !escaped.isEmpty { escaped += "\n.br\n" }
      if line.hasPrefix(".") || line.hasPrefix("'") { escaped += "\\&" }
      for character in line {
        switch character {
        case "\\": escaped += "\\e"
        case "-": escaped += "\\-"
        case "'": escaped += "\\(aq"
        case "`": escaped += "\\(ga"
        case "^": escaped += "\\(ha"
        case "~": escaped += "\\(ti"
        case "\u{A0}": escaped += "\\~"
        default: escaped.append(character)
        }
      }
    }
    return escaped
  }

  /// The same within the quotes of a macro's argument.
  private static func quoted(_ text: String) -> String {
    escaped(text).replacing("\"", with: "\\(dq")
  }
}
