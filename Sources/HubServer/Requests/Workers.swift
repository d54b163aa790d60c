/// Threads for requests that wait for the disk. On libmicrohttpd's own they would hold up the
/// other connections of the same thread; and since it hands connections to its threads as they
/// come, few writes would ever wait together and share a flush.
final class Workers: @unchecked Sendable {
  // Unchecked: everything is touched under `lock` only.
  private let lock = Lock()
  private var jobs: [@Sendable () -> Void] = []
  private var threads = 0
  private var idle = 0
  private var isStopped = false
  private let most: Int

  /// - Parameter most: how many threads there are at most. They are started when first needed.
  init(most: Int) { self.most = most }

  /// Runs the job on one of the threads; here where the system has none for it, and once they
  /// have been stopped.
  func run(_ job: @escaping @Sendable () -> Void) {
    enum Way { case waking, starting, here }
    let way = lock.held { () -> Way in
      if isStopped { return .here }
      jobs.append(job)
      if idle >= jobs.count || threads >= most { return .waking }
      threads += 1
      return .starting
    }
    switch way {
    case .here: job()
    case .waking: lock.wakeOne()
    case .starting:
      if BackgroundThread.start({ self.work() }) { return }
      let isAlone = lock.held {
        threads -= 1
        return threads == 0
      }
      while isAlone, let job = lock.held({ jobs.popFirst }) { job() }
    }
  }

  /// Waits for the jobs that are there, and ends the threads.
  func stop() {
    lock.held {
      isStopped = true
      lock.wake()
      while threads > 0 { lock.sleep() }
    }
  }

  private func work() {
    while let job = next() { job() }
  }

  private func next() -> (@Sendable () -> Void)? {
    lock.held {
      idle += 1
      while jobs.isEmpty, !isStopped { lock.sleep() }
      idle -= 1
      if let job = jobs.popFirst { return job }
      threads -= 1
      lock.wake()
      return nil
    }
  }
}

extension Array {
  /// Takes the first element away, if there is one.
  fileprivate var popFirst: Element? {
    mutating get { isEmpty ? nil : removeFirst() }
  }
}
