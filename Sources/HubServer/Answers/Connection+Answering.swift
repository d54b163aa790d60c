import CMicroHTTPD
import HubHTTP
import Synchronization

extension Connection {
  /// Hands an answer to libmicrohttpd.
  /// - Parameter keepsOpen: false where what follows on the connection cannot be understood, or
  ///   should not be read.
  func answer(_ response: Response, on handle: OpaquePointer, keepsOpen: Bool = true) -> MHD_Result
  {
    var response = response
    if case .stream(let produce) = response.body {
      // To HEAD nothing is written, so no place is taken.
      let slot = service.streams.slot()
      guard let slot else {
        var problem = Problem(.unavailable, code: "tooManyStreams")
        problem.headers.add("Retry-After", "10")
        response = service.refuse(problem, request())
        return answer(response, on: handle, keepsOpen: keepsOpen)
      }
      exchange.stream = OutgoingStream(produce, connection: handle, slot: slot)
    }
    guard let prepared = prepared(response.body) else { return .NO }
    defer { MHD_destroy_response(prepared) }
    for field in response.headers.fields where FieldSyntax.isToken(field.name.utf8) {
      add(field.name, field.value, to: prepared)
    }
    MHD_add_response_header(prepared, "X-Request-Id", exchange.id)
    if !keepsOpen || service.isStopping.load(ordering: .relaxed) {
      MHD_add_response_header(prepared, "Connection", "close")
    }
    let status = (200...599).contains(response.status) ? response.status : 500
    exchange.status = status
    return MHD_queue_response(handle, UInt32(status), prepared)
  }

  private func add(_ name: String, _ value: String, to prepared: OpaquePointer) {
    // libmicrohttpd refuses tabs, and a value of nothing.
    if MHD_add_response_header(prepared, name, value) == .NO, value.utf8.contains(0x09) {
      MHD_add_response_header(prepared, name, value.split(separator: "\t").joined(separator: " "))
    }
  }

  /// libmicrohttpd's form of a body.
  private func prepared(_ body: Response.Body) -> OpaquePointer? {
    switch body {
    case .bytes(let bytes) where !bytes.isEmpty:
      let kept = KeptBytes(bytes)
      exchange.bytes = exchange.method == .head ? 0 : kept.count
      return MHD_create_response_from_buffer_with_free_callback_cls(
        kept.count, kept.start, Callbacks.releaseBytes, Unmanaged.passRetained(kept).toOpaque())
    case .none, .bytes:
      return MHD_create_response_from_buffer(0, nil, .RESPMEM_PERSISTENT)
    case .stream:
      guard let stream = exchange.stream else { return nil }
      service.streams.add(stream)
      let context = StreamContext(stream: stream, service: service)
      return MHD_create_response_from_callback(
        UInt64.max, 64 * 1024, Callbacks.readStream,
        Unmanaged.passRetained(context).toOpaque(), Callbacks.closeStream)
    }
  }
}

/// What libmicrohttpd holds of a stream.
final class StreamContext {
  let stream: OutgoingStream
  private let service: Service

  init(stream: OutgoingStream, service: Service) {
    self.stream = stream
    self.service = service
  }

  /// The stream will not be read any more.
  func close() {
    stream.close()
    service.streams.remove(stream)
  }
}
