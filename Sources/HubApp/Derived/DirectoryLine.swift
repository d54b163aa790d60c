import HubModel

/// What the directory says of a record beside who may see it.
struct DirectoryLine: Hashable {
  let network: Int64
  let state: String
  /// Its own text, without what is marked stale; empty where it has none.
  let label: LocalizedText
  /// The key of the program's word for what has no text of its own. The word itself is not kept:
  /// it may be worded otherwise tomorrow.
  let labelWord: String?
  let day: Int64?
  let illustrative: Bool
  let modified: Int64

  init<R: Record>(of record: R) {
    let header = record.header
    network = header.network.number
    state = header.state
    label = LocalizedText(en: record.label.en, fr: record.label.fr)
    labelWord = record.labelWord
    day = record.day.map { Int64($0.number) }
    illustrative = header.illustrative
    modified = header.modified.milliseconds
  }

  init(
    network: Int64, state: String, label: LocalizedText, labelWord: String?, day: Int64?,
    illustrative: Bool, modified: Int64
  ) {
    self.network = network
    self.state = state
    self.label = label
    self.labelWord = labelWord
    self.day = day
    self.illustrative = illustrative
    self.modified = modified
  }

  /// The names of what this line says otherwise than another one.
  func differences(from other: DirectoryLine) -> [String] {
    let parts: [(String, Bool)] = [
      ("network", network != other.network), ("state", state != other.state),
      ("label", (label, labelWord) != (other.label, other.labelWord)), ("day", day != other.day),
      ("illustrative", illustrative != other.illustrative),
      ("modified", modified != other.modified),
    ]
    return parts.filter(\.1).map(\.0)
  }
}
