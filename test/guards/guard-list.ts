/** What keeps a count right when something goes wrong, and the test that fails when it is not there. */
export type Guard = {
  name: string
  /** Where it is: exactly once in this file. */
  file: string
  text: string
  /** What is there instead when it is disabled. */
  without: string
  test: string
  /** The promise, in the words of the test. */
  promise: string
}

const CONFLICTS = 'test/merge-report/merge-conflicts.test.ts'
const MERGE = 'test/merge-report/merge-report.test.ts'
const REPORT = 'test/domain/report.test.ts'
const TALLY = 'test/tally-complaints/tally-complaints.test.ts'
const ANSWERS = 'test/faults/batch-answers.test.ts'
const SCRIPTS = 'test/group-scripts/group-scripts.test.ts'
const BRIDGES = 'test/group-scripts/bridges.test.ts'
const GUARD_TABLE = 'test/adapters/guard-table.test.ts'
const SAME_CALL = 'test/merge-report/same-call.test.ts'
const NOBODY = 'test/merge-report/sent-again-by-nobody.test.ts'
const MARKER = 'test/receive-report/source-marker.test.ts'
const LINKAGE = 'test/domain/matching/linkage.test.ts'
const PARTITION = 'test/domain/partition.test.ts'
const ERASE = 'test/merge-report/erase-line.test.ts'
const KEYS = 'test/receive-report/idempotency.test.ts'
const TEXTS = 'test/receive-sms/receive-text.test.ts'
const DOOR = 'test/receive-report/claimed-door.test.ts'
const ROW_KEYS = 'test/operate/import/row-keys.test.ts'
const EXACT = 'test/end-to-end/exact.test.ts'
const LIMITS = 'test/domain/limits.test.ts'
const TOKENS = 'test/infra/local/authorize.test.ts'
const NO_GOOD_TOKEN = 'what is no good token is refused in the words of the gateway, and the function is not called'
const UNSURE = 'test/operate/import/unsure-api.test.ts'

const POST_AND_PUT = 'a POST and a PUT to another line that are merged at once file the report under the one line'
const AT_ONCE = 'reports of one reporter that are merged at once are all filed'
const TOMBSTONE = 'a withdrawn report leaves a tombstone, no words and no facts'
const AT_ONE_MOMENT = 'two texts that are alike and come at one moment find each other'
const BESIDE_OTHERS = 'two texts that are alike and come at one moment find each other in a band that others are in'
const ANY_ORDER = 'any order and any repetition of the changes gives the same report'
const HANDS =
  'a report that changes hands between two reporters with fifty reports each is moved whole, and keeps its words'

export const GUARDS: Guard[] = [
  // A list: one row, one report.
  {
    name: 'import: a row that is sent again is sent under its key',
    file: 'operate/import/ask-api.ts',
    text: 'const told = { ...headers,',
    without: "const told = { ...headers, 'idempotency-key': `${Math.random()}`,",
    test: UNSURE,
    promise: 'an API that fails before, after and instead of taking a row gets every row once',
  },
  {
    name: 'import: rows that are alike have keys of their own',
    file: 'operate/import/row-keys.ts',
    text: 'seen.set(short, ordinal + 1)',
    without: 'seen.set(short, ordinal)',
    test: ROW_KEYS,
    promise: 'rows that are alike have keys of their own, the same in every run and in any order',
  },
  {
    name: 'import: one key never names two rows of a file',
    file: 'operate/import/row-keys.ts',
    text: 'seen.add(short)',
    without: 'seen.has(short)',
    test: ROW_KEYS,
    promise: 'a key of their own stands but once in a file, and is another in another list',
  },
  {
    name: 'door: through another door the same body is another body',
    file: 'functions/receive-report/receive-report.ts',
    text: "door === 'web' ? input : { door, input }",
    without: "door === 'web' ? input : input",
    test: DOOR,
    promise: 'under one key the same body through another door is another body',
  },
  // The door: one request, one report.
  {
    name: 'guard: the first request under a key holds it',
    file: 'functions/adapters/guard-table.ts',
    text: 'attribute_not_exists(pk) OR expiresAt < :now',
    without: 'attribute_not_exists(pk) OR expiresAt <> :now',
    test: GUARD_TABLE,
    promise: 'of many at once one is the first, and all go on under its stamp',
  },
  {
    name: 'guard: it holds for 14 days, not for ever',
    file: 'functions/adapters/guard-table.ts',
    text: 'attribute_not_exists(pk) OR expiresAt < :now',
    without: 'attribute_not_exists(pk) OR expiresAt = :now',
    test: GUARD_TABLE,
    promise: 'the same key with another body is refused for 14 days, and then it is a key like any other',
  },
  {
    name: 'guard: another body is another request',
    file: 'functions/adapters/guard-table.ts',
    text: "if (Item?.['bodyHash']?.S !== bodyHash)",
    without: "if (Item?.['bodyHash']?.S === bodyHash + 'none')",
    test: GUARD_TABLE,
    promise: 'the same key with another body is refused for 14 days, and then it is a key like any other',
  },
  {
    name: 'guard: a replay goes on under the first stamp',
    file: 'functions/adapters/guard-table.ts',
    text: 'return replayed(request, error)',
    without: 'return replayed(request, error) && request.stamp',
    test: GUARD_TABLE,
    promise: 'the same request again goes on under the stamp of the first',
  },
  {
    name: 'door: the id is made of key and body',
    file: 'functions/receive-report/receive-report.ts',
    text: 'idempotencyKey ? keyedReportId(ports.keys, idempotencyKey, body) : ports.newReportId()',
    without: 'ports.newReportId()',
    test: KEYS,
    promise: '300 concurrent posts of one key and body are one report, one answer and one message',
  },
  {
    name: 'door: accepted only once the queue has it',
    file: 'functions/receive-report/receive-report.ts',
    text: 'await ports.queue.send({ v: 1, event: ports.event, ...change, ...stamp, ...(marker ? { marker } : {}) })',
    without:
      'await ports.queue.send({ v: 1, event: ports.event, ...change, ...stamp, ...(marker ? { marker } : {}) }).catch(() => {})',
    test: KEYS,
    promise: 'when the send fails after the guard, the retry sends the message that was meant',
  },
  {
    name: 'door: the own line leaves every text',
    file: 'functions/domain/tell.ts',
    text: 'text === undefined ? undefined : clearText(text, owns)',
    without: 'text',
    test: 'test/receive-report/identity.test.ts',
    promise: 'in no field, however spelled, does the reporter’s number pass the door',
  },
  {
    name: 'receipt: made with the key',
    file: 'functions/adapters/receipts.ts',
    text: 'if (!timingSafeEqual(Buffer.from(mac), Buffer.from(expected))) return undefined',
    without: '',
    test: 'test/adapters/receipts.test.ts',
    promise: 'a receipt opens no other report',
  },
  {
    name: 'receipt: without it, 404',
    file: 'functions/adapters/report-claim.ts',
    text: "if (!line) throw new RejectedError('unknown-report')",
    without: '',
    test: 'test/show-report/receipt.test.ts',
    promise: 'to anybody else a report that is there, one that is not, and what is no id are the same 404',
  },

  // Texts: each handled once, one after the other for each sender.
  {
    name: 'texts of one sender one after the other',
    file: 'functions/adapters/dialogue-store.ts',
    text: "ConditionExpression: 'rev = :seen'",
    without: "ConditionExpression: 'rev <> :seen OR rev = :seen'",
    test: TEXTS,
    promise: 'texts of one sender that come at the same moment are one report with all they tell',
  },
  {
    name: 'the first texts of a sender one after the other',
    file: 'functions/adapters/dialogue-store.ts',
    text: "ConditionExpression: 'attribute_not_exists(pk)'",
    without: "ReturnValuesOnConditionCheckFailure: 'NONE'",
    test: TEXTS,
    promise: 'texts of one sender that come at the same moment are one report with all they tell',
  },
  {
    name: 'a text that was handled sends again what was not sent',
    file: 'functions/receive-sms/receive-text.ts',
    text: 'await carryOut(handled, keys, ports)',
    without:
      'if (!(await ports.dialogues.load(sender.key, keys.messageKey, ports.now())).handled) await carryOut(handled, keys, ports)',
    test: TEXTS,
    promise: 'when the queue refuses, the same text again brings the report in',
  },
  {
    name: 'only the code that was sent erases',
    file: 'functions/domain/sms/answer-keyword.ts',
    text: 'hash === erasure.codeHash',
    without: "hash !== ''",
    test: TEXTS,
    promise: 'ERASE asks for a code, and only that code, in time, from that line, erases',
  },
  {
    name: 'and only in time',
    file: 'functions/domain/sms/answer-keyword.ts',
    text: 'isInTime && hash',
    without: 'hash',
    test: TEXTS,
    promise: 'ERASE asks for a code, and only that code, in time, from that line, erases',
  },
  {
    name: 'nothing is written to whoever opted out',
    file: 'functions/receive-sms/receive-text.ts',
    text: "!isOptedOut || keyword?.does === 'start'",
    without: "isOptedOut !== undefined || keyword?.does === 'start'",
    test: TEXTS,
    promise: 'whoever opted out is not written to again, yet reports; START ends that',
  },
  // Codes and drafts: once, and in the order in which they were meant.
  {
    name: 'code: it holds for a day, not until the table has come round',
    file: 'functions/adapters/one-time-codes.ts',
    text: "'expiresAt > :now'",
    without: "'attribute_exists(pk) AND expiresAt <> :now'",
    test: 'test/open-line/open-line.test.ts',
    promise:
      'a code that is wrong, spent, expired, malformed, or none, is answered like an unknown report, byte for byte',
  },
  {
    name: 'code: not spent for nothing',
    file: 'functions/open-line/open-line.ts',
    text: 'await codes.putBack(keys, code, opened)',
    without: '',
    test: 'test/open-line/open-line.test.ts',
    promise: 'a code whose reports cannot be read at this moment is not spent',
  },
  {
    name: 'draft: a replay does not undo a later change',
    file: 'functions/adapters/drafts.ts',
    text: 'attribute_exists(pk) AND acceptedAt < :acceptedAt',
    without: 'attribute_exists(pk) AND acceptedAt <> :acceptedAt',
    test: 'test/receive-report/drafts.test.ts',
    promise: 'a PUT that comes again after a later one does not undo it',
  },
  {
    name: 'draft: erased before the queue has the withdrawal',
    file: 'functions/receive-report/receive-report.ts',
    text: '  await changeDraft(change, stamp, ports)\n',
    without: '',
    test: 'test/receive-report/drafts.test.ts',
    promise: 'the draft is erased before the queue has the withdrawal: no words outlive it, whatever fails between',
  },

  // The order of changes: any order, any repetition, one outcome.
  {
    name: 'order: rank',
    file: 'functions/domain/message.ts',
    text: 'a.rank - b.rank || ',
    without: '',
    test: REPORT,
    promise: 'a POST that is sent again after a PUT, with the guard gone, does not undo it',
  },
  {
    name: 'order: acceptedAt',
    file: 'functions/domain/message.ts',
    text: 'compareText(a.acceptedAt, b.acceptedAt) || ',
    without: '',
    test: REPORT,
    promise: 'of two PUTs the one accepted later holds, whatever their message ids and whichever comes first',
  },
  {
    name: 'order: messageId',
    file: 'functions/domain/message.ts',
    text: ' || compareText(a.messageId, b.messageId)',
    without: '',
    test: REPORT,
    promise: ANY_ORDER,
  },
  {
    name: 'order: of the line',
    file: 'functions/domain/report.ts',
    text: 'known && compareOrder(order, known.order) <= 0 ? known : { order, token }',
    without: '{ order, token }',
    test: REPORT,
    promise: 'an unlabelled later change does not undo an earlier change of line',
  },
  {
    name: 'order: received when first accepted',
    file: 'functions/domain/report.ts',
    text: '!report || acceptedAt < report.receivedAt ? acceptedAt : report.receivedAt',
    without: 'acceptedAt',
    test: REPORT,
    promise: 'the same POST sent again weeks later, with the guard gone, keeps the first day of reception',
  },
  {
    name: 'order: a tombstone stays',
    file: 'functions/domain/report.ts',
    text: 'if (report && !report.told) return report',
    without: '',
    test: MERGE,
    promise: TOMBSTONE,
  },

  // Merging: one transaction, under the versions that were read.
  {
    name: 'version: nobody made this item since',
    file: 'functions/adapters/complaint-store.ts',
    text: "? { ConditionExpression: 'attribute_not_exists(pk)' }",
    without: '? {}',
    test: CONFLICTS,
    promise: POST_AND_PUT,
  },
  {
    name: 'version: nobody changed this item since',
    file: 'functions/adapters/complaint-store.ts',
    text: ": { ConditionExpression: 'version = :seen', ExpressionAttributeValues: toItem({ ':seen': item.version - 1 }) }",
    without: ': {}',
    test: CONFLICTS,
    promise: AT_ONCE,
  },
  {
    name: 'version: of the report',
    file: 'functions/adapters/complaint-store.ts',
    text: 'putVersion(tables.complaints, { pk: id, v: V, ...report })',
    without: '{ Put: { TableName: tables.complaints, Item: toItem({ pk: id, v: V, ...report }) } }',
    test: CONFLICTS,
    promise: POST_AND_PUT,
  },
  {
    name: 'version: of the reporter',
    file: 'functions/adapters/complaint-store.ts',
    text: 'putVersion(table, { pk: key, v: V, ...reporter })',
    without: '({ Put: { TableName: table, Item: toItem({ pk: key, v: V, ...reporter }) } })',
    test: CONFLICTS,
    promise: AT_ONCE,
  },
  {
    name: 'conflict: read again and decide anew',
    file: 'functions/adapters/conflict.ts',
    text: 'const MAX_ATTEMPTS = 30',
    without: 'const MAX_ATTEMPTS = 1',
    test: CONFLICTS,
    promise: AT_ONCE,
  },
  {
    name: 'unprocessed: ask again for what was left',
    file: 'functions/adapters/dynamodb.ts',
    text: "(answer.UnprocessedKeys?.[table]?.Keys ?? []).map((key) => String(fromItem(key)['pk']))",
    without: "[''].slice(1)",
    test: 'test/adapters/dynamodb.test.ts',
    promise: 'more items than one call takes are all read, though each call leaves half of them to the next',
  },
  {
    name: 'sequence: one reporter’s messages one by one',
    file: 'functions/merge-report/merge-batch.ts',
    text: 'for (const queued of group) await merge(queued)',
    without: 'await Promise.all(group.map(merge))',
    test: CONFLICTS,
    promise: 'a batch merges the reports of one reporter one after the other: none of them is tried twice',
  },
  {
    name: 'event: another’s reports are not ours',
    file: 'functions/merge-report/merge-batch.ts',
    text: "if (message.event !== ports.event) throw new Error('a report of another event')",
    without: '',
    test: CONFLICTS,
    promise: 'a report of another event is kept for whoever serves that',
  },
  {
    name: 'message: an unknown version waits',
    file: 'functions/domain/message.ts',
    text: 'v: z.literal(1)',
    without: 'v: z.int()',
    test: MERGE,
    promise: 'a message of a version to come is kept for a later version of us',
  },
  {
    name: 'merge: both reporters of a moved report',
    file: 'functions/merge-report/merge-report.ts',
    text: 'new Set([from, to].filter(',
    without: 'new Set([to].filter(',
    test: MERGE,
    promise: 'an amended line moves the report to the other reporter, and both are counted anew',
  },
  {
    name: 'merge: others are told their complaint',
    file: 'functions/merge-report/merge-report.ts',
    text: 'moved.set(id, placement)',
    without: 'void [id, placement]',
    test: MERGE,
    promise: 'a smaller id that comes later renames the complaint for all',
  },
  {
    name: 'merge: a transaction that would be too large',
    file: 'functions/merge-report/merge-report.ts',
    text: 'filed.moved.size > MAX_MOVED',
    without: 'filed.moved.size > Infinity',
    test: CONFLICTS,
    promise: HANDS,
  },
  {
    name: 'merge: words stay while a report changes hands',
    file: 'functions/merge-report/merge-report.ts',
    text: '{ ...Report.parse(before), told: before?.told }',
    without: 'Report.parse(before)',
    test: CONFLICTS,
    promise: HANDS,
  },
  {
    name: 'merge: words of a withdrawn report go',
    file: 'functions/merge-report/merge-report.ts',
    text: 'return before ? { words: null } : {}',
    without: 'return {}',
    test: MERGE,
    promise: TOMBSTONE,
  },
  {
    name: 'limit: the fifty-first report goes apart',
    file: 'functions/merge-report/merge-report.ts',
    text: 'Object.keys(reports).length < mostLiveReports(home) ? home : apart',
    without: 'Object.keys(reports).length < Infinity ? home : apart',
    test: MERGE,
    promise: 'the fifty-first live report of one reporter is stored, apart',
  },
  {
    name: 'limit: apart, it is no person and no call',
    file: 'functions/domain/contribution.ts',
    text: 'isOverLimit(reporter) ? 0 : 1',
    without: '1',
    test: 'test/domain/contribution.test.ts',
    promise: 'a report over the limit counts as a report only',
  },
  {
    name: 'erased: a report that comes after the erasure of its line',
    file: 'functions/domain/erasure.ts',
    text: "since <= (erasures.get(token) ?? '')",
    without: "since <= ''",
    test: ERASE,
    promise: 'a report that was still in the queue, or comes again, is withdrawn as well; one accepted later is kept',
  },
  {
    name: 'erased: a list tells who comes beyond the limit',
    file: 'functions/adapters/line-index.ts',
    text: 'attribute_not_exists(erasedAt) OR erasedAt < :since',
    without: 'attribute_not_exists(erasedAt) OR erasedAt <> :since',
    test: ERASE,
    promise: 'so does one beyond the limit, which writes nothing of the line’s reporter',
  },
  {
    name: 'erased: what the reporter does not hold is listed',
    file: 'functions/domain/beyond.ts',
    text: '!== filedUnder)',
    without: "!== filedUnder && token === '')",
    test: ERASE,
    promise: 'and one that takes its report to another line meanwhile',
  },
  {
    name: 'batch: merge-report names what failed',
    file: 'functions/merge-report/handler.ts',
    text: 'failed.map((itemIdentifier)',
    without: 'failed.slice(failed.length).map((itemIdentifier)',
    test: ANSWERS,
    promise: 'merge-report names each message that failed, and no other',
  },
  {
    name: 'batch: what cannot be read has failed',
    file: 'functions/merge-report/merge-batch.ts',
    text: "'message' in queued ? [] : [queued.messageId]",
    without: '[]',
    test: ANSWERS,
    promise: 'merge-report names each message that failed, and no other',
  },
  {
    name: 'batch: what cannot be stored has failed',
    file: 'functions/merge-report/merge-batch.ts',
    text: '      failed.push(messageId)\n',
    without: '',
    test: ANSWERS,
    promise: 'merge-report answers with a list when all is done, and when nothing can be',
  },
  {
    name: 'batch: tally-complaints names what failed',
    file: 'functions/tally-complaints/handler.ts',
    text: 'unreadable.map((itemIdentifier)',
    without: 'unreadable.slice(unreadable.length).map((itemIdentifier)',
    test: ANSWERS,
    promise: 'tally-complaints names each record that it cannot read, and folds the others',
  },

  // Matching: what is one call, and what only may be.
  {
    name: 'matching: from the upper threshold on',
    file: 'functions/domain/matching/linkage.ts',
    text: 'weight >= MERGED_FROM',
    without: 'weight >= 1',
    test: LINKAGE,
    promise: 'two that weigh enough are one group, from the threshold on',
  },
  {
    name: 'matching: nothing chains',
    file: 'functions/domain/matching/linkage.ts',
    text: 'isBarred: a.isBarred || b.isBarred',
    without: 'isBarred: false',
    test: LINKAGE,
    promise: 'where the times of two keep them apart, no third brings them together',
  },
  {
    name: 'matching: what fits two calls joins neither',
    file: 'functions/domain/matching/linkage.ts',
    text: 'Math.log2(1 + odds)',
    without: 'Math.log2(1 + 0 * odds)',
    test: LINKAGE,
    promise: 'what is as like one call as another is left with neither, unless one of them is the likelier by far',
  },
  {
    name: 'matching: the campaign alone is no call',
    file: 'functions/domain/matching/compare-reports.ts',
    text: '2 ** -one + 2 ** -other',
    without: '2 ** -one + 0 * other',
    test: 'test/domain/matching/levels.test.ts',
    promise:
      'what the other calls of a campaign have in common as well counts up to a limit, and what goes beyond is shown',
  },
  {
    name: 'matching: in an order of its own',
    file: 'functions/domain/partition.ts',
    text: 'reports.toSorted((a, b) => (calledFirst(a) < calledFirst(b) ? -1 : 1))',
    without: 'reports.toSorted(() => 0)',
    test: PARTITION,
    promise: 'of equals the earlier are joined, in whatever order they come',
  },
  {
    name: 'matching: a possible duplicate is said',
    file: 'functions/domain/partition.ts',
    text: '...(possible ? { possibleDuplicateOf',
    without: '...(possible?.weight === Infinity ? { possibleDuplicateOf',
    test: SAME_CALL,
    promise: 'what may be the same call is counted apart, and says of which',
  },
  {
    name: 'matching: an old reason goes with the match',
    file: 'functions/adapters/complaint-store.ts',
    text: 'const removal = gone.length > 0 ?',
    without: 'const removal = gone.length > 9 ?',
    test: SAME_CALL,
    promise: 'the complaint goes by another name when the report that named it is withdrawn, and the reasons with it',
  },
  {
    name: 'marker: copies without a line are filed together',
    file: 'functions/domain/reporter.ts',
    text: 'token ?? marker ?? id',
    without: 'token ?? id',
    test: NOBODY,
    promise: 'a report without a line that is sent again is one complaint of one reporter',
  },
  {
    name: 'marker: the same whichever comes first',
    file: 'functions/domain/report.ts',
    text: '(known < other ? known : other)',
    without: 'known',
    test: NOBODY,
    promise: 'the same POST that comes again from elsewhere is the same report, in any order',
  },
  {
    name: 'marker: only of who gave no line',
    file: 'functions/receive-report/receive-report.ts',
    text: 'source !== undefined && change.line === null',
    without: 'source !== undefined',
    test: MARKER,
    promise: 'whoever gives a line, a child, and a report without words are not marked',
  },

  // Scripts: what is read together with others is changed only as it was read.
  {
    name: 'scripts: nobody changed this band since',
    file: 'functions/adapters/script-store.ts',
    text: ": { ConditionExpression: 'version = :seen', ExpressionAttributeValues: toItem({ ':seen': item.version - 1 }) }",
    without: ': {}',
    test: SCRIPTS,
    promise: BESIDE_OTHERS,
  },
  {
    name: 'scripts: nobody made this band since',
    file: 'functions/adapters/script-store.ts',
    text: "? { ConditionExpression: 'attribute_not_exists(pk)' }",
    without: '? {}',
    test: SCRIPTS,
    promise: AT_ONE_MOMENT,
  },
  {
    name: 'scripts: an older version is grouped already',
    file: 'functions/group-scripts/group-scripts.ts',
    text: 'version >= ledger.get(key)!.version',
    without: 'version >= 0 * ledger.get(key)!.version',
    test: SCRIPTS,
    promise: 'grouping again, or an older version that comes late, changes nothing',
  },
  {
    name: 'scripts: words of what nobody tells go',
    file: 'functions/group-scripts/release-texts.ts',
    text: 'isForgotten ? scripts.forgetText(text, await scripts.bands(text.bands)) : scripts.saveText(text)',
    without: 'scripts.saveText(text)',
    test: SCRIPTS,
    promise: 'what nobody tells any more is counted nowhere, and nothing of its words is left',
  },
  {
    name: 'scripts: whoever sends what is about to be forgotten puts it into its bands again',
    file: 'functions/group-scripts/compare-texts.ts',
    text: 'const going = fresh.filter(({ id }) => known.has(id))',
    without: 'const going = fresh.filter(({ id }) => known.has(id) && id === "")',
    test: 'test/group-scripts/taken-back.test.ts',
    promise:
      'a text that one takes back while another comes to send it stands in its bands, and is found there: before write',
  },
  {
    name: 'scripts: nobody put this record together with another since',
    file: 'functions/adapters/script-counts.ts',
    text: "const isTop = 'attribute_not_exists(heldBy)'",
    without: "const isTop = 'attribute_exists(pk) OR attribute_not_exists(pk)'",
    test: 'test/group-scripts/many-parts.test.ts',
    promise: 'scripts that are joined in any order, and many at once, are one, called by the smallest name',
  },
  {
    name: 'scripts: a report goes by its surest sign alone',
    file: 'functions/domain/scripts/script-links.ts',
    text: 'return links.filter(({ reason }) => reason === links[0]!.reason)',
    without: 'return links',
    test: SCRIPTS,
    promise:
      'of two messages neither a number nor a place makes one script, nor does a person who was called with both',
  },
  {
    name: 'scripts: too few witnesses bridge nothing',
    file: 'functions/domain/scripts/bridges.ts',
    text: 'if (witnesses.size < FEWEST_WITNESSES) return []',
    without: '',
    test: BRIDGES,
    promise: 'one person who tells another message of a number that many tell of chains nothing',
  },
  {
    name: 'scripts: who may be known under several keys is no witness',
    file: 'functions/domain/scripts/bridges.ts',
    text: 'if (isAnonymous(reporter) || isOverLimit(reporter)) continue',
    without: '',
    test: BRIDGES,
    promise: 'seven are too few, whatever else one of them tells, who gives no line, or who took it back',
  },
  {
    name: 'scripts: nobody noted a witness of this bridge since',
    file: 'functions/adapters/script-store.ts',
    text: 'await put(client, versioned(bridgeKey(id), { ...bridge, version: bridge.version + 1 }))',
    without:
      'await put(client, { TableName: table, Item: toItem({ pk: bridgeKey(id), v: V, event, ...bridge, version: bridge.version + 1 }) })',
    test: BRIDGES,
    promise: 'witnesses who come at one moment are all noted',
  },
  {
    name: 'scripts: whoever opened a bridge ends what was cut off',
    file: 'functions/group-scripts/cross-bridges.ts',
    text: 'isOpen ? others.length < witnesses.length : others.length + came.size >= FEWEST_WITNESSES',
    without: '!isOpen && others.length + came.size >= FEWEST_WITNESSES',
    test: BRIDGES,
    promise: 'what was cut off when a bridge opened is ended by who comes again',
  },
  {
    name: 'scripts: a bridge that is open stays so',
    file: 'functions/group-scripts/cross-bridges.ts',
    text: 'if (isOpen) {',
    without: 'if (isOpen && (!isAsked || all.size >= FEWEST_WITNESSES)) {',
    test: BRIDGES,
    promise:
      'a bridge that many tell of stays open when one who opened it takes it back, and another tells it in other words',
  },
  {
    name: 'scripts: who takes it back is taken off the bridge',
    file: 'functions/group-scripts/group-scripts.ts',
    text: 'await leaveBridges(left.bridges, ports)',
    without: '',
    test: BRIDGES,
    promise: 'who takes it back stands on no bridge any more, open or not, and one that nobody stands on is gone',
  },
  {
    name: 'scripts: who was noted by an invocation that was cut off is taken off the bridge',
    file: 'functions/group-scripts/group-versions.ts',
    text: 'bridges.some((id) => isNoted(id, reporter))',
    without: 'false',
    test: BRIDGES,
    promise: 'nor does who was noted by an invocation that was cut off, and took it back before the next',
  },
  {
    name: 'scripts: nobody led this node elsewhere since',
    file: 'functions/adapters/script-nodes.ts',
    text: "ConditionExpression: 'parent = :seen'",
    without: "ConditionExpression: 'parent = :seen OR attribute_exists(parent)'",
    test: 'test/group-scripts/long-chains.test.ts',
    promise: 'a node that is led elsewhere while its chain is shortened stays where it was led',
  },
  {
    name: 'scripts: what was begun is ended before it is taken back',
    file: 'functions/group-scripts/group-versions.ts',
    text: 'for (const round of roundsOf(begun))',
    without: 'for (const round of roundsOf(begun.slice(begun.length)))',
    test: 'test/group-scripts/cut-off.test.ts',
    promise:
      'whatever write its grouping ended at, a complaint that is withdrawn meanwhile leaves nothing of its words',
  },
  {
    name: 'scripts: who pasted before it was a template is marked too',
    file: 'functions/group-scripts/group-scripts.ts',
    text: 'othersOf([...concerned, ...work.touched])',
    without: 'othersOf([...work.touched])',
    test: SCRIPTS,
    promise: 'a text that ten people paste within six hours is marked as a template, in its script and in every series',
  },
  {
    name: 'scripts: who was counted by what another writer changed is counted again',
    file: 'functions/group-scripts/group-scripts.ts',
    text: 'for (const key of keys) work.touched.add(key)',
    without: '',
    test: 'test/group-scripts/templates.test.ts',
    promise:
      'when another pastes it at the moment in which one of ten takes it back, it stays a template, and all are marked',
  },
  {
    name: 'scripts: what follows from a withdrawal is done before it is noted',
    file: 'functions/group-scripts/group-scripts.ts',
    text: `  await foldScripts(once, await spansOf(once, released, ports), ports)
  await saveReleased(released.values(), ports)`,
    without: `  await saveReleased(released.values(), ports)
  await foldScripts(once, await spansOf(once, released, ports), ports)`,
    test: 'test/group-scripts/cut-off.test.ts',
    promise:
      'whatever write it ended at, the grouping of a withdrawal that ends a template is ended when it is tried again',
  },

  // Exact counts: who comes in, how far, and not without a record.
  {
    name: 'exact: no answer leaves that is not on record',
    file: 'functions/answer-exact/answer-exact.ts',
    text: 'rows: isRejected ? 0 : found.page.rows.length,\n  })',
    without: 'rows: isRejected ? 0 : found.page.rows.length,\n  }).catch(() => {})',
    test: EXACT,
    promise: 'when the trail cannot be written',
  },
  {
    name: 'exact: nothing on record is put over',
    file: 'functions/adapters/audit-trail.ts',
    text: "ConditionExpression: 'attribute_not_exists(pk)',",
    without: '',
    test: EXACT,
    promise: 'an entry is never put over another',
  },
  {
    name: 'exact: a group that is no limit',
    file: 'functions/domain/limits.ts',
    text: "else throw new RejectedError('unknown-limit')",
    without: '',
    test: LIMITS,
    promise: 'a group that is no limit refuses everything',
  },
  {
    name: 'exact: what is asked for lies within',
    file: 'functions/domain/limits.ts',
    text: '!isProvinceOpen || !isRidingOpen',
    without: '!isProvinceOpen && !isRidingOpen',
    test: LIMITS,
    promise: 'does not reach',
  },
  {
    name: 'exact: each riding lies within',
    file: 'functions/answer-exact/answer-exact.ts',
    text: 'isOpen: (riding) => isWithin(limits, riding)',
    without: 'isOpen: () => true',
    test: EXACT,
    promise: 'who is limited to a province sees its ridings, its sums and its days, and is told of the limit',
  },
  {
    name: 'tokens: a key is named',
    file: 'infra/local/http/authorize.ts',
    text: '!decodeProtectedHeader(token).kid',
    without: 'decodeProtectedHeader(token).kid === ""',
    test: TOKENS,
    promise: NO_GOOD_TOKEN,
  },
  {
    name: 'tokens: an end is named',
    file: 'infra/local/http/authorize.ts',
    text: ", requiredClaims: ['exp']",
    without: '',
    test: TOKENS,
    promise: NO_GOOD_TOKEN,
  },
  {
    name: 'tokens: an audience goes before a client',
    file: 'infra/local/http/authorize.ts',
    text: "{ aud = payload['client_id'], iat = 0 } = payload",
    without: '{ client_id: aud = payload.aud, iat = 0 } = payload',
    test: TOKENS,
    promise: NO_GOOD_TOKEN,
  },
  {
    name: 'tokens: none from the future',
    file: 'infra/local/http/authorize.ts',
    text: 'iat > Date.now() / 1000',
    without: 'iat > Date.now()',
    test: TOKENS,
    promise: NO_GOOD_TOKEN,
  },

  // Counting: a fold with a ledger.
  {
    name: 'tally: an older version is folded already',
    file: 'functions/tally-complaints/tally-complaints.ts',
    text: 'version > entry.version',
    without: 'version > -1',
    test: TALLY,
    promise: 'an older version that comes late changes nothing',
  },
  {
    name: 'tally: nobody folded this reporter first',
    file: 'functions/adapters/count-store.ts',
    text: "? { ConditionExpression: 'attribute_not_exists(pk)' }",
    without: '? {}',
    test: TALLY,
    promise: 'many invocations that fold the same reporters at once count them once',
  },
  {
    name: 'tally: nobody folded this reporter since',
    file: 'functions/adapters/count-store.ts',
    text: 'revision = :seen',
    without: 'revision >= :seen',
    test: TALLY,
    promise: 'many invocations that fold the next version of the same reporters at once count it once',
  },
  {
    name: 'tally: what was folded before is taken off',
    file: 'functions/domain/fold.ts',
    text: 'let delta = difference(entry.cells, cells)',
    without: 'let delta = cells',
    test: TALLY,
    promise: 'a record from which one of two goes still counts the other',
  },
  {
    name: 'tally: only an empty record goes',
    file: 'functions/adapters/count-store.ts',
    text: 'OR reports = :none) AND (',
    without: 'OR reports >= :none) AND (',
    test: TALLY,
    promise: 'a record from which one of two goes still counts the other',
  },
  {
    name: 'editions: a number strays as it did before',
    file: 'functions/domain/protection/protect.ts',
    text: "streamOf('decoy'), least }",
    without: "streamOf('decoy'), least: () => null }",
    test: 'test/attacker/editions.test.ts',
    promise: 'finds by the mean of twenty editions no more than by one',
  },
]
