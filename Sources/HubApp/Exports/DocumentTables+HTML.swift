import HubModel
import HubText
import HubWords

extension DocumentPage {
  /// The numbers as a table with a bar in each row: the bars are for the eye only, since the
  /// numbers beside them say the same.
  func table(_ table: ExportDocument.Table, _ language: Language) -> HTML {
    let shares = table.columns.count > 2
    let columns: [HTML] = table.columns.dropFirst().enumerated().map { index, column in
      let swatch: HTML = shares ? "<span class=\"swatch share-\(index + 1)\"></span>" : ""
      return "<th scope=\"col\" class=\"count\">\(swatch)\(said(column, language))</th>"
    }
    let rows: [HTML] = table.rows.map { row($0, table.scale, language) }
    let total: HTML =
      table.total.map { "<tfoot>\(row($0, nil, language))</tfoot>\n" } ?? ""
    return """
      <div class="figure"><table class="counts">
      <caption>\(said(table.caption, language))</caption>
      <thead><tr><th scope="col">\(said(table.columns[0], language))</th>\(columns)\
      <td class="bar" aria-hidden="true"></td></tr></thead>
      <tbody>
      \(rows)</tbody>
      \(total)</table></div>
      """
  }

  /// - Parameter scale: of what the longest bar is the whole; nil for a row without a bar.
  private func row(
    _ row: ExportDocument.Table.Row, _ scale: Int?, _ language: Language
  ) -> HTML {
    let values: [HTML] = row.values.map {
      "<td class=\"count\">\(Words(language).people($0, isApproximate: row.isApproximate))</td>"
    }
    return """
      <tr><th scope="row">\(said(row.name, language))</th>\(values)\
      <td class="bar" aria-hidden="true">\(scale.map { bar(row.values, $0) })</td></tr>

      """
  }

  private func bar(_ values: [Int], _ scale: Int) -> HTML {
    var start = 0
    var parts = HTML()
    for (index, value) in values.enumerated() where value > 0 {
      parts += """
        <rect class="share-\(index + 1)" x="\(start)" y="0" width="\(value)" height="1"/>
        """
      start += value
    }
    return """
      <svg viewBox="0 0 \(max(scale, 1)) 1" preserveAspectRatio="none" focusable="false">\(parts)</svg>
      """
  }
}
