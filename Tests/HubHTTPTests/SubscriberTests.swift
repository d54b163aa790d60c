import HubHTTP
import Testing

@Suite struct SubscriberTests {
  @Test(arguments: [
    ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"),
    ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
    ("2001:db8:1:3::9", "2001:db8:1:3::/64"), ("::1", "0:0:0:0::/64"), ("unix", "unix"),
  ])
  func `addresses of one subscriber are one`(address: String, subscriber: String) {
    #expect(Subscriber.of(address) == subscriber)
  }

  @Test func `what is no address is no longer than one`() {
    #expect(Subscriber.of(String(repeating: "x", count: 5000)).utf8.count == 45)
  }
}
