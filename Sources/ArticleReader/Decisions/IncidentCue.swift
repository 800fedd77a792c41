/// What speaks for a claim's being of another incident than the article's own, or against it.
enum IncidentCue: UInt8, Cue {
  static let names = spelled

  // When.
  case yearBefore, yearBeforeAside, monthBefore, longBefore, daysBefore, dayBefore, sameDay, dayAfter
  case opensWithPast, opensWithDay, since, sinceOutside, longAgo, shortAgo, afterAWhile, noTime, datedEntry
  case beforeStoryDay, storyDay, afterStoryDay
  case pastMarker, pastMarkerAside, weekBefore, whenPast
  // Words in its own clause, and elsewhere in its sentence.
  case series, seriesOutside, general, generalOutside, conflict, conflictOutside, superlative, superlativeOutside
  case ownIncident, ownOutside, elsewhere, elsewhereLater
  // The nouns of incidents.
  case aIncident, theIncident, thatIncident, manyIncidents, anotherIncident, anotherOutside, opensWithAnother,
    ofStoryKind, ofOtherKind
  case aIncidentBefore, inWhich
  // Where.
  case inStoryPlace, inOtherPlace, inBothPlaces, opensInOtherPlace, knownName, onlyNewNames
  // How it is told.
  case present, past, perfect, pastPerfect, gerund, passive, noVerb, inRelative
  case attributed, quoted, saysBefore, negated
  // Where in the story.
  case title, lead, second, early, firstHalf, lastQuarter, shortStory, listStory, untitled
  case afterAnother, afterAnotherInParagraph, lastToldAnother, afterPast, afterPastInParagraph, afterOwn,
    beginsParagraph
  // The figure.
  case inTitle, toldAsOwn, toldAsOther, moreThanOwn, farMoreThanOwn, lessThanOwn, noOwn, thousands, tenThousands, zero
  case one, vague, rounded, more
  // Who, and how it was read.
  case attackers, forces, held, injured, missing, rescued, bareNumber, definite, part, ofIncidentNoun
  // Two of these together.
  case otherPlaceOtherDay, aIncidentOtherDay, aIncidentOtherPlace, otherKindLate, seriesLarge, perfectSeries
  case perfectLarge, attributedOwnPlace, pastAndLess, thatAfterAnother
  case alone, alonePast, aloneAfterAWhile, aloneAnother, aloneRank, roundUp, roundUpOtherPlace
  case notCount
}
