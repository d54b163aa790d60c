import HubModel
import HubText

/// What became of the rows of a long table, over all its parts.
struct ImportTotal {
  private(set) var rows = 0
  private var counts: [String: Int64] = [:]
  private var columns: JSON = []
  private var remarks: [JSON] = []
  private var items: [JSON] = []

  private static let counted = ["created", "changed", "unchanged"]
  /// How many items are told; how many there are of each is told whatever there are.
  private static let most = 1000

  mutating func add(_ answer: JSON) {
    rows += Int(answer["rows"]?.integer ?? 0)
    for name in Self.counted { counts[name, default: 0] += answer[name]?.integer ?? 0 }
    columns = answer["columns"] ?? []
    remarks += answer["remarks"]?.array ?? []
    if items.count < Self.most { items += answer["items"]?.array ?? [] }
  }

  /// As one answer of the API.
  func json(_ kind: ImportKind, isDry: Bool) -> JSON {
    [
      "kind": .string(kind.name), "dryRun": .bool(isDry), "columns": columns,
      "rows": .integer(Int64(rows)), "created": .integer(counts["created"] ?? 0),
      "changed": .integer(counts["changed"] ?? 0), "unchanged": .integer(counts["unchanged"] ?? 0),
      "remarks": .array(remarks), "items": .array(Array(items.prefix(Self.most))),
    ]
  }
}
