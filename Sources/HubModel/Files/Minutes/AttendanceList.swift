extension FileValue where Value == [MinutesDocument.Participant] {
  /// `@a, @b (remote), @c for @d and @e, Jane Roe (Director, Ministry of Labour)`
  static var attendance: FileValue {
    FileValue { entry, pointer, values in
      values.listed(entry, [.remote, .votes], at: pointer).map { listed in
        var participant = MinutesDocument.Participant(
          listed.who, remote: listed.remote, votesFor: listed.votesFor)
        (participant.arrived, participant.left) = (listed.arrived, listed.left)
        participant.positions.start = values.file.position(entry.line, at: listed.start)
        return participant
      }
    } write: { value, style in
      SourceWriter.list(
        value.map {
          var listed = ListedPerson(who: $0.who, remote: $0.remote, votesFor: $0.votesFor)
          (listed.arrived, listed.left) = ($0.arrived, $0.left)
          return listed.written(in: style.language)
        })
    }
  }
}

extension FileValue where Value == [PersonInFile] {
  /// `@e, @f, Jane Roe`: nobody stands on such lists twice.
  static var absentees: FileValue {
    FileValue {
      $2.listed($0, [], at: $1).map(\.who)
    } write: { value, _ in
      SourceWriter.list(value.map(\.written))
    }
  }
}

extension SourceValues {
  /// Those on a list who stand on no other.
  fileprivate mutating func listed<Key>(
    _ entry: SourceEntry<Key>, _ traits: ListedTraits, at pointer: String
  ) -> [ListedPerson] {
    let place = ListPlace(pointer: pointer, line: entry.line, keyword: entry.word)
    return people(entry, traits, at: pointer).filter {
      appears($0.who, at: $0.start, place)
    }
  }
}
