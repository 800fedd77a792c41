/// What speaks for a count's being right, or against it. The rule that read it is weighed beside them.
enum CertaintyCue: UInt8, Cue {
  // Margins of the decisions.
  case surelyOwn, ratherOwn, barelyOwn, surelyTotal, ratherTotal, barelyTotal, barelyPart, ratherPart, surelyPart
  // How it was read.
  case ofVerb, nounOnly, bareNumber, unknownNoun, definite, farFromVerb, onlyNumber, manyNumbers, refusedBeside
  case manyFindings, severalStatuses, longSentence, shortSentence, negated, doubted, unknownVerb, questions
  case quoted, attributed, title, lead, early, lastQuarter, shortStory, listStory, inRelative, present, conditional
  // The figure.
  case zero, one, vague, thousands, increment, rounded, atMost
  case attackers, forces, killed, injured, critical, held, missing, rescued, aboard, strength
  // The story.
  case inTitle, toldTwice, toldOften, toldByTwo, onlyOfStatus, moreThanTitle, moreThanLead, lessThanMost, mostOfStatus
  case afterAnother, sameAsLead, otherPlace, otherTime, seriesWord, aIncident
}
