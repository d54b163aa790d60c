import HubApp
import Testing

@Suite struct KeptTests {
  @Test func `what is kept holds for one state of the data`() {
    let kept = Kept<String, Int>(most: 1000)
    kept.keep(1, of: "a", bytes: 10, at: 5)
    #expect(kept.value(of: "a", at: 5) == 1)
    #expect(kept.value(of: "b", at: 5) == nil)
    #expect(kept.value(of: "a", at: 6) == nil)
    // A request that began before the commit gets nothing and leaves nothing.
    kept.keep(2, of: "a", bytes: 10, at: 5)
    #expect(kept.value(of: "a", at: 5) == nil)
    #expect(kept.value(of: "a", at: 6) == nil)
    #expect(kept.bytes == 0)
  }

  @Test func `no more is kept than was allowed, and what is used stays`() {
    let kept = Kept<Int, Int>(most: 1000)
    for number in 0..<1000 {
      kept.keep(number, of: number, bytes: 10 + number % 7, at: 1)
      #expect(kept.bytes <= 1000)
      #expect(kept.value(of: 0, at: 1) == 0)
    }
    #expect(kept.value(of: 1, at: 1) == nil)
    #expect(kept.value(of: 999, at: 1) == 999)
  }

  @Test func `one that is large does not push out the others`() {
    let kept = Kept<String, Int>(most: 1000)
    kept.keep(1, of: "small", bytes: 10, at: 1)
    kept.keep(2, of: "large", bytes: 900, at: 1)
    #expect(kept.value(of: "small", at: 1) == 1)
    #expect(kept.value(of: "large", at: 1) == nil)
    kept.keep(3, of: "small", bytes: 20, at: 1)
    #expect(kept.bytes == 20)
  }
}
