import HubModel

/// One link of the chain, as a field of a record says it.
struct DerivedLink: Hashable {
  let field: String
  let other: Reference
  /// Whether the other record came before this one, or follows it.
  let isEarlier: Bool

  /// Those that follow from the fields which say `from` or `to`: what a trace walks along.
  static func all<R: Stored>(of record: R) -> Set<DerivedLink> {
    var links: Set<DerivedLink> = []
    for field in R.table.chain {
      for other in field.references(of: record) {
        links.insert(DerivedLink(field: field.name, other: other, isEarlier: field.link == .from))
      }
    }
    return links
  }
}
