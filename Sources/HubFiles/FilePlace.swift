import Glibc

/// A place for a file: where it is, and not how it is written.
package struct FilePlace: Sendable {
  /// As somebody wrote it, for what they are told.
  package let name: String
  /// With links followed, so that writing there leaves a link a link.
  package let path: String

  package init(_ name: String) {
    self.name = name
    path = Self.followed(name)
  }

  /// Whether both are the same file or, where no file is, the same name in the same folder.
  package func isSame(as other: FilePlace) -> Bool {
    if path == other.path { return true }
    guard let own = FileIdentity(of: path) else { return false }
    return own == FileIdentity(of: other.path)
  }

  /// Whether anything is there.
  package var isTaken: Bool { access(path, F_OK) == 0 }

  /// How many bytes the file has that a path leads to; 0 where there is none.
  package static func size(of path: String) -> Int {
    var found = stat()
    return stat(path, &found) == 0 ? Int(found.st_size) : 0
  }

  /// Whether what is there holds what is written into it, as a file does and a terminal does not.
  var holdsWhatIsWritten: Bool {
    var found = stat()
    guard stat(path, &found) == 0 else { return true }
    return ![S_IFCHR, S_IFIFO, S_IFSOCK].contains(found.st_mode & S_IFMT)
  }

  /// The first bytes of what is there, by which it is recognized; none where nothing can be read.
  package func beginning(_ most: Int) -> [UInt8] {
    guard holdsWhatIsWritten else { return [] }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      while count < most {
        let more = read(descriptor, buffer.baseAddress! + count, most - count)
        if more < 0, errno == EINTR { continue }
        guard more > 0 else { break }
        count += more
      }
    }
  }

  /// The folder of a path: its links, and thereby its names, are followed too.
  package static func folder(of path: String) -> String {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    if folder.isEmpty { return "." }
    return folder == [""] ? "/" : folder.joined(separator: "/")
  }

  /// A link may lead to where nothing is yet, which `realpath` does not follow.
  private static func followed(_ path: String) -> String {
    var path = path
    // As many links as the kernel follows.
    for _ in 0..<40 {
      guard let target = target(ofLink: path) else { break }
      path = target.hasPrefix("/") ? target : folder(of: path) + "/" + target
    }
    guard let folder = realpath(folder(of: path), nil) else { return path }
    defer { free(folder) }
    let name = path.split(separator: "/").last ?? ""
    let real = String(cString: folder)
    return (real == "/" ? "" : real) + "/" + name
  }

  private static func target(ofLink path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count >= 0 else { return nil }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
