import HubHTTP

/// The header fields of a request, and what they say of how its body comes.
struct RequestHead {
  /// What the fields say of the body.
  enum Framing: Equatable {
    case none
    case length(Int)
    case chunked
    /// It could be read in two ways, which a proxy and we might do differently.
    case ambiguous
    /// A transfer coding other than chunks.
    case unsupported
  }

  private(set) var headers = Headers()
  private(set) var framing = Framing.none
  /// The bytes of all fields as they were sent.
  private(set) var bytes = 0
  /// Whether a field has a name or value that none may have, or `Host` is there twice.
  private(set) var isMalformed = false
  private(set) var hasHost = false
  /// Whether a field tells that a proxy handed the request on, whoever sent it.
  private(set) var isForwarded = false

  /// No fields yet.
  init() {}

  /// Takes one field.
  /// - Parameter fromProxy: whether the other end is a trusted proxy; from anybody else, fields
  ///   that only a proxy can know are left out, so that no reader believes them by mistake.
  mutating func add(
    _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>, fromProxy: Bool
  ) {
    bytes += name.count + value.count + 4
    guard FieldSyntax.isToken(name), FieldSyntax.isValue(value) else {
      isMalformed = true
      return
    }
    frame(name, value)
    let isProxyField = RequestHead.isProxyField(name)
    isForwarded = isForwarded || isProxyField || RequestHead.isTraceOfProxy(name)
    if !fromProxy, isProxyField { return }
    headers.add(
      String(decoding: name, as: UTF8.self),
      String(decoding: RequestHead.withoutSpaceAtEnd(value), as: UTF8.self))
  }

  private mutating func frame(
    _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>
  ) {
    switch name.count {
    case 4 where FieldSyntax.isName(name, "host"):
      isMalformed = isMalformed || hasHost
      hasHost = true
    case 14 where FieldSyntax.isName(name, "content-length"):
      // libmicrohttpd has refused what is no number. Two lengths are refused even when they agree.
      let length = Int(String(decoding: value, as: UTF8.self))
      framing = framing == .none ? length.map(Framing.length) ?? .ambiguous : .ambiguous
    case 17 where FieldSyntax.isName(name, "transfer-encoding"):
      // Compared as libmicrohttpd does, which reads to the end of the connection otherwise.
      let coding: Framing = FieldSyntax.isName(value, "chunked") ? .chunked : .unsupported
      framing = framing == .none ? coding : .ambiguous
    default: break
    }
  }

  private static func isProxyField(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    FieldSyntax.isName(name, "forwarded")
      || name.count > 12
        && FieldSyntax.isName(UnsafeBufferPointer(rebasing: name[..<12]), "x-forwarded-")
  }

  private static func isTraceOfProxy(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    FieldSyntax.isName(name, "via") || FieldSyntax.isName(name, "x-real-ip")
  }

  private static func withoutSpaceAtEnd(
    _ value: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    var end = value.count
    while end > 0, value[end - 1] == 0x20 || value[end - 1] == 0x09 { end -= 1 }
    return UnsafeBufferPointer(rebasing: value[..<end])
  }
}
