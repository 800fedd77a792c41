/// What speaks for a count's being right and the figure of its row, or against it. The cues of the two other decisions
/// and the rule that read it are weighed beside them.
enum CertaintyCue: UInt8, Cue {
  static let names = spelled

  // Margins of the two other decisions, and the answer of the second.
  case surelyOwn, ratherOwn, barelyOwn, surelyTotal, ratherTotal, barelyTotal, barelyPart, ratherPart, surelyPart
  case isPart
  // How it was read.
  case farFromVerb, onlyNumber, manyNumbers, refusedBeside, manyFindings, severalStatuses, longSentence, shortSentence
  case doubted, unknownVerb, conditional
  /// "Killed, injured or homeless": one figure for several statuses.
  case orOther
  /// "Spoke of seeing 100 bodies": as many as one person saw.
  case seen
  // The status and the class of people, and whether the count is one.
  case atMost, attackersOut, attackersHeld, attackersAboard, forcesKilled, forcesHurt, forcesHeld
  case oneDead, oneHurt, oneHeld, oneOut, oneAboard, oneLost
  // The story: the figures of its status, and of its status and class.
  case toldTwice, toldOften, moreThanLead, firstOfRow, onlyOfRow, inOpening, notAsOpening, notInOpening, ofOtherClass
}
