package import HubModel
import HubSQL

/// What a collection is asked for: filters, an order, a page.
package struct ListQuery: Sendable {
  /// What meets all of them; of one that is there several times, any.
  package var filters: [(name: String, value: String)]
  /// A field's name, with a dash before it for the reverse order.
  package var sort: String?
  package var limit: Int
  package var cursor: String?
  /// Of whoever reads: texts are sorted as they see them.
  package var language: Language

  package static let defaultLimit = 50
  package static let maximumLimit = ListPage.most

  package init(
    filters: [(name: String, value: String)] = [], sort: String? = nil,
    limit: Int = defaultLimit, cursor: String? = nil, language: Language = .en
  ) {
    self.filters = filters
    self.sort = sort
    self.limit = limit
    self.cursor = cursor
    self.language = language
  }

  /// Each filter once, with its values as they came.
  var valuesOfFilters: [(name: String, values: [String])] {
    let values = Dictionary(grouping: filters, by: \.name)
    return filters.map(\.name).withoutRepetition.map { name in
      (name, (values[name] ?? []).map(\.value))
    }
  }
}

/// A page of records, and the cursor of the next one.
package struct Page<R: Stored> {
  package let records: [R]
  package let next: String?
}

extension Reading {
  /// A page of the records that the caller may see. Paging is by key: a page far in costs what the
  /// first one costs.
  ///
  /// - Throws: `Refusal.malformed` for an unknown filter, order, or a cursor of another query.
  package func list<R: Stored>(_ type: R.Type, _ query: ListQuery) throws -> Page<R> {
    var conditions: [SQL] = []
    var faults: [Fault] = []
    for (name, values) in query.valuesOfFilters {
      do {
        conditions.append(try Filter.condition(R.self, name, anyOf: values, in: self))
      } catch Refusal.malformed(let found) {
        faults += found
      }
    }
    guard (1...ListQuery.maximumLimit).contains(query.limit) else {
      throw Refusal.malformed(
        faults + [Fault("badLimit", at: "limit", ["most": String(ListQuery.maximumLimit)])])
    }
    // What changed is asked for again and again: in the order in which it did, little is read.
    let isDelta = query.filters.contains { $0.name == "changedSince" }
    let order = try SortOrder(
      R.self, query.sort ?? (isDelta ? "modified" : nil), in: query.language, &faults)
    if order.isOfTexts { try connection.define(SortKey.function) }
    let signature = Cursor.signature(R.type, query, order)
    if let text = query.cursor {
      if let cursor = Cursor(text, signature: signature) {
        // First, so that the index is entered here and not where a filter begins.
        conditions.insert(order.condition(after: cursor), at: 0)
      } else {
        faults.append(Fault("badCursor", at: "cursor"))
      }
    }
    guard faults.isEmpty else { throw Refusal.malformed(faults) }
    if let standing = R.standing(besideFilters: query.filters.map(\.name)) {
      conditions.append(standing)
    }
    conditions.append(Access.condition(caller, "t"))
    let table = R.table
    var keys: [SQLValue] = []
    var records: [R] = []
    var bytes = 0
    var hasMore = false
    try connection.forEach(
      """
      SELECT \(raw: table.selection), \(raw: order.expression) FROM \(raw: R.type.table) t \
      WHERE \(SQL.joined(conditions, separator: " AND ")) \
      ORDER BY \(raw: order.clause) LIMIT \(query.limit + 1)
      """
    ) { row in
      // The record after the last is only looked for.
      hasMore = records.count == query.limit || bytes >= FieldLimits.pageBytes
      guard !hasMore else { return false }
      keys.append(row.value(row.columnCount - 1))
      records.append(table.record(row))
      bytes += row.textBytes
      return true
    }
    guard hasMore, let last = records.last, let key = keys.last else {
      return Page(records: records, next: nil)
    }
    let cursor = Cursor(signature: signature, key: key, number: last.header.number)
    return Page(records: records, next: cursor.text)
  }
}

extension [String] {
  /// Each once, in the order in which they come.
  var withoutRepetition: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
