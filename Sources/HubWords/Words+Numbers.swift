package import HubModel

/// Numbers as each language writes them. Spaces inside a number never break a line.
extension Words {
  /// `12,500` and `12 500`.
  package func number(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    let separator = language == .en ? "," : "\u{A0}"
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += separator }
      text.append(digit)
    }
    return text
  }

  /// A number of people: `about 60` and `environ 60` where nobody counted exactly.
  package func people(_ count: Int, isApproximate: Bool) -> String {
    isApproximate ? self("people.about", ["count": number(count)]) : number(count)
  }

  /// `$125,000` and `125 000 $`, with cents where there are any; another currency by its code.
  package func money(_ money: Money) -> String {
    let cents = Int(money.cents.magnitude % 100)
    var amount = number(Int(money.cents.magnitude / 100))
    if cents > 0 {
      amount += (language == .en ? "." : ",") + (cents < 10 ? "0" : "") + String(cents)
    }
    let sign = money.cents < 0 ? "-" : ""
    let isDollar = money.currency == "CAD"
    return switch language {
    case .en: isDollar ? "\(sign)$\(amount)" : "\(sign)\(amount)\u{A0}\(money.currency)"
    case .fr: "\(sign)\(amount)\u{A0}\(isDollar ? "$" : money.currency)"
    }
  }

  /// `12 of 30 (40%)` and `12 sur 30 (40 %)`: a share is never told without its numbers.
  package func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return self("share.none") }
    let percent = (part * 200 + whole) / (whole * 2)
    return self(
      "share", ["part": number(part), "whole": number(whole), "percent": String(percent)])
  }
}
