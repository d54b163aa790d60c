import HubText

/// The findings as columns of text, or as a table of Markdown.
enum FindingTable {
  static func text(_ findings: [Finding]) -> String {
    let rows = [Finding.titles] + findings.map(\.cells)
    let widths = Finding.titles.indices.map { column in
      rows.map { TextWidth.columns($0[column]) }.max() ?? 0
    }
    return rows.map { row in
      row.indices.map { column in
        let blanks = String(repeating: " ", count: widths[column] - TextWidth.columns(row[column]))
        return isNumber(column) ? blanks + row[column] : row[column] + blanks
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  static func markdown(_ findings: [Finding]) -> String {
    let rule = Finding.titles.indices.map { isNumber($0) ? "---:" : "---" }
    return ([Finding.titles, rule] + findings.map(\.cells)).map {
      "| " + $0.joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }

  /// Which columns stand to the right.
  private static func isNumber(_ column: Int) -> Bool { [1, 2, 4].contains(column) }
}
