import Glibc

extension FilePlace {
  /// Whether a piece of the file that is there is what is looked for; not of a folder or of a
  /// terminal, and of nothing that cannot be read.
  ///
  /// - Parameter overlap: how many bytes of each piece are the last ones of the piece before.
  package func hasPiece(
    overlapping overlap: Int, where isSought: (_ piece: [UInt8]) -> Bool
  ) -> Bool {
    var found = stat()
    guard stat(path, &found) == 0, found.st_mode & S_IFMT == S_IFREG else { return false }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let size = 1 << 20
    var piece: [UInt8] = []
    while true {
      let kept = piece.suffix(overlap)
      let more = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        count = max(0, read(descriptor, buffer.baseAddress, size))
      }
      guard !more.isEmpty else { return false }
      piece = kept + more
      if isSought(piece) { return true }
    }
  }
}
