import HubText

/// Rows under headings, aligned by what a terminal shows.
package struct Table: Sendable {
  /// A column: its heading, and what it does when the table is too wide.
  package struct Column: Sendable {
    let title: String
    let isRight: Bool
    let isFlexible: Bool

    package init(_ title: String, right: Bool = false, flexible: Bool = false) {
      self.title = title
      isRight = right
      isFlexible = flexible
    }
  }

  private enum Row: Sendable {
    case group(String)
    case cells([Styled])
  }

  private let columns: [Column]
  private var rows: [Row] = []

  package init(_ columns: [Column]) { self.columns = columns }

  package var isEmpty: Bool { rows.isEmpty }

  package mutating func row(_ cells: Styled...) { rows.append(.cells(cells)) }

  package mutating func row(_ cells: [Styled]) { rows.append(.cells(cells)) }

  /// A heading over the rows that follow.
  package mutating func group(_ title: String) { rows.append(.group(title)) }

  /// The lines, without blanks at their ends.
  ///
  /// - Parameter width: what the flexible columns are cut to fit; nil leaves them whole, which is
  ///   what a file or another program wants.
  package func lines(width: Int?, colour: Bool) -> [String] {
    let widths = fitted(natural(), to: width)
    var lines = [line(columns.map { Styled($0.title, .heading) }, widths, colour)]
    for row in rows {
      switch row {
      case .group(let title):
        lines.append("")
        lines.append(Style.heading.applied(to: title, colour: colour))
      case .cells(let cells):
        lines.append(line(cells, widths, colour))
      }
    }
    return lines
  }

  private func natural() -> [Int] {
    var widths = columns.map { TextWidth.columns($0.title) }
    for case .cells(let cells) in rows {
      for index in cells.indices.prefix(widths.count) {
        widths[index] = max(widths[index], TextWidth.columns(cells[index].text))
      }
    }
    return widths
  }

  /// Takes what is too much from the widest flexible column first, down to a readable rest.
  private func fitted(_ natural: [Int], to width: Int?) -> [Int] {
    guard let width else { return natural }
    var widths = natural
    var excess = widths.reduce(0, +) + Self.gap.count * (widths.count - 1) - width
    let flexible = columns.indices.filter { columns[$0].isFlexible }
    while excess > 0, let widest = flexible.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > Self.least
    {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ cells: [Styled], _ widths: [Int], _ colour: Bool) -> String {
    var line = ""
    var blanks = 0
    for (index, cell) in cells.enumerated().prefix(widths.count) {
      let text = Truncation.cut(cell.text, to: widths[index])
      let padding = widths[index] - TextWidth.columns(text)
      if columns[index].isRight { blanks += padding }
      if !text.isEmpty {
        line += String(repeating: " ", count: blanks) + cell.style.applied(to: text, colour: colour)
        blanks = 0
      }
      blanks += columns[index].isRight ? 0 : padding
      blanks += Self.gap.count
    }
    return line
  }

  private static let gap = "  "
  private static let least = 8
}

/// Cuts text to a number of columns and shows that it did.
enum Truncation {
  static func cut(_ text: String, to columns: Int) -> String {
    guard TextWidth.columns(text) > columns, columns > 0 else { return text }
    var kept = ""
    var width = 0
    for character in text {
      let next = TextWidth.columns(String(character))
      guard width + next <= columns - 1 else { break }
      kept.append(character)
      width += next
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }
}
