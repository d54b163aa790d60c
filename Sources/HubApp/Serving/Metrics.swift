import HubHTTP
import Synchronization

/// Counts what a service has answered, in Prometheus' text form (version 0.0.4).
///
/// By route name and status, never by path: a path holds references.
package final class Metrics: Sendable {
  /// Upper bounds of the buckets of durations, in seconds.
  private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

  private struct Series {
    var byStatus: [Int: Int] = [:]
    var buckets = [Int](repeating: 0, count: Metrics.bounds.count)
    var count = 0
    var seconds = 0.0
    var bytes = 0

    mutating func add(_ other: Series) {
      byStatus.merge(other.byStatus, uniquingKeysWith: +)
      for index in buckets.indices { buckets[index] += other.buckets[index] }
      count += other.count
      seconds += other.seconds
      bytes += other.bytes
    }
  }

  private let series = Mutex<[String: Series]>([:])

  package init() {}

  package func add(route: String, status: Int, seconds: Double, bytes: Int) {
    series.withLock { all in
      var one = all[route] ?? Series()
      one.byStatus[status, default: 0] += 1
      for index in Self.bounds.indices where seconds <= Self.bounds[index] {
        one.buckets[index] += 1
      }
      one.count += 1
      one.seconds += seconds
      one.bytes += bytes
      all[route] = one
    }
  }

  /// - Parameter byRoute: false counts all routes as one. Which acts are done how often is for who
  ///   runs the machine alone: some are private to people of whom no staff may know.
  func response(byRoute: Bool = true) -> Response {
    Response(type: "text/plain; version=0.0.4; charset=utf-8", Array(text(byRoute: byRoute).utf8))
  }

  private func text(byRoute: Bool) -> String {
    let each = series.withLock { $0 }
    let counted = byRoute ? each : ["all": each.values.reduce(into: Series()) { $0.add($1) }]
    let all = counted.sorted { $0.key < $1.key }
    var lines = [
      "# HELP hub_requests_total Requests answered.", "# TYPE hub_requests_total counter",
    ]
    for (route, one) in all {
      for (status, count) in one.byStatus.sorted(by: { $0.key < $1.key }) {
        lines.append("hub_requests_total{route=\"\(route)\",status=\"\(status)\"} \(count)")
      }
    }
    lines.append("# HELP hub_request_seconds Time from the request line to the last byte.")
    lines.append("# TYPE hub_request_seconds histogram")
    for (route, one) in all {
      for (bound, count) in zip(Self.bounds, one.buckets) {
        lines.append("hub_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(count)")
      }
      lines.append("hub_request_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(one.count)")
      lines.append("hub_request_seconds_sum{route=\"\(route)\"} \(one.seconds)")
      lines.append("hub_request_seconds_count{route=\"\(route)\"} \(one.count)")
    }
    lines.append("# HELP hub_response_bytes_total Bytes of bodies sent.")
    lines.append("# TYPE hub_response_bytes_total counter")
    for (route, one) in all {
      lines.append("hub_response_bytes_total{route=\"\(route)\"} \(one.bytes)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
