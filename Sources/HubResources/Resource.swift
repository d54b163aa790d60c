import CResources

/// The files below `Resources/`, embedded in the program: migrations, translations, styles and
/// the sample network. Paths are relative, such as `migrations/0001-foundation.sql`.
package enum Resource {
  /// The bytes of a file, which live as long as the process; nil where there is no such file.
  package static func bytes(_ path: String) -> UnsafeBufferPointer<UInt8>? {
    files.first { $0.path == path }?.bytes
  }

  /// A file's text; nil where there is no such file.
  package static func text(_ path: String) -> String? {
    bytes(path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The paths of the files in a folder and below it, in the order of their bytes.
  package static func list(under folder: String) -> [String] {
    files.map(\.path).filter { $0.hasPrefix(folder + "/") }
  }

  private struct File: @unchecked Sendable {
    let path: String
    let bytes: UnsafeBufferPointer<UInt8>
  }

  private static let files: [File] = {
    var count = 0
    let table = UnsafeBufferPointer(start: hub_resources(&count), count: count)
    return table.map {
      File(
        path: String(cString: $0.path),
        bytes: UnsafeBufferPointer(start: $0.bytes, count: $0.size))
    }
  }()
}
