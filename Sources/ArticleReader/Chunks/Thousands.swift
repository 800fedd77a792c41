/// Numbers whose thousands a space parts: "3 000", "1 200 000", and the slip "17, 000".
enum Thousands {
  /// - Parameter before: What stands before the number: "May 12 300 people", "coach 3 200 passengers" are two numbers.
  /// - Returns: The value and the token after it, or `nil` for a number that is whole.
  static func read(at start: Int, _ end: Int, of tokens: [Token], after before: Term?) -> (value: Int, end: Int)? {
    guard let first = digits(of: tokens[start]), first <= 3, tokens[start].value > 0, start + 1 < end else {
      return nil
    }
    if let before, !before.categories.isDisjoint(with: CategorySet(.thing, .unit, .month, .title, .noun)) { return nil }
    var (value, position) = (tokens[start].value, start + 1)
    // "17, 000 patients": no number of its own begins with three noughts.
    if position + 1 < end, tokens[position].kind == .comma, tokens[position].isJoined,
      digits(of: tokens[position + 1]) == 3, tokens[position + 1].value == 0, !tokens[position + 1].isJoined
    {
      return (value * 1000, position + 2)
    }
    while position < end, tokens[position].kind == .number, !tokens[position].isJoined,
      digits(of: tokens[position]) == 3, tokens[position].start - tokens[position - 1].end <= 3, position - start < 4
    {
      value = value * 1000 + tokens[position].value
      position += 1
    }
    return position > start + 1 ? (value, position) : nil
  }

  private static func digits(of token: Token) -> Int? {
    token.kind == .number ? Int(token.end - token.start) : nil
  }
}
