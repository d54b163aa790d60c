import Glibc

/// Puts writes that arrive at the same time into one transaction, so that they share one flush to
/// the disk.
///
/// Whoever finds nobody leading leads: takes what waits, runs it, and hands on. The others wait
/// until their write is on the disk. A write that comes alone is a transaction of its own and
/// waits for nobody.
final class WriteQueue: @unchecked Sendable {
  // Unchecked: everything is touched under `mutex` only, but a job's work, which its leader runs
  // while the thread that brought it waits.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let done = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var waiting: [Job] = []
  private var leader: pthread_t?

  /// How many writes share one transaction at most: nobody waits for a crowd.
  static let most = 64

  /// One write, with what became of it.
  final class Job {
    let run: (Connection) throws -> Void
    var error: (any Error)?
    var isDone = false

    init(_ run: @escaping (Connection) throws -> Void) { self.run = run }
  }

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(done, nil)
  }

  deinit {
    pthread_cond_destroy(done)
    pthread_mutex_destroy(mutex)
    done.deallocate()
    mutex.deallocate()
  }

  /// Returns once the job was run and committed, or has failed.
  ///
  /// - Parameter lead: runs jobs together, off the queue's mutex.
  /// - Throws: misuse for a write inside a write, which would wait for itself.
  func perform(_ job: Job, lead: ([Job]) -> Void) throws {
    let me = pthread_self()
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    if let leader, pthread_equal(leader, me) != 0 {
      throw SQLError.misuse("a write inside a write")
    }
    waiting.append(job)
    while !job.isDone {
      guard leader == nil else {
        pthread_cond_wait(done, mutex)
        continue
      }
      leader = me
      let batch = Array(waiting.prefix(Self.most))
      waiting.removeFirst(batch.count)
      pthread_mutex_unlock(mutex)
      lead(batch)
      pthread_mutex_lock(mutex)
      for job in batch { job.isDone = true }
      leader = nil
      pthread_cond_broadcast(done)
    }
  }
}
