import CCurl

/// A service that is asked over HTTP or HTTPS. One connection is kept and used again.
///
/// Not Sendable: one thread uses it at a time.
package final class RemoteServer {
  private let handle: UnsafeMutableRawPointer
  private let base: String

  /// An answer, whole.
  package struct Answer: Sendable {
    package let status: Int
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]
  }

  /// Why there is no answer.
  package enum Failure: Error, Sendable, Hashable {
    /// It does not answer there, or not in time.
    case away(String)
    /// The connection is not to be trusted.
    case untrusted(String)
    /// The address cannot be one.
    case badAddress(String)
    case other(String)
  }

  /// How long to wait for a connection, and for a whole answer, in seconds.
  private static let patience = (connection: 10, answer: 300)

  /// - Parameter base: scheme, host and port: `https://hub.example.org`; a path below it may follow.
  package init(_ base: String) throws {
    guard base.hasPrefix("http://") || base.hasPrefix("https://") else {
      throw Failure.badAddress(base)
    }
    guard Self.isReady, let handle = curl_easy_init() else { throw Failure.other("curl") }
    self.handle = handle
    self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
  }

  deinit { curl_easy_cleanup(handle) }

  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// Sends a request and waits for its answer, whatever its status. Redirects are not followed: a
  /// token goes to nobody but the one it was meant for.
  ///
  /// - Parameter target: the path and query, encoded.
  package func send(
    _ method: String, _ target: String, headers: [(name: String, value: String)], body: [UInt8]
  ) throws -> Answer {
    curl_easy_reset(handle)
    var list: UnsafeMutablePointer<curl_slist>?
    defer { curl_slist_free_all(list) }
    // Without this curl waits for the service's leave before it sends a body.
    for line in headers.map({ "\($0.name): \($0.value)" }) + ["Expect:"] {
      list = curl_slist_append(list, line)
    }
    let answer = IncomingAnswer()
    let context = Unmanaged.passUnretained(answer).toOpaque()
    _ = hub_curl_set_text(handle, CURLOPT_URL, base + target)
    _ = hub_curl_set_text(handle, CURLOPT_CUSTOMREQUEST, method)
    _ = hub_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    _ = hub_curl_set_text(handle, CURLOPT_ACCEPT_ENCODING, "")
    _ = hub_curl_set_pointer(handle, CURLOPT_HTTPHEADER, list)
    _ = hub_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
    _ = hub_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT, Self.patience.connection)
    _ = hub_curl_set_long(handle, CURLOPT_TIMEOUT, Self.patience.answer)
    _ = hub_curl_set_sink(handle, CURLOPT_WRITEFUNCTION, IncomingAnswer.body)
    _ = hub_curl_set_pointer(handle, CURLOPT_WRITEDATA, context)
    _ = hub_curl_set_sink(handle, CURLOPT_HEADERFUNCTION, IncomingAnswer.header)
    _ = hub_curl_set_pointer(handle, CURLOPT_HEADERDATA, context)
    let result = body.withUnsafeBytes { bytes -> CURLcode in
      if !body.isEmpty || method == "POST" || method == "PATCH" {
        _ = hub_curl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count))
        // A null pointer would make curl read the body from standard input.
        if let start = bytes.baseAddress {
          _ = hub_curl_set_pointer(handle, CURLOPT_POSTFIELDS, start)
        } else {
          _ = hub_curl_set_text(handle, CURLOPT_COPYPOSTFIELDS, "")
        }
      }
      return withExtendedLifetime(answer) { curl_easy_perform(handle) }
    }
    guard result == CURLE_OK else { throw Self.failure(result) }
    var status = 0
    _ = hub_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
    return Answer(status: status, headers: answer.headers, body: answer.bytes)
  }

  private static func failure(_ code: CURLcode) -> Failure {
    let text = String(cString: curl_easy_strerror(code))
    return switch code {
    case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST, CURLE_OPERATION_TIMEDOUT,
      CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR:
      .away(text)
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE:
      .untrusted(text)
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .badAddress(text)
    default: .other(text)
    }
  }
}
