import Glibc

/// A file that is there as a whole or not at all, also after a power loss: made beside its place
/// and moved there once it is finished. Whoever makes one discards it in the end.
package struct DurableFile: Sendable {
  package let place: FilePlace
  /// Where it is until then, under a name that nothing else has.
  package let beside: String

  /// Makes it, with nothing in it yet.
  ///
  /// - Parameter isConfidential: whether only its owner may read it, where it replaces nothing.
  package init(at place: FilePlace, isConfidential: Bool) throws(FileError) {
    self.place = place
    while true {
      let mark = String(UInt32.random(in: 0...UInt32.max), radix: 36)
      let beside = "\(place.path).\(mark).writing"
      let descriptor = open(
        beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isConfidential ? 0o600 : 0o666)
      if descriptor < 0 {
        guard errno == EEXIST else { throw FileError(place.name) }
        continue
      }
      close(descriptor)
      self.beside = beside
      return
    }
  }

  /// Adds to what it holds.
  package func append(_ bytes: [UInt8]) throws(FileError) {
    try Self.append(bytes, to: beside, of: place)
  }

  /// Puts it in its place, whatever is there: its bytes are on the disk before its name is. Who may
  /// do what with the file that it replaces, may with it.
  package func land() throws(FileError) {
    guard place.holdsWhatIsWritten else { throw FileError(place.name, EEXIST) }
    keepMode()
    try Self.sync(beside)
    guard rename(beside, place.path) == 0 else { throw FileError(place.name) }
    try Self.sync(FilePlace.folder(of: place.path))
  }

  /// Puts it in its place where nothing is there: of two who do so at once, one does.
  ///
  /// - Throws: an error that `isTaken`.
  package func landAsNew() throws(FileError) {
    try Self.sync(beside)
    guard link(beside, place.path) == 0 else {
      guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) else { throw FileError(place.name) }
      return try landWithoutLinks()
    }
    unlink(beside)
    try Self.sync(FilePlace.folder(of: place.path))
  }

  /// Some disks know no second name for a file.
  private func landWithoutLinks() throws(FileError) {
    let descriptor = open(place.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError(place.name) }
    close(descriptor)
    try land()
  }

  /// Takes it away where it has not landed.
  package func discard() { unlink(beside) }

  /// Writes what is whole already; into what is no file, such as a terminal, as it is.
  package static func write(
    _ bytes: [UInt8], to place: FilePlace, isConfidential: Bool
  ) throws(FileError) {
    guard place.holdsWhatIsWritten else { return try append(bytes, to: place.path, of: place) }
    let file = try DurableFile(at: place, isConfidential: isConfidential)
    defer { file.discard() }
    try file.append(bytes)
    try file.land()
  }

  /// Finds out whether a file can be put there, and leaves everything as it is.
  package static func probe(_ place: FilePlace) throws(FileError) {
    guard place.holdsWhatIsWritten else {
      guard access(place.path, W_OK) == 0 else { throw FileError(place.name) }
      return
    }
    try DurableFile(at: place, isConfidential: true).discard()
  }

  private func keepMode() {
    var former = stat()
    guard stat(place.path, &former) == 0 else { return }
    var mode = former.st_mode & 0o777
    // What a group may is not meant for another group.
    if chown(beside, former.st_uid, former.st_gid) != 0 { mode &= 0o707 }
    chmod(beside, mode)
  }

  private static func append(
    _ bytes: [UInt8], to path: String, of place: FilePlace
  ) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(place.name) }
    defer { close(descriptor) }
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno != EINTR { throw FileError(place.name) }
      done += max(0, count)
    }
  }

  private static func sync(_ path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileError(path) }
  }
}
