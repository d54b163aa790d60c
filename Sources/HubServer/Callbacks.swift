import CMicroHTTPD
import HubThreads

/// What libmicrohttpd calls. Each function only turns C's pointers into ours. They are bound to no
/// actor, since they stand in a type and are called from libmicrohttpd's threads.
enum Callbacks {
  /// A connection has opened or is about to be closed.
  static let connectionChanged: MHD_NotifyConnectionCallback = { shared, handle, context, change in
    guard let shared, let handle, let context else { return }
    if change == .CONNECTION_NOTIFY_STARTED {
      let connection = ClientConnection(
        shared: Unmanaged<SharedState>.fromOpaque(shared).takeUnretainedValue(),
        socket: hub_mhd_socket(handle), peer: Peer(hub_mhd_address(handle)),
        now: SteadyClock.nanoseconds)
      context.pointee = Unmanaged.passRetained(connection).toOpaque()
      connection.open()
    } else if let held = context.pointee {
      context.pointee = nil
      Unmanaged<ClientConnection>.fromOpaque(held).takeRetainedValue().close()
    }
  }

  /// The request line has been read; what is returned comes back as the request's context.
  static let targetRead:
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?) ->
      UnsafeMutableRawPointer? = { _, target, handle in
        guard let handle, let context = hub_mhd_context(handle) else { return nil }
        let connection = Unmanaged<ClientConnection>.fromOpaque(context).takeUnretainedValue()
        let whole = bytes(target)
        connection.begin(target: whole)
        hideQuery(of: whole)
        return context
      }

  /// The head has been read, or a piece of the body, or the end has been reached. Answering in
  /// the first of these calls closes the connection.
  static let handle: MHD_AccessHandlerCallback = {
    _, handle, _, method, version, upload, uploadSize, context in
    guard let handle, let uploadSize, let held = context?.pointee else { return .NO }
    let connection = Unmanaged<ClientConnection>.fromOpaque(held).takeUnretainedValue()
    if !connection.exchange.hasHead {
      return connection.receiveHead(bytes(method), bytes(version), on: handle)
    }
    let size = uploadSize.pointee
    guard size > 0, let upload else { return connection.respond(on: handle) }
    uploadSize.pointee = 0
    return connection.receive(UnsafeRawBufferPointer(start: upload, count: size))
  }

  /// A request is over.
  static let completed: MHD_RequestCompletedCallback = { _, handle, context, code in
    guard let handle, let held = context?.pointee else { return }
    context?.pointee = nil
    let connection = Unmanaged<ClientConnection>.fromOpaque(held).takeUnretainedValue()
    connection.complete(
      status: Int(hub_mhd_status(handle)),
      isComplete: code == .REQUEST_TERMINATED_COMPLETED_OK)
  }

  /// Ends the target, which was copied, behind its `?`. What follows would be taken apart for us
  /// to ask for, which we never do: a few hundred arguments fill the memory of a connection, and
  /// then it is closed without an answer.
  private static func hideQuery(of target: UnsafeBufferPointer<UInt8>) {
    guard let mark = target.firstIndex(of: UInt8(ascii: "?")), mark + 1 < target.count else {
      return
    }
    UnsafeMutableBufferPointer(mutating: target)[mark + 1] = 0
  }

  /// Leaves a target encoded.
  static let unescape:
    @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?, UnsafeMutablePointer<CChar>?) -> Int =
      { _, _, text in bytes(UnsafePointer(text)).count }

  /// One header field has been read.
  static let readField: MHD_KeyValueIteratorN = { reading, _, name, nameSize, value, valueSize in
    guard let reading = reading?.assumingMemoryBound(to: FieldReading.self), let name else {
      return .NO
    }
    let nameBytes = bytes(name, nameSize)
    let valueBytes = bytes(value, value == nil ? 0 : valueSize)
    reading.pointee.head.add(nameBytes, valueBytes, fromProxy: reading.pointee.fromProxy)
    reading.pointee.places.add(name: nameBytes, value: valueBytes)
    return .YES
  }

  /// The bytes of an answer have been sent, or never will be.
  static let releaseBytes: MHD_ContentReaderFreeCallback = { kept in
    if let kept { Unmanaged<KeptBytes>.fromOpaque(kept).release() }
  }

  /// More of a stream can be sent.
  static let readStream: MHD_ContentReaderCallback = { context, _, buffer, size in
    guard let context, let buffer else { return Int(MHD_CONTENT_READER_END_WITH_ERROR) }
    return Unmanaged<StreamContext>.fromOpaque(context).takeUnretainedValue()
      .read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size))
  }

  /// A stream will not be read any more.
  static let closeStream: MHD_ContentReaderFreeCallback = { context in
    if let context { Unmanaged<StreamContext>.fromOpaque(context).takeRetainedValue().close() }
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    var count = 0
    while text[count] != 0 { count += 1 }
    return bytes(text, count)
  }

  private static func bytes(
    _ text: UnsafePointer<CChar>?, _ count: Int
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: UnsafeRawPointer(text)?.assumingMemoryBound(to: UInt8.self), count: count)
  }
}
