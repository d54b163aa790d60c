import HubFiles

/// A database shared by threads: one connection that writes, and readers beside it.
///
/// Readers see the last committed state and neither wait for the writer nor hold it up. For
/// ":memory:" the writer serves both roles, one thread at a time.
package final class Database: @unchecked Sendable {
  // Unchecked: `writer` and `isInside` are only touched inside `lock`; the pool guards itself.
  /// Of the file, as it was given.
  package let path: String
  /// What the names of the files that SQLite keeps beside a database end with.
  package static let companions = ["-wal", "-shm", "-journal"]

  private let lock = ReentrantLock()
  private var writer: Connection?
  private var isInside = false
  let pool: ReaderPool?
  private let watch: ChangeWatch?
  /// nil in memory.
  private let files: OpenedFiles?
  private let queue = WriteQueue()
  /// Whether everything that writes is refused as `.readOnly`.
  package let isForReading: Bool

  /// Opens the file, for the parameters and errors as `Connection` does. One that is to be written
  /// and can only be read is opened for reading.
  ///
  /// - Parameter readers: how many threads can read at a time; the others wait for their turn.
  package init(
    path: String, readers: Int = 2, mode: Connection.Mode = .create, busyTimeout: Int32 = 5000,
    applicationID: Int32? = nil
  ) throws {
    self.path = path
    let (writer, isForReading) = try Self.open(path, mode, busyTimeout, applicationID)
    self.writer = writer
    self.isForReading = isForReading
    guard path != ":memory:" else {
      (pool, watch, files) = (nil, nil, nil)
      return
    }
    let files = try OpenedFiles(of: writer)
    self.files = files
    let open: @Sendable () throws -> Connection = {
      // What is there now may be another file, or none.
      try files.check()
      let reader =
        isForReading
        ? try Connection.forReading(path: path, busyTimeout: busyTimeout, applicationID: nil)
        : try Connection(path: path, mode: .readOnly, busyTimeout: busyTimeout)
      try files.check()
      return reader
    }
    pool = ReaderPool(kept: readers, open: open)
    watch = ChangeWatch(open: open)
  }

  deinit { close() }

  private static func open(
    _ path: String, _ mode: Connection.Mode, _ busyTimeout: Int32, _ applicationID: Int32?
  ) throws -> (Connection, isForReading: Bool) {
    func forReading() throws -> (Connection, Bool) {
      (
        try Connection.forReading(
          path: path, busyTimeout: busyTimeout, applicationID: applicationID), true
      )
    }
    guard mode.mayWrite else { return try forReading() }
    do {
      let writer = try Connection(
        path: path, mode: mode, busyTimeout: busyTimeout, applicationID: applicationID)
      return (writer, false)
    } catch let error as SQLError where error.asksForWriting && FilePlace(path).isTaken {
      return try forReading()
    }
  }

  /// A number that is another one once anything was committed, by this process or another. What
  /// was read after it was taken is still true for as long as it stays the same.
  ///
  /// For ":memory:" it counts the rows that were changed, those of undone transactions too.
  package func version() throws -> Int64 {
    if let watch { return try watch.current() }
    return try lock.held { try openWriter().totalChanges }
  }

  /// Runs `body` in one read transaction: all its statements see the same state. Writing is
  /// refused as `.readOnly`. Inside `write` on a file it sees the state before that write.
  package func read<T>(_ body: (Connection) throws -> T) throws -> T {
    if let pool {
      return try pool.lend { reader in
        try reader.transaction(.deferred) { try body(reader) }
      }
    }
    return try lock.held {
      let writer = try openWriter()
      let refused = writer.refusesWrites
      writer.refusesWrites = true
      defer { writer.refusesWrites = refused }
      // The lock lets its owner in again: a read inside a read or a write joins its transaction.
      return writer.inTransaction
        ? try body(writer) : try writer.transaction(.deferred) { try body(writer) }
    }
  }

  /// Runs `body` in a write transaction and returns once it is on the disk; what it did is undone
  /// when it throws. Writes that come at the same time share one transaction and so one flush to
  /// the disk, each undone by itself. A write inside a write is refused; use `savepoint`.
  ///
  /// `body` may run on another thread, while this one waits, and a second time, after all that
  /// the first one did was undone with its group: it must change nothing but the database and
  /// what it answers.
  package func write<T>(_ body: (Connection) throws -> T) throws -> T {
    try withoutActuallyEscaping(body) { body in
      var written: T?
      try perform(WriteQueue.Job { written = try body($0) })
      return try Self.made(written)
    }
  }

  /// Writes likewise, and answers with what `answer` reads once it is on the disk, while others may
  /// write: for all that share the transaction, one after the other, from one snapshot.
  ///
  /// - Parameter answer: is told what the writing came to, and the `version` that it reads or an
  ///   older one; nil where that is not known. It may run on another thread, too.
  package func write<Written, T>(
    _ body: (Connection) throws -> Written,
    answer: (Written, Connection, _ version: Int64?) throws -> T
  ) throws -> T {
    try withoutActuallyEscaping(body) { body in
      try withoutActuallyEscaping(answer) { answer in
        var written: Written?
        var answered: T?
        try perform(
          WriteQueue.Job {
            written = try body($0)
          } answering: {
            answered = try answer(Self.made(written), $0, $1)
          })
        return try Self.made(answered)
      }
    }
  }

  private func perform(_ job: WriteQueue.Job) throws {
    try queue.perform(job, lead: commit, answer: answer)
    if let error = job.error { throw error }
  }

  private static func made<T>(_ value: T?) throws -> T {
    guard let value else { throw SQLError.misuse("a write without an answer") }
    return value
  }

  /// Runs jobs in one transaction, on the lock's side of which nobody else writes.
  @Sendable private func commit(_ jobs: [WriteQueue.Job]) {
    lock.held {
      do {
        let writer = try openWriter()
        guard !isInside else { throw SQLError.misuse("a write inside a write") }
        isInside = true
        defer { isInside = false }
        try files?.check(writer)
        try land(jobs, on: writer, regroupings: 3)
        files?.tidyLog(of: writer)
        // What is acknowledged stands in the file that the next one who opens it finds.
        try files?.check(writer)
      } catch {
        for job in jobs { job.error = error }
      }
    }
  }

  /// Lands the jobs together. A savepoint for each would make the full-text index write out what
  /// it has gathered after each of them; so when one fails that has changed something, all is
  /// undone and the others land without it. When the group is lost as a whole, such as by a full
  /// disk, each is tried by itself: what one asked for is no reason to refuse another.
  private func land(
    _ jobs: [WriteQueue.Job], on writer: Connection, regroupings: Int
  ) throws {
    guard jobs.count > 1, regroupings > 0 else {
      for job in jobs { run(job) { try writer.transaction(.immediate) { try job.run(writer) } } }
      return
    }
    var hasBegun = false
    var undone: Int?
    do {
      return try writer.transaction(.immediate) {
        hasBegun = true
        for (index, job) in jobs.enumerated() {
          let before = writer.totalChanges
          run(job) { try job.run(writer) }
          guard let error = job.error, writer.totalChanges != before else { continue }
          undone = index
          throw error
        }
      }
    } catch  where hasBegun {}
    guard let undone else { return try land(jobs, on: writer, regroupings: 0) }
    var others = jobs
    let failed = others.remove(at: undone)
    try land(others, on: writer, regroupings: regroupings - 1)
    try land([failed], on: writer, regroupings: 0)
  }

  /// Reads the answers to jobs that have landed, from one snapshot.
  private func answer(_ jobs: [WriteQueue.Job], _ isOver: (WriteQueue.Job) -> Void) {
    for job in jobs where !job.isToBeAnswered { isOver(job) }
    var left = jobs.filter(\.isToBeAnswered)[...]
    guard !left.isEmpty else { return }
    // Taken first: what is read from here on is at least as new.
    let version = try? version()
    do {
      try read { reader in
        while let job = left.first {
          run(job) { try job.answer(reader, version) }
          isOver(left.removeFirst())
        }
      }
    } catch {
      for job in left {
        job.error = error
        isOver(job)
      }
    }
  }

  private func run(_ job: WriteQueue.Job, _ work: () throws -> Void) {
    job.error = nil
    do { try work() } catch { job.error = error }
  }

  /// Lends the writer outside any transaction, for what cannot run inside one: migrating, backing
  /// up, settings.
  package func withWriter<T>(_ body: (Connection) throws -> T) throws -> T {
    try lock.held {
      guard !isInside else { throw SQLError.misuse("a write inside a write") }
      isInside = true
      defer { isInside = false }
      let writer = try openWriter()
      try files?.check(writer)
      return try body(writer)
    }
  }

  /// Finds out whether the file is still the one that was opened.
  ///
  /// - Throws: `.moved` where it was removed, renamed or replaced, or what stands beside it was.
  package func requireInPlace() throws { try files?.check() }

  /// Waits for a running write and closes. Later reads and writes are refused; closing again does
  /// nothing.
  package func close() {
    // The writer last: the last connection that may write folds the WAL into the file.
    pool?.close()
    watch?.close()
    lock.held { writer = nil }
  }

  /// How many statements were run on all connections since opening, those of readers once their
  /// read has ended.
  package var statementCount: Int {
    lock.held { writer?.statementCount ?? 0 } + (pool?.statementCount ?? 0)
  }

  private func openWriter() throws -> Connection {
    guard let writer else { throw SQLError.misuse("the database is closed") }
    return writer
  }
}
