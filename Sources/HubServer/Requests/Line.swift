/// A line in which who came first is served first, without moving up the others each time.
struct Line<Element> {
  private var elements: [Element?] = []
  /// How many at the beginning have been served.
  private var served = 0

  var count: Int { elements.count - served }

  var first: Element? { served < elements.count ? elements[served] : nil }

  mutating func add(_ element: Element) { elements.append(element) }

  /// Takes the first one away.
  @discardableResult mutating func take() -> Element? {
    guard served < elements.count else { return nil }
    defer {
      elements[served] = nil
      served += 1
      if served == elements.count {
        elements.removeAll(keepingCapacity: true)
        served = 0
      } else if served >= 256, served * 2 >= elements.count {
        elements.removeFirst(served)
        served = 0
      }
    }
    return elements[served]
  }
}
