import CSQLite

/// The part of a database's WAL-index that changes with every commit, in memory that all processes
/// share which have the database open.
struct WALIndex {
  /// What it holds at one moment.
  struct Header: Equatable {
    fileprivate var words = InlineArray<12, UInt32>(repeating: 0)

    static func == (left: Header, right: Header) -> Bool {
      for index in left.words.indices where left.words[index] != right.words[index] {
        return false
      }
      return true
    }
  }

  fileprivate let memory: UnsafePointer<UInt32>

  /// The header now, or nil where it cannot be read just now: then a statement finds out.
  func header() -> Header? {
    var header = Header()
    var span = header.words.mutableSpan
    let isWhole = span.withUnsafeMutableBufferPointer {
      hub_sqlite_wal_header(memory, $0.baseAddress) == 1
    }
    return isWhole ? header : nil
  }
}

extension Connection {
  /// The WAL-index, for as long as the connection is open; nil where the database has none.
  var walIndex: WALIndex? {
    guard (try? first("PRAGMA journal_mode", []) { $0.string(0) }) == "wal",
      let memory = hub_sqlite_wal_index(database)
    else { return nil }
    return WALIndex(memory: memory)
  }
}
