/// Where browsers and programs find the hub: a host, and a path below it where a proxy has others
/// beside it, such as `https://example.org/hub`.
package struct PublicAddress: Sendable, Hashable {
  /// The scheme and the host, as browsers name a page's origin: `https://example.org`.
  package let origin: String
  /// What stands before the path of every address: `/hub`; nothing where the hub has the host to
  /// itself.
  package let path: String

  /// Reads an address; nil for what is none, or says more than where the hub is.
  package init?(_ text: String) {
    let schemes = ["https://", "http://"]
    guard let scheme = schemes.first(where: { text.lowercased().hasPrefix($0) }) else { return nil }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    let segments = rest.dropFirst(host.count).split(separator: "/")
    guard !host.isEmpty, host.utf8.allSatisfy(Self.isOfHost),
      segments.allSatisfy({ $0 != "." && $0 != ".." && $0.utf8.allSatisfy(Self.isOfPath) })
    else { return nil }
    origin = scheme + host.lowercased()
    path = segments.map { "/" + $0 }.joined()
  }

  /// The path of a request as the hub knows it, whether the proxy took its own part off or left it
  /// there.
  package func inner(_ asked: String) -> String {
    guard !path.isEmpty, asked.hasPrefix(path) else { return asked }
    let rest = asked.dropFirst(path.count)
    return rest.isEmpty ? "/" : rest.hasPrefix("/") ? String(rest) : asked
  }

  private static func isOfHost(_ byte: UInt8) -> Bool {
    isPlain(byte) || [UInt8](":[]".utf8).contains(byte)
  }

  /// What needs no coding, and ends neither a cookie's path nor a header field.
  private static func isOfPath(_ byte: UInt8) -> Bool {
    isPlain(byte) || [UInt8]("_~%".utf8).contains(byte)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
