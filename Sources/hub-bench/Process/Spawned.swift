import Foundation

/// A process that ran to its end: how long it took, how long a processor worked for it, and the
/// most memory it had.
struct Spawned {
  let seconds: Double
  let processorSeconds: Double
  let bytes: Double
  let output: String

  static func run(_ path: String, _ arguments: [String]) throws -> Spawned {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw BenchFault("no pipe") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    var words = copies([path] + arguments)
    defer { for word in words { free(word) } }
    var environment = copies(["LC_ALL=C.UTF-8", "HOME=/nonexistent"])
    defer { for word in environment { free(word) } }
    var id = pid_t()
    let start = Stopwatch.now
    guard posix_spawn(&id, path, &actions, nil, &words, &environment) == 0 else {
      throw BenchFault("cannot start \(path)")
    }
    close(ends[1])
    let output = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true).readDataToEndOfFile()
    var status: Int32 = 0
    var usage = rusage()
    wait4(id, &status, 0, &usage)
    return Spawned(
      seconds: Stopwatch.now - start,
      processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      bytes: Double(usage.ru_maxrss) * 1024,
      output: String(decoding: output, as: UTF8.self))
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  private static func copies(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
    words.map { word in strdup(word) } + [nil]
  }
}
