import HubThreads
import Testing

@Suite struct LockTests {
  /// A number that several threads count up, and how many of them are done.
  private final class Count: @unchecked Sendable {
    // Unchecked: both are touched under `lock` only.
    let lock = Lock()
    var value = 0
    var done = 0

    func waitForAll(_ threads: Int) { lock.held { while done < threads { lock.sleep() } } }

    func end() {
      lock.held { done += 1 }
      lock.wake()
    }
  }

  @Test func `one thread at a time is inside, and whoever sleeps is woken`() {
    let count = Count()
    let started = (0..<8).count { _ in
      BackgroundThread.start {
        for _ in 0..<2000 {
          count.lock.held {
            let before = count.value
            count.value = before + 1
          }
        }
        count.end()
      }
    }
    #expect(started == 8)
    count.waitForAll(started)
    #expect(count.value == 2000 * started)
  }

  @Test func `threads that sleep take turns when they are woken one by one`() {
    let count = Count()
    for _ in 0..<4 {
      let isStarted = BackgroundThread.start {
        count.lock.held {
          // Each takes one and hands the next on.
          while count.value == 0 { count.lock.sleep() }
          count.value -= 1
        }
        count.lock.wakeOne()
        count.end()
      }
      #expect(isStarted)
    }
    count.lock.held { count.value = 4 }
    count.lock.wakeOne()
    count.waitForAll(4)
    #expect(count.value == 0)
  }

  @Test func `nobody sleeps longer than until the time that was said`() {
    let lock = Lock()
    let now = SteadyClock.nanoseconds
    lock.held {
      #expect(!lock.sleep(until: 0))
      while lock.sleep(until: now + 1_000_000) {}
    }
    #expect(SteadyClock.nanoseconds >= now + 1_000_000)
  }

  @Test func `an error leaves the lock open`() {
    struct Stop: Error {}
    let lock = Lock()
    #expect(throws: Stop.self) { try lock.held { throw Stop() } }
    #expect(lock.held { true })
  }
}
