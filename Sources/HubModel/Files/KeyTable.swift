/// The keywords of a part of a file, in the order in which they are written.
struct KeyTable<Key: FileKey, Part>: Sendable {
  let entries: [KeyEntry<Key, Part>]
  private let places: [Key: Int]

  init(_ entries: [KeyEntry<Key, Part>]) {
    self.entries = entries
    places = Dictionary(uniqueKeysWithValues: zip(entries.map(\.key), entries.indices))
  }

  var keys: [Key] { entries.map(\.key) }

  func has(_ key: Key) -> Bool { places[key] != nil }

  /// Reads the keywords of a block that belong here, and reports those that do not.
  ///
  /// - Parameters:
  ///   - pointer: of the part, for faults.
  ///   - positions: where the part notes what stands where.
  func read(
    _ block: SourceBlock<Key>, at pointer: String, _ values: inout SourceValues,
    _ positions: WritableKeyPath<Part, SourcePositions<Key>>, into part: inout Part
  ) {
    values.reportUnknown(block.entries, Key.words, misplaced: { !has($0) })
    for entry in block.entries {
      guard let key = entry.key, let place = places[key], !entry.value.isEmpty else { continue }
      guard part[keyPath: positions][key] == nil || entries[place].repeats else {
        values.reportDuplicate(entry)
        continue
      }
      part[keyPath: positions][key] = values.file.position(entry.line, at: entry.value.lowerBound)
      entries[place].read(entry, "\(pointer)/\(entries[place].member)", &values, &part)
    }
  }

  /// The value of a keyword as a file has it; nil when the part has none.
  func value(of key: Key, in part: Part, _ style: FileStyle) -> String? {
    places[key].flatMap { entries[$0].write(part, style) }
  }

  /// Writes a line for each keyword that the part has a value for, but for those told otherwise.
  func write(_ part: Part, to file: inout SourceWriter, except told: Set<Key> = []) {
    for entry in entries where !told.contains(entry.key) {
      file.entry(
        Key.words.word(for: entry.key, in: file.style.language), entry.write(part, file.style))
    }
  }

  /// Whether a keyword that only this language has will be written, so that the file's language
  /// is known when it is read.
  func tells(_ language: Language, of part: Part) -> Bool {
    entries.contains {
      $0.write(part, FileStyle(language)) != nil && $0.key.tells(language)
    }
  }
}
