import HubHTTP
import HubModel

extension Request {
  /// How many faults an answer tells: all that anybody reads at a time, and few to strangers.
  var mostFaults: Int { principal == nil ? 50 : 1000 }

  /// The faults that the answer tells: the first ones, and at the end how many there are.
  func told(_ faults: [Fault]) -> [Fault] {
    let most = mostFaults
    guard faults.count > most else { return faults }
    // A file that was nothing but faults has counted them already.
    let further = faults.last { $0.code == "moreFaults" }
    let count = further?.arguments["count"] ?? String(faults.count)
    let rest = Fault("moreFaults", ["most": String(most), "count": count])
    return faults.filter { $0.code != "moreFaults" }.prefix(most) + [rest]
  }
}
