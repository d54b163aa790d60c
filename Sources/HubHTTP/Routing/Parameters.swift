/// The decoded values of a pattern's `{names}` in one path.
package struct Parameters: Sendable, Equatable {
  let names: [String]
  let values: [String]

  /// The parameters of a route called without a router, as tests do.
  package init(_ pairs: KeyValuePairs<String, String> = [:]) {
    names = pairs.map(\.key)
    values = pairs.map(\.value)
  }

  init(names: [String], values: [String]) {
    self.names = names
    self.values = values
  }

  /// The value of this parameter, or nil where the pattern has none of that name.
  package subscript(_ name: String) -> String? {
    names.firstIndex(of: name).map { values[$0] }
  }

  /// The value of this parameter.
  /// - Throws: a `Problem` of status 404 where the pattern has none of that name.
  package func require(_ name: String) throws -> String {
    guard let value = self[name] else { throw Problem(.notFound, code: "notFound") }
    return value
  }
}
