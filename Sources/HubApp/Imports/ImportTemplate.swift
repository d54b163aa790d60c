import HubModel
import HubText
import HubWords

/// A table to fill in: its head, and an example that is read as a remark.
struct ImportTemplate {
  let bytes: [UInt8]

  /// In the language of whoever asks: with the separator that their spreadsheet takes, and the mark
  /// by which it knows that the accents are UTF-8.
  init(of kind: ImportKind, _ words: Words) {
    var writer = CSV.Writer(separator: UInt8(ascii: words.language == .fr ? ";" : ","))
    let left = ["network", "visibility"]
    let columns = kind.columns.filter { !left.contains($0.member) }
    writer.row(columns.map(\.name))
    writer.row(
      columns.map { column in
        column.member == "ref"
          ? words("import.remark") : Self.example(column, of: kind.type, words)
      })
    bytes = [0xEF, 0xBB, 0xBF] + writer.take()
  }

  private static func example(
    _ column: ImportColumn, of type: RecordType, _ words: Words
  ) -> String {
    let key = "columnExample.\(type.rawValue).\(column.name)"
    guard !words.has(key) else { return words(key) }
    switch column.kind {
    case .choice(let choices) where column.member == "state":
      return choices.first.map { words.state($0, of: type) } ?? ""
    case .choice(let choices):
      return choices.first.map { words.choice($0, field: column.member, of: type) } ?? ""
    default: return ""
    }
  }
}
