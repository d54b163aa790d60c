import CMicroHTTPD
import HubHTTP
import HubThreads
import Synchronization

extension ClientConnection {
  /// Hands an answer to libmicrohttpd.
  /// - Parameter keepsOpen: false where what follows on the connection cannot be understood, or
  ///   should not be read.
  func answer(_ response: Response, on handle: OpaquePointer, keepsOpen: Bool = true) -> MHD_Result
  {
    var response = response
    if let produce = response.body.produce, exchange.method != .head {
      let subscriber = exchange.remoteAddress.map(Subscriber.of) ?? peer.subscriber
      guard let slot = shared.streams.slot(for: subscriber) else {
        var problem = Problem(.unavailable, code: "tooManyStreams")
        problem.headers.add("Retry-After", "10")
        response = shared.refuse(problem, request())
        return answer(response, on: handle, keepsOpen: keepsOpen)
      }
      exchange.stream = OutgoingStream(produce, connection: handle, slot: slot)
    }
    guard let prepared = prepared(response.body) else { return .NO }
    defer { MHD_destroy_response(prepared) }
    for field in response.headers.fields where FieldSyntax.isToken(field.name.utf8) {
      add(field.name, field.value, to: prepared)
    }
    for field in shared.fields.fields { add(field.name, field.value, to: prepared) }
    if isSecure {
      for field in shared.secureFields.fields { add(field.name, field.value, to: prepared) }
    }
    _ = set("X-Request-Id", exchange.id, on: prepared)
    if !keepsOpen || shared.stoppingSince.load(ordering: .relaxed) > 0 {
      _ = set("Connection", "close", on: prepared)
    }
    let status = (200...599).contains(response.status) ? response.status : 500
    exchange.status = status
    guard MHD_queue_response(handle, UInt32(status), prepared) == .YES else { return .NO }
    waitForReader()
    return .YES
  }

  /// Whether the caller came over TLS, to us or to what stands before us.
  private var isSecure: Bool {
    let settings = shared.settings
    return settings.tls != nil || settings.isBehindTLS || exchange.isSecureAtProxy
  }

  /// From here on it is the caller who has to take the answer; of one in pieces each tells anew.
  private func waitForReader() {
    let pace = shared.settings.limits.readerBytesPerSecond
    let time = ReaderPace.nanoseconds(exchange.bytes, bytesPerSecond: pace)
    _ = phase.enter(Phase(.sending, at: SteadyClock.nanoseconds + time))
  }

  private func add(_ name: String, _ value: String, to prepared: OpaquePointer) {
    if set(name, value, on: prepared) == .YES { return }
    // libmicrohttpd refuses tabs, and a value of nothing.
    let spaced = String(value.map { $0 == "\t" ? " " : $0 })
    if spaced != value { _ = set(name, spaced, on: prepared) }
  }

  /// With the strings where they are: passed as they stand, each would be copied to the heap.
  private func set(_ name: String, _ value: String, on prepared: OpaquePointer) -> MHD_Result {
    name.withCString { name in
      value.withCString { value in MHD_add_response_header(prepared, name, value) }
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
    case .stream where exchange.method == .head: return hub_mhd_unmeasured_head()
    case .measured(let size, _) where exchange.method == .head:
      return hub_mhd_measured_head(UInt64(size))
    case .stream: return prepared(size: UInt64.max)
    case .measured(let size, _): return prepared(size: UInt64(size))
    }
  }

  /// That of one in pieces.
  private func prepared(size: UInt64) -> OpaquePointer? {
    guard let stream = exchange.stream else { return nil }
    shared.streams.add(stream)
    let context = StreamContext(stream: stream, connection: self)
    return MHD_create_response_from_callback(
      size, 64 * 1024, Callbacks.readStream,
      Unmanaged.passRetained(context).toOpaque(), Callbacks.closeStream)
  }
}

extension Response.Body {
  /// What writes a body that comes piece by piece.
  fileprivate var produce: OutgoingStream.Produce? {
    switch self {
    case .none, .bytes: nil
    case .stream(let produce), .measured(_, let produce): produce
    }
  }
}
