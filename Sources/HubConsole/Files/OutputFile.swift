package import HubFiles

/// Where a command writes a file. Every one passes this gate: nothing is written over but what the
/// same command wrote before, and what somebody says may be lost; the data file never.
package struct OutputFile {
  package let place: FilePlace

  /// - Parameters:
  ///   - path: as it was asked for.
  ///   - isOwn: whether what is there was written by the same command, by its first bytes: 64 KiB,
  ///     or as many as are asked for.
  /// - Throws: `Failure` where it may not be written, which says what to do instead.
  package init(
    _ path: String, in call: Invocation, looking bytes: Int = 64 * 1024,
    isOwn: (_ former: [UInt8]) -> Bool
  ) throws {
    place = FilePlace(path)
    let former = place.beginning(bytes)
    let isSpared = call.program.spares(call.globals).contains {
      FilePlace($0).isSame(as: place)
    }
    // No database is a place for a text, whoever's it is and whatever was said.
    guard !isSpared, !former.starts(with: "SQLite format 3\0".utf8) else {
      throw Failure(.conflict, [call.wording("file.spared", ["file": path])])
    }
    guard former.isEmpty || call.flag("overwrite") || isOwn(former) else {
      throw Failure(.conflict, [call.wording("file.taken", ["file": path])])
    }
  }

  /// Makes sure that it can be written, before something is done that is not undone.
  package func requireWritable(in call: Invocation) throws {
    do {
      try DurableFile.probe(place)
    } catch {
      throw Self.failure(place.name, call)
    }
  }

  /// Writes it so that it is there whole or not at all.
  package func write(
    _ bytes: [UInt8], isConfidential: Bool = false, in call: Invocation
  ) throws {
    do {
      try DurableFile.write(bytes, to: place, isConfidential: isConfidential)
    } catch {
      throw Self.failure(place.name, call)
    }
  }

  package static func failure(_ path: String, _ call: Invocation) -> Failure {
    Failure(.refused, [call.wording("file.unwritable", ["file": path])])
  }
}
