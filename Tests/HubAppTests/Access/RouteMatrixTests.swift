import HubHTTP
import HubModel
import HubText
import Testing

@testable import HubApp

/// Every route that there is, asked by every figure, holds to the one rule of access.
@Suite struct RouteMatrixTests {
  let matrix: RouteMatrix

  init() throws { matrix = try RouteMatrix.kept.get() }

  @Test func `no route is left out`() {
    print(
      "routes: \(matrix.asked.count) × \(Figure.all.count) figures,",
      "\(matrix.cells) cells, \(matrix.requests) requests")
    #expect(matrix.unasked == [])
    #expect(matrix.cells > 10_000)
  }

  @Test func `a hidden record is answered as an absent one by every route`() {
    #expect(matrix.unlike.count == 0, "\(matrix.unlike.prefix(12).joined(separator: "\n"))")
  }

  @Test func `no answer tells of a hidden record`() {
    #expect(matrix.revealing.count == 0, "\(matrix.revealing.prefix(40).joined(separator: "\n"))")
  }

  @Test func `every route is for those whom it says it is for`() {
    #expect(matrix.misnamed.count == 0, "\(matrix.misnamed.prefix(12).joined(separator: "\n"))")
  }

  @Test func `no record names a hidden neighbour in a field`() {
    #expect(matrix.fieldsThatName == [])
  }
}
