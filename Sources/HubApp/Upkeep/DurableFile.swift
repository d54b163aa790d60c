import Foundation
import Glibc
import HubModel

/// Files that are there as a whole or not at all, also after a power loss.
enum DurableFile {
  /// Puts a finished file in another's place: its bytes are on the disk before its name is.
  static func move(_ source: String, to target: String) throws {
    try sync(source)
    guard rename(source, target) == 0 else { throw refusal(target) }
    try sync(folder(of: target))
  }

  /// Writes a small file beside its place and moves it there.
  static func write(_ text: String, to path: String) throws {
    let beside = path + ".writing"
    defer { unlink(beside) }
    try make(beside)
    do {
      try Data(text.utf8).write(to: URL(filePath: beside))
    } catch {
      throw refusal(path)
    }
    try move(beside, to: path)
  }

  /// Makes an empty file that only its owner can read: what is copied into it is confidential.
  static func make(_ path: String) throws {
    unlink(path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else { throw refusal(path) }
    close(descriptor)
  }

  static func remove(_ path: String) { unlink(path) }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The text of a small file; nil where there is none.
  static func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

  private static func folder(of path: String) -> String {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    if folder.isEmpty { return "." }
    return folder == [""] ? "/" : folder.joined(separator: "/")
  }

  private static func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw refusal(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw refusal(path) }
  }

  private static func refusal(_ path: String) -> Refusal {
    switch errno {
    case ENOSPC, EDQUOT: .unavailable(Fault("diskFull"))
    case EIO: .unavailable(Fault("diskFault"))
    case let code:
      .unavailable(
        Fault("fileNotWritten", ["path": path, "detail": String(cString: strerror(code))]))
    }
  }
}
