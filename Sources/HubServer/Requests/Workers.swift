import HubThreads

/// Threads that make answers.
///
/// Libmicrohttpd's own serve many connections each, which would all wait for an answer that takes a
/// while; and few writes would ever wait together and share a flush to the disk.
///
/// More of them at work than the machine has processors only take turns in the middle of what they
/// do, and all become slower. So only as many take up work as there are processors, in the order
/// in which it came. It waits so long at most, though: those who work may be held up themselves.
/// Work that sleeps nearly all the time, as writes do, is not counted and waits for nobody. However
/// much of it there is, as many threads as there are processors are left to other work, and
/// however much other work is held up, as many are left to what sleeps.
final class Workers: @unchecked Sendable {
  typealias Work = @Sendable () -> Void

  // Unchecked: everything that changes is touched under `lock` only.
  private let lock = Lock()
  /// What came and when, in nanoseconds.
  private var waiting = Line<(since: UInt64, work: Work)>()
  private var waitingToSleep = Line<Work>()
  private var threads = 0
  /// How many of the threads sleep without having been called, have been called and not come yet,
  /// and do work that is counted.
  private var idle = 0
  private var called = 0
  private var busy = 0
  /// How many do work that sleeps.
  private var asleep = 0
  /// Whether one of the sleeping looks after what waits for too long.
  private var isWatched = false
  private var isStopped = false
  private let most: Int
  private let atOnce: Int
  private let patience: UInt64

  /// - Parameters:
  ///   - most: how many threads there are at most for either kind of work. They are started when
  ///     first needed.
  ///   - atOnce: how many work at a time.
  ///   - patience: how long work waits for one of these at most, in nanoseconds.
  init(most: Int, atOnce: Int, patience: UInt64 = 10_000_000) {
    self.most = most
    self.atOnce = atOnce
    self.patience = patience
  }

  /// Runs the work on one of the threads; here where the system has none for it, and once they
  /// have been stopped.
  ///
  /// - Parameter sleeps: whether it will be waiting for something nearly all the time.
  func run(sleeps: Bool = false, _ work: @escaping Work) {
    let sleepers: Int? = lock.held {
      if isStopped || threads == 0 && !start() { return nil }
      if sleeps {
        waitingToSleep.add(work)
      } else {
        waiting.add((SteadyClock.nanoseconds, work))
      }
      return call()
    }
    if let sleepers { wake(sleepers) } else { work() }
  }

  /// Waits for the work that is there, and ends the threads.
  func stop() {
    lock.held {
      isStopped = true
      lock.wake()
      while threads > 0 { lock.sleep() }
    }
  }

  /// Sees to it that somebody comes for what waits; answers how many are to be woken. To be done
  /// off the lock: whoever awakes wants it first of all.
  private func call() -> Int {
    var sleepers = 0
    var wanted =
      min(waitingToSleep.count, most - asleep) + min(waiting.count, max(0, atOnce - busy))
    if wanted == 0, waiting.count > 0, busy < most, !isWatched { wanted = 1 }
    while called < wanted {
      if idle > 0 {
        idle -= 1
        called += 1
        sleepers += 1
      } else if threads == most + atOnce || !start() {
        break
      }
    }
    return sleepers
  }

  private func wake(_ sleepers: Int) {
    for _ in 0..<sleepers { lock.wakeOne() }
  }

  /// Starts one more thread, which comes as if it had been called.
  private func start() -> Bool {
    guard BackgroundThread.start({ self.serve() }) else { return false }
    threads += 1
    called += 1
    return true
  }

  private func serve() {
    lock.held { called -= 1 }
    var former: Turn.Kind?
    while let turn = lock.held({ next(after: former) }) {
      wake(turn.sleepers)
      turn.work()
      former = turn.kind
    }
  }

  /// What a thread has taken up, and how many it is to wake for what is left.
  private struct Turn {
    enum Kind { case counted, sleeping }

    let work: Work
    let kind: Kind
    let sleepers: Int
  }

  /// Waits for work; nil when the threads are to end.
  ///
  /// - Parameter former: the work that the thread comes from.
  private func next(after former: Turn.Kind?) -> Turn? {
    switch former {
    case .counted: busy -= 1
    case .sleeping: asleep -= 1
    case nil: break
    }
    while true {
      if asleep < most, let work = waitingToSleep.take() {
        asleep += 1
        return Turn(work: work, kind: .sleeping, sleepers: call())
      }
      if busy < most, let oldest = waiting.first, isDue(oldest.since) {
        waiting.take()
        busy += 1
        return Turn(work: oldest.work, kind: .counted, sleepers: call())
      }
      if isStopped {
        threads -= 1
        lock.wake()
        return nil
      }
      rest()
    }
  }

  private func isDue(_ since: UInt64) -> Bool {
    busy < atOnce || isStopped || SteadyClock.nanoseconds >= since + patience
  }

  /// Lets others in until there may be something to do.
  private func rest() {
    idle += 1
    if busy < most, let oldest = waiting.first, !isWatched {
      isWatched = true
      lock.sleep(until: oldest.since + patience)
      isWatched = false
    } else {
      lock.sleep()
    }
    // Nobody knows who was called; how many were is enough.
    if called > 0 { called -= 1 } else { idle -= 1 }
  }
}
