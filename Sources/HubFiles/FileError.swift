import Glibc

/// Why a file could not be written.
package struct FileError: Error, Sendable, Hashable {
  /// As somebody wrote it.
  package let path: String
  /// The system's own number, such as ENOSPC.
  package let code: Int32

  init(_ path: String, _ code: Int32 = errno) {
    self.path = path
    self.code = code
  }

  /// What the system says of it, in English.
  package var detail: String { String(cString: strerror(code)) }

  package var isFull: Bool { code == ENOSPC || code == EDQUOT }
  package var isFault: Bool { code == EIO }
  /// Something came to be there meanwhile.
  package var isTaken: Bool { code == EEXIST }
}
