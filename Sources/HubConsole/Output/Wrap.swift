import HubText

/// Breaks text into lines at its spaces; a no-break space is part of a word.
enum Wrap {
  static func lines(_ text: String, columns: Int) -> [String] {
    lines([Styled(text)], columns: columns, colour: false)
  }

  /// Several pieces with a space between them, as lines that are at most so wide where words allow.
  static func lines(_ pieces: [Styled], columns: Int, colour: Bool) -> [String] {
    var lines: [String] = []
    var line = Line(colour: colour)
    for piece in pieces {
      for word in piece.text.split(separator: " ") {
        let width = TextWidth.columns(String(word))
        if line.width > 0, line.width + 1 + width > columns {
          lines.append(line.finished())
          line = Line(colour: colour)
        }
        line.add(String(word), width, piece.style)
      }
    }
    lines.append(line.finished())
    return lines
  }

  /// A sentence or several lines, broken between words where there is a width: what begins with
  /// blanks goes on below them, and a line to be typed is left whole.
  static func sentence(_ text: String, columns: Int?) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let columns else { return lines }
    return lines.flatMap { line -> [String] in
      guard TextWidth.columns(Style.without(line)) > columns, !line.hasPrefix("  hub ") else {
        return [line]
      }
      let indent = String(line.prefix { $0 == " " })
      var broken: [String] = []
      var current = indent
      var width = indent.count
      for word in line.split(separator: " ") {
        let room = TextWidth.columns(Style.without(String(word)))
        if width > indent.count, width + 1 + room > columns {
          broken.append(current)
          (current, width) = (indent, indent.count)
        }
        if width > indent.count { (current, width) = (current + " ", width + 1) }
        current += word
        width += room
      }
      return broken + [current]
    }
  }

  private struct Line {
    let colour: Bool
    var width = 0
    private var text = ""
    private var run = ""
    private var style = Style.plain

    init(colour: Bool) { self.colour = colour }

    mutating func add(_ word: String, _ columns: Int, _ style: Style) {
      let space = width > 0 ? " " : ""
      if style != self.style {
        text += self.style.applied(to: run, colour: colour) + space
        run = word
        self.style = style
      } else {
        run += space + word
      }
      width += space.count + columns
    }

    func finished() -> String { text + style.applied(to: run, colour: colour) }
  }
}
