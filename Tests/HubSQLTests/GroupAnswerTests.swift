import Foundation
import Synchronization
import Testing

@testable import HubSQL

/// What is told of writes that share a transaction.
@Suite struct GroupAnswerTests {
  private struct NoAnswer: Error {}

  private func database(_ folder: TemporaryFolder) throws -> Database {
    let database = try Database(path: folder.path("group.db"))
    try database.withWriter {
      try $0.script("CREATE TABLE words (word TEXT NOT NULL UNIQUE) STRICT")
    }
    return database
  }

  private func run(_ threads: [Thread]) {
    for thread in threads { thread.start() }
    while threads.contains(where: { !$0.isFinished }) { usleep(200) }
  }

  @Test func `each is answered of its own, with all in view that landed along with it`() throws {
    let folder = try TemporaryFolder()
    let database = try database(folder)
    let answers = Mutex<[Int: (word: String, own: Int, all: Int)]>([:])
    // The first holds the line up while the others come to stand in it.
    let isHeld = Mutex(false)
    run(
      (0..<16).map { index in
        Thread {
          while index > 0, !isHeld.withLock({ $0 }) { usleep(200) }
          let answer = try? database.write { connection in
            if index == 0 {
              isHeld.withLock { $0 = true }
              usleep(40_000)
            }
            try connection.execute("INSERT INTO words VALUES (\("word-\(index)"))")
            return "word-\(index)"
          } answer: { word, reader, version in
            #expect(version != nil)
            #expect(throws: SQLError.self) { try reader.execute("DELETE FROM words") }
            return try reader.first(
              "SELECT SUM(word = \(word)), COUNT(*) FROM words"
            ) { (word, $0.int(0), $0.int(1)) }
          }
          answers.withLock { $0[index] = answer ?? nil }
        }
      })
    let found = answers.withLock { $0 }
    #expect(found.count == 16)
    for (index, answer) in found {
      #expect(answer.word == "word-\(index)")
      #expect(answer.own == 1)
    }
    #expect(found.values.map(\.all).max() == 16)
  }

  /// Sixteen threads write a word each at the same time; answers how each of them ended.
  private func write(
    _ word: @escaping @Sendable (Int) -> String, in database: Database,
    answer: @escaping @Sendable (Int) throws -> Void = { _ in }
  ) -> [Int: Result<Void, any Error>] {
    let ends = Mutex<[Int: Result<Void, any Error>]>([:])
    run(
      (0..<16).map { index in
        Thread {
          let end = Result {
            try database.write { connection in
              if index == 0 { usleep(20_000) }
              try connection.execute("INSERT INTO words VALUES (\(word(index)))")
            } answer: { _, _, _ in
              try answer(index)
            }
          }
          ends.withLock { $0[index] = end }
        }
      })
    return ends.withLock { $0 }
  }

  @Test func `an answer that fails is nobody else's, and what was written stays`() throws {
    let folder = try TemporaryFolder()
    let database = try database(folder)
    let ends = write({ "word-\($0)" }, in: database) {
      if $0.isMultiple(of: 3) { throw NoAnswer() }
    }
    for (index, end) in ends {
      if index.isMultiple(of: 3) {
        #expect(throws: NoAnswer.self) { try end.get() }
      } else {
        try end.get()
      }
    }
    let count = try database.read { try $0.first("SELECT COUNT(*) FROM words") { $0.int(0) } }
    #expect(count == 16)
  }

  @Test func `what was refused is not answered, and the others are`() throws {
    let folder = try TemporaryFolder()
    let database = try database(folder)
    let answered = Mutex<Set<Int>>([])
    let ends = write({ "shared-\($0 / 2)" }, in: database) { index in
      _ = answered.withLock { $0.insert(index) }
    }
    let landed = ends.filter { if case .success = $0.value { true } else { false } }
    #expect(landed.count == 8)
    #expect(answered.withLock { $0 } == Set(landed.keys))
    for (index, end) in ends where landed[index] == nil {
      #expect(throws: SQLError.self) { try end.get() }
    }
  }
}
