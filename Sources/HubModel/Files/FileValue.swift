/// A kind of value that stands after a keyword: how it is read, and how it is written so that it
/// is read as it was.
struct FileValue<Key: FileKey, Value>: Sendable {
  let read:
    @Sendable (_ entry: SourceEntry<Key>, _ pointer: String, _ values: inout SourceValues) -> Value
  let write: @Sendable (_ value: Value, _ style: FileStyle) -> String?
}

extension FileValue {
  /// One of the words of a table.
  static func choice<Word>(_ words: WordTable<Word>) -> FileValue where Value == Word? {
    FileValue {
      $2.choice($0, words, at: $1)
    } write: { value, style in
      value.map { words.word(for: $0, in: style.language) }
    }
  }

  /// One of the words of a table; what cannot be read is taken for the usual one.
  static func choice(_ words: WordTable<Value>, usually usual: Value) -> FileValue
  where Value: Hashable & Sendable {
    FileValue {
      $2.choice($0, words, at: $1) ?? usual
    } write: {
      words.word(for: $0, in: $1.language)
    }
  }
}

extension FileValue where Value == Bool {
  /// The word of a table for what is so; nothing is written of what is not.
  static func flag(_ words: WordTable<Bool>) -> FileValue {
    FileValue {
      $2.choice($0, words, at: $1) ?? false
    } write: {
      $0 ? words.word(for: true, in: $1.language) : nil
    }
  }
}

extension FileValue where Value == Reference? {
  static func reference(_ type: RecordType) -> FileValue {
    FileValue {
      $2.reference($0, type, at: $1)
    } write: { value, _ in
      value?.description
    }
  }
}

extension FileValue where Value == FileRevision? {
  /// From which state of the records the file was written.
  static var revision: FileValue {
    FileValue {
      $2.revision($0, at: $1)
    } write: { value, _ in
      value?.description
    }
  }
}

extension FileValue where Value == Int? {
  /// Minutes, as people write how long something takes.
  static var duration: FileValue {
    FileValue {
      $2.duration($0, at: $1)
    } write: { value, style in
      value.map { HumanTime.duration($0, in: style.language) }
    }
  }
}

extension FileValue where Value == String? {
  /// A text of one line in no particular language.
  static var line: FileValue {
    FileValue { entry, _, values in
      values.line(entry)
    } write: { value, _ in
      value
    }
  }

  /// An address of the web.
  static var link: FileValue {
    FileValue {
      $2.link($0, at: $1)
    } write: { value, _ in
      value
    }
  }

  /// `@handle`.
  static var handle: FileValue {
    FileValue {
      $2.handle($0, at: $1)
    } write: { value, _ in
      value.map { "@" + $0 }
    }
  }
}

extension FileValue where Value == Day? {
  /// A day as people write it; written as `2019-07-01`.
  static var day: FileValue {
    FileValue {
      $2.day($0, at: $1)
    } write: { value, _ in
      value?.description
    }
  }
}

extension FileValue where Value == SaidHour? {
  /// An hour of the meeting, with its day where that is said.
  static var hour: FileValue {
    FileValue {
      $2.hour($0, at: $1)
    } write: { value, style in
      value?.plain(in: style.language)
    }
  }
}

extension FileValue where Value == NextMeeting? {
  /// A day as people write it, with or without an hour.
  static var nextMeeting: FileValue {
    FileValue {
      $2.nextMeeting($0, at: $1)
    } write: { value, style in
      value?.plain(in: style.language)
    }
  }
}

extension FileValue where Value == LocalizedText {
  /// A text of one line in two languages.
  static var oneLine: FileValue {
    FileValue {
      $2.oneLine($0.value, at: $1, line: $0.line)
    } write: {
      $0.isEmpty ? nil : OneLine.write($0, bare: $1.bare)
    }
  }
}

extension FileValue where Value == [String] {
  /// BCP 47 tags: `en, fr, pa`.
  static var languageTags: FileValue {
    FileValue {
      $2.languageTags($0, at: $1)
    } write: { value, _ in
      SourceWriter.list(value)
    }
  }
}
