import HubModel
import HubSQL

/// Looks for texts in what is kept of documents: their bytes are taken out whole or not at all, so
/// they are named for somebody to look at.
struct DocumentTexts {
  /// The editions in which a text stands as it is spelled.
  private(set) var found: [Expunction.InDocument] = []
  /// Documents of which an edition is packed, as a PDF or an office file is: texts inside cannot be
  /// found.
  private(set) var packed: [Reference] = []

  /// - Parameter spellings: texts, none of them empty.
  init(_ spellings: [String], in reading: Reading) throws {
    let needles = spellings.map { Array($0.utf8) }.filter { !$0.isEmpty }
    guard let longest = needles.map(\.count).max() else { return }
    let parts = needles.map { needle -> SQL in "instr(p.bytes, \(needle)) > 0" }
    var (before, border): ((Int64, Int), [UInt8]) = ((0, 0), [])
    var all: Set<Expunction.InDocument> = []
    try reading.connection.forEach(
      """
      SELECT p.document, p.edition, \(SQL.joined(parts, separator: " OR ")), \
      substr(p.bytes, 1, \(longest - 1)), substr(p.bytes, -\(longest - 1)) \
      FROM document_pieces p ORDER BY p.document, p.edition, p.place
      """
    ) { row in
      let place = (row.int64(0), row.int(1))
      // A text may stand across the border of two pieces.
      let joined = place == before ? border + row.bytes(3) : []
      let stands = row.int(2) != 0 || needles.contains { joined.firstRange(of: $0) != nil }
      if stands { all.insert(.init(document: Reference(.document, place.0), edition: place.1)) }
      (before, border) = (place, row.bytes(4))
      return true
    }
    found = all.sorted { ($0.document, $0.edition) < ($1.document, $1.edition) }
    let texts = [ContentType.text, .csv].map(\.rawValue)
    packed = try reading.connection.query(
      """
      SELECT DISTINCT document FROM document_contents \
      WHERE expunged_by IS NULL AND media_type NOT IN (\(list: texts)) ORDER BY document
      """
    ) { Reference(.document, $0.int64(0)) }
  }
}
