import HubText

/// Rows under headings, aligned by what a terminal shows.
package struct Table: Sendable {
  /// A column: its heading, and what it does when the table is too wide.
  package struct Column: Sendable {
    let title: String
    let isRight: Bool
    let isFlexible: Bool
    let isMain: Bool
    let isFixed: Bool

    /// - Parameters:
    ///   - flexible: one of the first to be cut.
    ///   - main: what tells the rows apart, cut last of all and never left out.
    ///   - fixed: never cut: half a date is none. The first column and numbers never are.
    package init(
      _ title: String, right: Bool = false, flexible: Bool = false, main: Bool = false,
      fixed: Bool = false
    ) {
      self.title = title
      isRight = right
      isFlexible = flexible
      isMain = main
      isFixed = fixed || right
    }
  }

  private enum Row: Sendable {
    case group(String)
    case cells([Styled])
  }

  private var columns: [Column]
  private var rows: [Row] = []

  package init(_ columns: [Column]) { self.columns = columns }

  package var isEmpty: Bool { rows.isEmpty }

  package mutating func row(_ cells: Styled...) { rows.append(.cells(cells)) }

  package mutating func row(_ cells: [Styled]) { rows.append(.cells(cells)) }

  /// A heading over the rows that follow.
  package mutating func group(_ title: String) { rows.append(.group(title)) }

  /// The lines, without blanks at their ends.
  ///
  /// - Parameter width: what no line is wider than; nil leaves everything whole, which is what a
  ///   file or another program wants.
  package func lines(width: Int?, colour: Bool) -> [String] {
    guard let width else { return drawn(natural(), .max, colour) }
    var table = self
    while true {
      let widths = table.fitted(table.natural(), to: width)
      guard table.excess(widths, width) > 0, let last = table.dispensable else {
        return table.drawn(widths, width, colour)
      }
      table.remove(last)
    }
  }

  /// The table without columns that are empty or say the same in every row, and what these say. The
  /// first column and the main one stay.
  package func withoutSame() -> (table: Table, same: [(title: String, value: String)]) {
    var table = self
    var same: [(title: String, value: String)] = []
    let cells = rows.compactMap { if case .cells(let cells) = $0 { cells } else { nil } }
    guard cells.count > 1 else { return (self, []) }
    for index in columns.indices.reversed() where index > 0 && !columns[index].isMain {
      let values = Set(cells.map { index < $0.count ? $0[index].text : "" })
      guard values.count == 1, let value = values.first else { continue }
      table.remove(index)
      if !value.isEmpty { same.insert((columns[index].title, value), at: 0) }
    }
    return (table, same)
  }

  private mutating func remove(_ index: Int) {
    columns.remove(at: index)
    rows = rows.map { row in
      guard case .cells(var cells) = row, index < cells.count else { return row }
      cells.remove(at: index)
      return .cells(cells)
    }
  }

  /// The column to leave out where cutting is not enough: the last that is not the main one, text
  /// before numbers and days.
  private var dispensable: Int? {
    let others = columns.indices.dropFirst().filter { !columns[$0].isMain }
    // Without a main column the second one is what tells the rows apart.
    let free = columns.contains(where: \.isMain) ? others : Array(others.dropFirst())
    return free.last { !columns[$0].isFixed } ?? free.last
  }

  private func drawn(_ widths: [Int], _ width: Int, _ colour: Bool) -> [String] {
    var lines = [line(columns.map { Styled($0.title, .heading) }, widths, colour)]
    for row in rows {
      switch row {
      case .group(let title):
        lines.append("")
        let title = Truncation.cut(HarmlessText.line(title), to: width)
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

  /// Takes what is too much from the widest of those that may be cut: first from names and other
  /// texts, then from words such as states, and from the main column last.
  private func fitted(_ natural: [Int], to width: Int) -> [Int] {
    var widths = natural
    let others = columns.indices.dropFirst().filter { !columns[$0].isMain && !columns[$0].isFixed }
    let flexible = others.filter { columns[$0].isFlexible }
    let main = columns.indices.filter { columns[$0].isMain }
    let turns: [(columns: [Int], least: Int)] = [
      (flexible, 14), (others, 10), (main, 24), (others, 8), (main, Self.least),
    ]
    for (columns, least) in turns {
      while excess(widths, width) > 0, let widest = columns.max(by: { widths[$0] < widths[$1] }),
        widths[widest] > least
      {
        widths[widest] -= min(excess(widths, width), widths[widest] - least, 1)
      }
    }
    return widths
  }

  private func excess(_ widths: [Int], _ width: Int) -> Int {
    widths.reduce(0, +) + Self.gap.count * (widths.count - 1) - width
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
  private static let least = 12
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
