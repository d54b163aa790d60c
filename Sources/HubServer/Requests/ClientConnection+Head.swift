import CMicroHTTPD
import HubHTTP

extension ClientConnection {
  /// Reads the header fields.
  func readFields(
    of handle: OpaquePointer, behind method: UnsafeBufferPointer<UInt8>,
    _ version: UnsafeBufferPointer<UInt8>, fromProxy: Bool
  ) {
    let places = HeadPlaces(method: method, target: exchange.target, version: version)
    var reading = FieldReading(head: RequestHead(), places: places, fromProxy: fromProxy)
    withUnsafeMutablePointer(to: &reading) {
      _ = MHD_get_connection_values_n(handle, .HEADER_KIND, Callbacks.readField, $0)
    }
    exchange.head = reading.head
    exchange.hidesSomething =
      HeadPlaces.areToBeFollowed
      && !reading.places.areAll(of: method, hub_mhd_head_size(handle))
  }

  /// Takes the client's address and the request's identity from what a trusted proxy says.
  func believeProxy() {
    let headers = exchange.head.headers
    exchange.remoteAddress = ForwardedAddress.client(
      in: headers, field: shared.settings.forwardedField, trusted: shared.trusted)
    exchange.isSecureAtProxy = ForwardedAddress.isSecure(
      in: headers, field: shared.settings.forwardedField)
    if let id = headers["X-Request-Id"], RequestIDs.isWellFormed(id) { exchange.id = id }
  }

  /// How many bytes of a body are taken of the request.
  private var largestBody: Int {
    guard exchange.head.framing != .none else { return 0 }
    return min(shared.settings.limits.bodyBytes, shared.largestBody(request()))
  }

  /// Why the request cannot be taken, judged by its head.
  /// - Parameters:
  ///   - isMethod: whether its method is a token.
  ///   - isOld: whether it is of HTTP/1.0, which knows neither hosts nor chunks.
  func headProblem(isMethod: Bool, isOld: Bool) -> Problem? {
    let head = exchange.head
    let lacksHost = !isOld && !head.hasHost
    if !isMethod || lacksHost || exchange.isTargetMalformed || head.isMalformed {
      return Problem(.badRequest, code: "malformedRequest")
    }
    if head.bytes + exchange.path.utf8.count + (exchange.query?.count ?? 0)
      > shared.settings.limits.headerBytes
    {
      return Problem(.headerFieldsTooLarge, code: "headersTooLarge")
    }
    // After its size: one that is too large is not all in one place.
    if exchange.hidesSomething { return Problem(.badRequest, code: "malformedRequest") }
    exchange.largestBody = largestBody
    if isOld, head.framing == .chunked { return Problem(.badRequest, code: "ambiguousFraming") }
    switch head.framing {
    case .ambiguous: return Problem(.badRequest, code: "ambiguousFraming")
    case .unsupported: return Problem(.notImplemented, code: "unsupportedTransferCoding")
    case .length(let length) where length > exchange.largestBody:
      return Problem(.contentTooLarge, code: "bodyTooLarge")
    case .none, .length, .chunked: return nil
    }
  }
}

/// What is handed to libmicrohttpd for it to hand back with each field.
struct FieldReading {
  var head: RequestHead
  var places: HeadPlaces
  let fromProxy: Bool
}
