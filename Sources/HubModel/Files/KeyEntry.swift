/// One keyword of a part of a file: what it is called, how its value is read into the part and how
/// it is written back. A keyword that is added is an entry that is added.
struct KeyEntry<Key: FileKey, Part>: Sendable {
  let key: Key
  /// The first word of each language is the one that is written; the others are only read.
  let words: WordTable<Key>.Entry
  /// The member of the part that it fills, for the pointers of faults.
  let member: String
  /// Whether it may stand on several lines, which then count together.
  let repeats: Bool
  let read:
    @Sendable (
      _ entry: SourceEntry<Key>, _ pointer: String, _ values: inout SourceValues,
      _ part: inout Part
    ) -> Void
  let write: @Sendable (_ part: Part, _ style: FileStyle) -> String?

  /// - Parameter member: the keyword's own name unless given.
  init<Value>(
    _ key: Key, _ en: [String], _ fr: [String],
    _ path: any WritableKeyPath<Part, Value> & Sendable, _ value: FileValue<Key, Value>,
    member: String? = nil
  ) {
    self.key = key
    words = (key, en, fr)
    self.member = member ?? key.rawValue
    repeats = false
    read = { $3[keyPath: path] = value.read($0, $1, &$2) }
    write = { value.write($0[keyPath: path], $1) }
  }

  /// A keyword that may stand on several lines.
  init<Element>(
    _ key: Key, _ en: [String], _ fr: [String],
    addingTo path: any WritableKeyPath<Part, [Element]> & Sendable,
    _ value: FileValue<Key, [Element]>
  ) {
    self.key = key
    words = (key, en, fr)
    member = key.rawValue
    repeats = true
    read = { $3[keyPath: path] += value.read($0, $1, &$2) }
    write = { value.write($0[keyPath: path], $1) }
  }
}
