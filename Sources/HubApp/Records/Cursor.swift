import HubModel
import HubSQL

/// Where a page ended. It holds a mark of the query it belongs to: a cursor of another query is
/// refused instead of answering something else.
struct Cursor {
  let signature: UInt32
  let key: SQLValue
  let number: Int64

  init(signature: UInt32, key: SQLValue, number: Int64) {
    self.signature = signature
    self.key = key
    self.number = number
  }

  init?(_ text: String, signature: UInt32) {
    let parts = text.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, UInt32(parts[0], radix: 36) == signature, let number = Int64(parts[1])
    else { return nil }
    switch parts[2] {
    case "i":
      guard let value = Int64(parts[3]) else { return nil }
      key = .integer(value)
    case "t":
      var bytes: [UInt8] = []
      var rest = parts[3].utf8[...]
      while !rest.isEmpty {
        guard rest.count >= 2,
          let byte = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        else { return nil }
        bytes.append(byte)
        rest = rest.dropFirst(2)
      }
      key = .text(String(decoding: bytes, as: UTF8.self))
    default: return nil
    }
    self.signature = signature
    self.number = number
  }

  var text: String {
    let mark = String(signature, radix: 36)
    switch key {
    case .text(let value):
      let hex = value.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      return "\(mark).\(number).t.\(hex)"
    case .integer(let value): return "\(mark).\(number).i.\(value)"
    default: return "\(mark).\(number).i.0"
    }
  }

  /// FNV-1a over what makes the query: not a secret, a guard against mixing cursors up.
  static func signature(_ type: RecordType, _ query: ListQuery, _ order: SortOrder) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    let filters = query.valuesOfFilters.flatMap { name, values in values.map { "\(name)=\($0)" } }
      .withoutRepetition.sorted().joined(separator: "&")
    // Texts are in another order for readers of another language.
    let language = order.isOfTexts ? query.language.rawValue : ""
    for byte in "\(type.rawValue)?\(filters)&sort=\(query.sort ?? "")\(language)".utf8 {
      hash = (hash ^ UInt32(byte)) &* 16_777_619
    }
    return hash
  }
}
