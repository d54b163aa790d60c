import Glibc

/// A disk on another machine, where locks and syncs are not what they are on one's own: two who
/// write at once may both believe that they are alone, and what was synced may not be there.
package enum NetworkDisk {
  /// The kind of the network disk that a place is on, such as `nfs4`; nil on a disk of this machine
  /// and where that is not known.
  package static func kind(of place: FilePlace) -> String? {
    kind(of: place.path, in: mounts())
  }

  /// - Parameter mounts: as the kernel tells them (proc(5), /proc/pid/mountinfo).
  package static func kind(of path: String, in mounts: String) -> String? {
    var longest = -1
    var kind = ""
    for line in mounts.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let dash = words.firstIndex(of: "-"), words.count > dash + 1, words.count > 4 else {
        continue
      }
      let point = unescaped(words[4])
      // Of several at one place the last one is seen.
      guard isWithin(path, point), point.utf8.count >= longest else { continue }
      longest = point.utf8.count
      kind = String(words[dash + 1])
    }
    return kinds.contains(kind) ? kind : nil
  }

  private static let kinds: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "afs", "lustre", "glusterfs", "ncpfs",
    "davfs", "beegfs", "gpfs", "coda", "fuse.sshfs", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs",
    "fuse.davfs", "fuse.curlftpfs", "fuse.smbnetfs", "fuse.ceph", "fuse.gcsfuse",
  ]

  private static func isWithin(_ path: String, _ point: String) -> Bool {
    point == "/" || path == point || path.hasPrefix(point + "/")
  }

  /// Blanks and backslashes in names are written as `\040`.
  private static func unescaped(_ word: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(word.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func mounts() -> String {
    let descriptor = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var text: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &piece, piece.count)
      guard count > 0 else { return String(decoding: text, as: UTF8.self) }
      text += piece[..<count]
    }
  }
}
