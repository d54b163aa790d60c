import Glibc

/// Puts writes that arrive at the same time into one transaction, so that they share one flush to
/// the disk.
///
/// Whoever finds nobody leading leads: takes what waits, runs it, and hands on to the first who
/// came meanwhile. The others sleep until their write is on the disk, and only they are woken. A
/// write that comes alone is a transaction of its own and waits for nobody.
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
    var error: (any Error)?
    fileprivate private(set) var isDone = false
    /// Raised once it is done, or is to lead.
    private let raised = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init(_ work: @escaping (Connection) throws -> Void) {
      self.work = work
      sem_init(raised, 0, 0)
    }

    deinit {
      sem_destroy(raised)
      raised.deallocate()
    }

    func run(_ connection: Connection) throws { try work?(connection) }

    /// Nobody holds the work any more when whoever brought it goes on.
    fileprivate func end() {
      work = nil
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

  /// Returns once the job was run and committed, or has failed.
  ///
  /// - Parameter lead: runs jobs together, off the queue's mutex.
  /// - Throws: misuse for a write inside a write, which would wait for itself.
  func perform(_ job: Job, lead: ([Job]) -> Void) throws {
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
      for other in batch { other.end() }
      return waiting.first
    }
    next?.wake()
    for other in batch where other !== job { other.wake() }
  }

  private func held<Result>(_ body: () throws -> Result) rethrows -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body()
  }
}
