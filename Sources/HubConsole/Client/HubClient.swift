/// Asks the API, in this process or over the network: commands cannot tell which.
package protocol HubClient {
  func send(
    method: String, path: String, query: [(name: String, value: String)],
    headers: [(name: String, value: String)], body: [UInt8]
  ) throws -> HubAnswer
}
