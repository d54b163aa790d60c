extension FileValue where Value == [PersonInFile] {
  /// `@ann, @bob, Jane Roe (Director, Ministry of Labour)`
  static var presenters: FileValue {
    FileValue {
      $2.presenters($0, at: $1)
    } write: { value, _ in
      SourceWriter.list(value.map(\.written))
    }
  }
}

extension SourceValues {
  fileprivate mutating func presenters<Key>(
    _ entry: SourceEntry<Key>, at pointer: String
  ) -> [PersonInFile] {
    let place = ListPlace(pointer: pointer, line: entry.line, keyword: entry.word)
    // Whoever presents one item may present others.
    listed = []
    let people = people(entry, [], at: pointer).filter { appears($0.who, at: $0.start, place) }
    return people.map(\.who).sorted { ($0.handle == nil ? 1 : 0) < ($1.handle == nil ? 1 : 0) }
  }
}
