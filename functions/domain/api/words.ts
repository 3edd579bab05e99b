/** What each query parameter asks, as far as its schema does not say it. */
export const QUERY_WORDS: Record<string, string> = {
  after: 'Where the page before ended. Take the whole address from its `Link` with rel="next".',
  atLeast: 'Scripts told of by at least so many complaints.',
  by: 'Days of the call’s own wall clock, or of the report’s arrival (UTC).',
  callerId: 'Only calls that displayed this number.',
  date: 'The order under which a vote was held on this day; today when neither is said.',
  door: 'How reports came: by hand, by text message, or as a row of a list. Claimed, not verified.',
  format: 'How the rows are written, whatever `Accept` says.',
  from: 'First day.',
  interval: 'Rows by the day or by the hour.',
  kind: 'Only calls of this kind.',
  language: 'Of the headings. Without it, `Accept-Language` decides.',
  limit: 'Rows of one page.',
  mention: 'The day of a first public mention: the rows are what was before it, and what from it on.',
  order: 'Representation order. The same number is another riding in another order.',
  province: 'Only this province.',
  q: 'What was typed: the beginning of a name in either language, or of a number.',
  representationOrder: 'Only ridings of this representation order.',
  riding: 'Only this riding, by its OCD division id, or `unresolved`.',
  script: 'Only this script.',
  templated: 'With or without reports whose text came from ten reporters or more within six hours.',
  to: 'Last day.',
}

/** What is asked by the fields of a report, as far as label and schema do not say it. */
export const FIELD_WORDS: Record<string, string> = {
  '/call': 'One of message, callerId, receivedAt, callerName and claimedToBe is required.',
  '/call/callerId': 'As displayed, in any spelling; “private”, “inconnu”… Its owner need not have placed the call.',
  '/call/receivedAt':
    'The riding’s wall clock, or with an offset; an hour (2011-05-02T10), a date or a month alone. Not in the future.',
  '/call/kind': 'Without it: unsure.',
  '/call/election': 'Without it: federal. Only federal calls are counted by riding.',
  '/call/message': 'As near to the words as can be. A withdrawal erases it.',
  '/call/language': 'BCP 47; extensions and private use are dropped.',
  '/riding': 'A name in English or French, spelled as may be; a number, an OCD division id or a postal code.',
  '/representationOrder': 'Without it, the order under which a vote was held on the day of the call.',
  '/source': 'The site or office that asks. Claimed, never verified, and published as claimed.',
  '/reporter/phone':
    'Becomes a token at the door, and every other occurrence of it is replaced. null: nobody’s. In a replacement (PUT) absent means as before.',
  '/reporter/ageBand': 'Of under-14 no line and no text is kept.',
  '/reporter/earlierPoll': 'A poll that came before the call. There when the question was asked, even if empty.',
  '/reporter/earlierPoll/receivedOn': 'A date, or a month.',
  '/reporter/earlierPoll/preference': 'For or against the party that asked.',
}
