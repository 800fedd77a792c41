/// What speaks for a figure's being a part of another one, or against it.
enum ScopeCue: UInt8, Cue {
  static let names = spelled

  // As its rule read it.
  case changes, readAsPart, hasWhole, hasWholeBefore, increment, bareNumber, definite, ofMany, singular, nameless
  // The figure.
  case zero, one, few, hundreds, vague, atLeast, about, rounded
  // Who.
  case plainPeople, kindOfPeople, attackers, forces, nationality, otherPeople, ofStatusNoun, unknownNoun
  case killed, injured, critical, held, missing, rescued, aboard
  // Words in its clause.
  case whole, share, shareBefore, superlative, hospital, series, elsewhere
  // Where and when.
  case inStoryPlace, inOtherPlace, inBothPlaces, opensInOtherPlace, sameDay, otherDay, opensWithDay
  // The sentence.
  case listed, listedFirst, peers, wholeOfPeers, medicalSpeaker, sameStatusBefore, sameStatusAfter, lessInSentence,
    mostInSentence, inRelative, gerund
  case passive, active, past, perfect, aIncident, theIncident, attributed, quoted, inParentheses
  // The story.
  case title, lead, second, early, firstHalf, lastQuarter, listStory, shortStory, inTitle
  case firstOfStatus, onlyOfStatus, mostOfStatus, lessThanMost, farLessThanMost, sameAsMost, lessThanTitle, lessThanLead
  case mostOfClass, lessThanClass, firstOfClass, toldBefore, toldAgain, sameAsLead, sameAsMostTitle, manyOfStatus
  case moreThanTitle
}
