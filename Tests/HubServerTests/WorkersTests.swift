import Glibc
import Synchronization
import Testing

@testable import HubServer

@Suite struct WorkersTests {
  /// What happened, in its order.
  private final class Diary: Sendable {
    private let lines = Mutex<[String]>([])

    func note(_ line: String) { lines.withLock { $0.append(line) } }

    var all: [String] { lines.withLock { $0 } }

    func count(of line: String) -> Int { all.count { $0 == line } }

    /// Whether it comes to be noted so often, after a while at most.
    func waits(for count: Int, of line: String) -> Bool {
      for _ in 0..<2000 where self.count(of: line) < count { usleep(5000) }
      return self.count(of: line) >= count
    }
  }

  /// Work that goes on until it is let go.
  private final class Latch: Sendable {
    private let isOpen = Mutex(false)
    func open() { isOpen.withLock { $0 = true } }
    func wait() { while !isOpen.withLock({ $0 }) { usleep(1000) } }
  }

  @Test func `so much is taken up at a time, in the order in which it came`() {
    let workers = Workers(most: 8, atOnce: 1, patience: 60_000_000_000)
    let (diary, latch) = (Diary(), Latch())
    workers.run {
      diary.note("first")
      latch.wait()
    }
    for index in 0..<600 { workers.run { diary.note("\(index)") } }
    #expect(diary.waits(for: 1, of: "first"))
    usleep(50_000)
    #expect(diary.all == ["first"])
    latch.open()
    // Stopping lets all that waits begin at once.
    #expect(diary.waits(for: 1, of: "599"))
    workers.stop()
    #expect(diary.all == ["first"] + (0..<600).map(String.init))
  }

  @Test func `work that sleeps is not counted`() {
    let workers = Workers(most: 8, atOnce: 1, patience: 60_000_000_000)
    let (diary, latch) = (Diary(), Latch())
    workers.run { latch.wait() }
    for _ in 0..<7 {
      workers.run(sleeps: true) {
        diary.note("asleep")
        latch.wait()
      }
    }
    #expect(diary.waits(for: 7, of: "asleep"))
    latch.open()
    workers.stop()
  }

  @Test func `what waits for the disk never takes the last threads`() {
    let workers = Workers(most: 4, atOnce: 2)
    let (diary, latch) = (Diary(), Latch())
    for _ in 0..<20 {
      workers.run(sleeps: true) {
        diary.note("asleep")
        latch.wait()
      }
    }
    #expect(diary.waits(for: 4, of: "asleep"))
    for _ in 0..<50 { workers.run { diary.note("read") } }
    #expect(diary.waits(for: 50, of: "read"))
    #expect(diary.count(of: "asleep") == 4)
    latch.open()
    #expect(diary.waits(for: 20, of: "asleep"))
    workers.stop()
  }

  @Test func `what is held up leaves threads to what waits for the disk`() {
    let workers = Workers(most: 4, atOnce: 2, patience: 1_000_000)
    let (diary, latch) = (Diary(), Latch())
    for _ in 0..<20 {
      workers.run {
        diary.note("held up")
        latch.wait()
      }
    }
    #expect(diary.waits(for: 4, of: "held up"))
    for _ in 0..<50 { workers.run(sleeps: true) { diary.note("written") } }
    #expect(diary.waits(for: 50, of: "written"))
    #expect(diary.count(of: "held up") == 4)
    latch.open()
    #expect(diary.waits(for: 20, of: "held up"))
    workers.stop()
  }

  @Test func `nothing waits for long because others are held up`() {
    let workers = Workers(most: 6, atOnce: 2, patience: 10_000_000)
    let (diary, latch) = (Diary(), Latch())
    // No further call comes that could see to it: the threads themselves must.
    for _ in 0..<6 {
      workers.run {
        diary.note("held up")
        latch.wait()
      }
    }
    #expect(diary.waits(for: 6, of: "held up"))
    // Beyond the number of threads it has to wait.
    workers.run { diary.note("last") }
    usleep(50_000)
    #expect(diary.count(of: "last") == 0)
    latch.open()
    #expect(diary.waits(for: 1, of: "last"))
    workers.stop()
  }

  @Test func `all of it is done however it comes`() {
    let workers = Workers(most: 5, atOnce: 2, patience: 1_000_000)
    let diary = Diary()
    for round in 0..<300 {
      workers.run(sleeps: round % 3 == 0) {
        if round % 7 == 0 { usleep(500) }
        diary.note("done")
      }
      if round % 50 == 0 { usleep(20_000) }
    }
    workers.stop()
    #expect(diary.count(of: "done") == 300)
    // Afterwards it is done here.
    workers.run { diary.note("late") }
    #expect(diary.count(of: "late") == 1)
  }
}
