/// Where the parts of a document stand in the file that it was read from.
///
/// All are equal, so that two documents that say the same are the same.
struct SourcePositions<Key: Hashable & Sendable>: Sendable, Hashable {
  /// The heading, or the start of the file.
  var start: Fault.Position?
  /// The language of most keywords of the file.
  var language = Language.en
  private var places: [(key: Key, position: Fault.Position)] = []

  init(start: Fault.Position? = nil) { self.start = start }

  subscript(key: Key) -> Fault.Position? {
    get { places.first { $0.key == key }?.position }
    set { if let newValue { places.append((key, newValue)) } }
  }

  static func == (a: Self, b: Self) -> Bool { true }
  func hash(into hasher: inout Hasher) {}
}
