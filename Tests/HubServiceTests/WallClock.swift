import Foundation
import Testing

/// The clock on the wall of one process, which a test sets while the process runs: libfaketime
/// stands between the process and the system's, and reads a file each time it is asked.
struct WallClock {
  private let file: URL

  /// - Parameter folder: where the file is kept.
  init(in folder: URL) throws {
    file = folder.appending(path: "wall-clock")
    try set(days: 0)
  }

  /// Sets the clock so far from the system's; it goes on from there.
  func set(days: Int) throws {
    // At once: in the middle of a file that is being written it would be another time altogether.
    try Data("\(days < 0 ? "-" : "+")\(abs(days))d\n".utf8).write(to: file, options: .atomic)
  }

  /// With what the process is to be started.
  var environment: [String: String] {
    [
      "LD_PRELOAD": Self.library ?? "", "FAKETIME_TIMESTAMP_FILE": file.path,
      "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1",
      // Names of nothing. Without them the library makes something to share with child processes
      // and puts its name into the environment, which moves in memory; and Swift, which looks for
      // the arguments of the process beside the environment, finds none.
      "FAKETIME_SHARED": "/none /none",
    ]
  }

  static let isPossible = library != nil
  static let condition: Comment = "libfaketime is not installed: .ci/setup does it"

  /// The one for processes with threads, where Debian has it for any machine.
  private static let library: String? = {
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib")) ?? []
    return folders.sorted().map { "/usr/lib/\($0)/faketime/libfaketimeMT.so.1" }
      .first { FileManager.default.fileExists(atPath: $0) }
  }()
}
