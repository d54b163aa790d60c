import Glibc
import HubThreads

/// Puts writes that arrive at the same time into one transaction, so that they share one flush to
/// the disk.
///
/// Whoever finds nobody leading leads: takes what waits, runs it, and then prepares the answers to
/// what it ran. A write that comes alone is a transaction of its own and so waits for nobody. Where
/// others came meanwhile, a thread begins that leads for as long as somebody waits: one that goes
/// on writing stays on its processor, and the next who leads need not be woken first. The others
/// sleep. The first of those who shared a transaction is woken to prepare the answers of all, and
/// wakes each of them: many who awake at once, each with something to read, would push aside the
/// one who writes.
final class WriteQueue: @unchecked Sendable {
  // Unchecked: everything is touched under `lock` only, but a job's work, which its leader runs
  // while the thread that brought it sleeps.
  private let lock = Lock()
  private var waiting: [Job] = []
  /// Whether somebody leads, or is about to.
  private var isLed = false
  private var leader: pthread_t?

  /// How many writes share one transaction at most: nobody waits for a crowd.
  static let most = 64

  /// One write, with what became of it.
  final class Job {
    private var work: ((Connection) throws -> Void)?
    private var answering: ((Connection, Int64?) throws -> Void)?
    var error: (any Error)?
    /// Those whose answers whoever brought this one is to prepare, their own among them.
    fileprivate var batch: [Job]?
    /// Whether it is over, or the answers of its batch are to be prepared.
    private var isRaised = false
    private let lock = Lock()

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
    }

    func run(_ connection: Connection) throws { try work?(connection) }

    /// Whether it has landed and something is to be read for its answer.
    var isToBeAnswered: Bool { error == nil && answering != nil }

    func answer(_ connection: Connection, _ version: Int64?) throws {
      try answering?(connection, version)
    }

    /// Nobody holds the work any more when whoever brought it goes on.
    fileprivate func end() {
      (work, answering, batch) = (nil, nil, nil)
    }

    fileprivate func wake() {
      lock.held { isRaised = true }
      lock.wake()
    }

    fileprivate func sleep() {
      lock.held { while !isRaised { lock.sleep() } }
    }
  }

  /// Returns once the job was run, committed and answered, or has failed.
  ///
  /// - Parameters:
  ///   - lead: runs jobs together and commits them, off the queue's lock.
  ///   - answer: prepares the answers while others may lead, and names each job that is over.
  /// - Throws: misuse for a write inside a write, which would wait for itself.
  func perform(
    _ job: Job, lead: @escaping @Sendable ([Job]) -> Void,
    answer: ([Job], _ isOver: (Job) -> Void) -> Void
  ) throws {
    let leads = try lock.held {
      if let leader, pthread_equal(leader, pthread_self()) != 0 {
        throw SQLError.misuse("a write inside a write")
      }
      waiting.append(job)
      defer { isLed = true }
      return !isLed
    }
    let batch: [Job]
    if leads {
      batch = leadOnce(lead)
      if goesOn(), !BackgroundThread.start({ self.leadOn(lead) }) { leadOn(lead) }
    } else {
      job.sleep()
      guard let own = job.batch else { return }
      batch = own
    }
    answer(batch) { over in
      over.end()
      if over !== job { over.wake() }
    }
  }

  /// Leads those who wait now.
  private func leadOnce(_ lead: ([Job]) -> Void) -> [Job] {
    let batch = lock.held {
      leader = pthread_self()
      let batch = Array(waiting.prefix(Self.most))
      waiting.removeFirst(batch.count)
      return batch
    }
    lead(batch)
    return batch
  }

  /// Whether others came meanwhile, who are then led on.
  private func goesOn() -> Bool {
    lock.held {
      leader = nil
      isLed = !waiting.isEmpty
      return isLed
    }
  }

  /// Leads for as long as somebody waits. The first of those who shared a transaction answers.
  private func leadOn(_ lead: ([Job]) -> Void) {
    var goesOn = true
    while goesOn {
      let batch = leadOnce(lead)
      goesOn = self.goesOn()
      batch[0].batch = batch
      batch[0].wake()
    }
  }
}
