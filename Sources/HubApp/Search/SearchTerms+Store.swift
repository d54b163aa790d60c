import Foundation
import HubSQL

/// The words of the full-text index.
///
/// FTS5 answers for a beginning by putting together everything in which any such word stands
/// before it answers with the first; for words it goes along the index and stops when it has
/// enough. So a beginning is replaced by the words that begin so.
enum SearchTerms {
  /// Beyond so many words FTS5's own way costs less.
  static let most = 250

  /// The words that begin so, as the index writes them; nil when there are none or too many, or
  /// when the index may write the beginning in another way.
  static func beginning(with start: some StringProtocol, _ connection: Connection) throws
    -> [String]?
  {
    guard let start = folded(start) else { return nil }
    let length = start.unicodeScalars.count
    let terms = try connection.query(
      """
      WITH RECURSIVE terms (term) AS (
        SELECT (SELECT term FROM search_terms WHERE term >= \(start) LIMIT 1)
        UNION ALL
        SELECT (SELECT term FROM search_terms WHERE term >= terms.term || CHAR(1) LIMIT 1)
        FROM terms WHERE SUBSTR(terms.term, 1, \(length)) = \(start) LIMIT \(most + 2))
      SELECT term FROM terms WHERE SUBSTR(term, 1, \(length)) = \(start)
      """
    ) { $0.string(0) }
    return terms.isEmpty || terms.count > most ? nil : terms
  }

  /// Lower case, without accents; nil beyond the Latin letters of English, French and their
  /// neighbours, for which the index's own rule is not known here.
  private static func folded(_ text: some StringProtocol) -> String? {
    let lower = text.lowercased()
    if lower.utf8.allSatisfy({ $0 < 0x80 }) { return lower }
    guard lower.unicodeScalars.allSatisfy({ $0.value < 0x180 }) else { return nil }
    var scalars = String.UnicodeScalarView()
    scalars.append(
      contentsOf: lower.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
        $0.properties.generalCategory != .nonspacingMark
      })
    return String(scalars)
  }
}
