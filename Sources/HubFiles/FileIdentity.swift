import Glibc

/// Which file it is, by whatever name it is reached: two names of one file, and a link and what it
/// leads to, have the same.
package struct FileIdentity: Sendable, Hashable {
  private let device: UInt64
  private let number: UInt64

  /// Of the file that a path leads to; nil where there is none.
  package init?(of path: String) {
    var found = stat()
    guard stat(path, &found) == 0 else { return nil }
    device = UInt64(found.st_dev)
    number = UInt64(found.st_ino)
  }
}
