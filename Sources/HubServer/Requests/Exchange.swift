import HubHTTP

/// One request and its answer, as far as they have come.
struct Exchange {
  /// When the request line was read, in nanoseconds of `SteadyClock`.
  var started: UInt64
  var id = ""
  var method: HubHTTP.Method?
  /// The path as received, without the query.
  var path = ""
  /// What follows the `?`, undecoded; nil where there is none.
  var query: [UInt8]?
  /// Where libmicrohttpd has the target, until the head has been read.
  var target = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Whether there is something in the head that is in no name and no value.
  var hidesSomething = false
  /// Whether the target has bytes that no target may have.
  var isTargetMalformed = false
  /// Whether the request line has been read, so that there is something to log.
  var isBegun = false
  /// Whether the head has been read.
  var hasHead = false
  var head = RequestHead()
  /// How many bytes of a body are read.
  var largestBody = 0
  var body: [UInt8] = []
  /// How many bytes of the body were received, whoever holds them now.
  var received = 0
  var remoteAddress: String?
  /// Whether the client came over TLS to a trusted proxy.
  var isSecureAtProxy = false
  /// Whether it counts among those that were begun.
  var isEntered = false
  /// What a worker answers, once it has.
  var response: Response?
  var status: Int?
  /// The length of the answer's body, where it is not a stream.
  var bytes = 0
  var stream: OutgoingStream?

  init(started: UInt64) { self.started = started }
}
