import Foundation

/// What the system keeps of files in memory.
enum SystemCache {
  /// Reads a file once, so that it is the system's memory that is asked afterwards and not the disk.
  static func fill(with path: String) throws {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw BenchFault("cannot read \(path)")
    }
    while let piece = try file.read(upToCount: 4 << 20), !piece.isEmpty {}
  }
}
