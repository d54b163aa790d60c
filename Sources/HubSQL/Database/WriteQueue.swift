import Glibc

/// Puts writes that arrive at the same time into one transaction, so that they share one flush to
/// the disk.
///
/// Whoever finds nobody leading leads: takes what waits, runs it, hands on to the first who came
/// meanwhile, and prepares the answers to what it ran. The others sleep until theirs is ready, and
/// only they are woken: many who awake at once, each with an answer to read, would push aside the
/// one who writes. A write that comes alone is a transaction of its own and waits for nobody.
final class WriteQueue: @unchecked Sendable {
  // Unchecked: everything is touched under `mutex` only, but a job's work, which its leader runs
  // while the thread that brought it sleeps.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var waiting: [Job] = []
  /// Whether somebody leads or has been told to.
  private var isLed = false
  private var leader: pthread_t?

  /// How many writes share one transaction at most: nobody waits for a crowd.
  static let most = 64

  /// One write, with what became of it.
  final class Job {
    private var work: ((Connection) throws -> Void)?
    private var answering: ((Connection, Int64?) throws -> Void)?
    var error: (any Error)?
    fileprivate private(set) var isDone = false
    /// Raised once it is done, or is to lead.
    private let raised = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    /// - Parameters:
    ///   - work: writes.
    ///   - answering: reads what is told of it once it is on the disk; is told the state of the
    ///     data, as far as it is known.
    init(
      _ work: @escaping (Connection) throws -> Void,
      answering: ((Connection, Int64?) throws -> Void)? = nil
    ) {
      self.work = work
      self.answering = answering
      sem_init(raised, 0, 0)
    }

    deinit {
      sem_destroy(raised)
      raised.deallocate()
    }

    func run(_ connection: Connection) throws { try work?(connection) }

    /// Whether it has landed and something is to be read for its answer.
    var isToBeAnswered: Bool { error == nil && answering != nil }

    func answer(_ connection: Connection, _ version: Int64?) throws {
      try answering?(connection, version)
    }

    /// Nobody holds the work any more when whoever brought it goes on.
    fileprivate func end() {
      (work, answering) = (nil, nil)
      isDone = true
    }

    fileprivate func wake() { sem_post(raised) }

    fileprivate func sleep() {
      // A signal may interrupt it.
      while sem_wait(raised) != 0 {}
    }
  }

  init() { pthread_mutex_init(mutex, nil) }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Returns once the job was run, committed and answered, or has failed.
  ///
  /// - Parameters:
  ///   - lead: runs jobs together and commits them, off the queue's mutex.
  ///   - answer: prepares the answers while others may lead, and names each job that is over.
  /// - Throws: misuse for a write inside a write, which would wait for itself.
  func perform(
    _ job: Job, lead: ([Job]) -> Void, answer: ([Job], _ isOver: (Job) -> Void) -> Void
  ) throws {
    let leads = try held {
      if let leader, pthread_equal(leader, pthread_self()) != 0 {
        throw SQLError.misuse("a write inside a write")
      }
      waiting.append(job)
      defer { isLed = true }
      return !isLed
    }
    if !leads {
      job.sleep()
      if job.isDone { return }
    }
    // Whoever leads stands first in the line: the batch has their own job.
    let batch = held {
      leader = pthread_self()
      let batch = Array(waiting.prefix(Self.most))
      waiting.removeFirst(batch.count)
      return batch
    }
    lead(batch)
    let next = held {
      leader = nil
      isLed = !waiting.isEmpty
      return waiting.first
    }
    next?.wake()
    answer(batch) { over in
      over.end()
      if over !== job { over.wake() }
    }
  }

  private func held<Result>(_ body: () throws -> Result) rethrows -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body()
  }
}
