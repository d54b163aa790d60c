extension FileValue where Value == QuorumLoss? {
  /// `15:40`, or `yes` where nobody noted the hour.
  static var quorumLoss: FileValue {
    FileValue { entry, pointer, values in
      if FileWords.yesNo.find(Folding.folded(values.file.bytes[entry.value]))?.value == true {
        return QuorumLoss()
      }
      return values.hour(entry, at: pointer).map { QuorumLoss(at: $0) }
    } write: { value, style in
      value.map {
        $0.at?.plain(in: style.language) ?? FileWords.yesNo.word(for: true, in: style.language)
      }
    }
  }
}

extension FileValue where Value == [String] {
  /// `@ann, @bob`: who withdrew from an item, each once.
  static var recusals: FileValue {
    FileValue { entry, pointer, values in
      var handles: [String] = []
      for part in values.list(entry.value) {
        let bytes = values.file.bytes[part]
        guard let handle = values.handle(bytes, at: pointer, line: entry.line) else { continue }
        if handles.contains(handle) {
          values.fault(
            "duplicatePerson", at: pointer, line: entry.line, byte: bytes.startIndex,
            ["handle": handle])
        } else {
          handles.append(handle)
        }
      }
      return handles
    } write: { value, _ in
      SourceWriter.list(value.map { "@" + $0 })
    }
  }
}
