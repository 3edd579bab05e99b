import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { Analysts } from './analysts.ts'
import { Edge } from './edge.ts'
import { EditionSchedule } from './edition-schedule.ts'
import { AccessTrail, KeptBucket } from './kept-bucket.ts'
import { KeptTable } from './kept-table.ts'
import { mayInvoke, mayOnTable, mayReadSecret, maySend, mayText } from './least-verb.ts'
import { OperatorAlarms } from './operator-alarms.ts'
import { OperatorRoles } from './operator-roles.ts'
import { PublicApi, REQUESTS_PER_SECOND } from './public-api.ts'
import { QueueConsumer } from './queue-consumer.ts'
import { methodsByPath, PUBLIC_ROUTES, ROUTES } from './routes.ts'
import { DeadLetters } from './sealed-queue.ts'
import { StageFunction } from './stage-function.ts'
import { StreamConsumer } from './stream-consumer.ts'
import { TextTopic } from './text-topic.ts'

export type CallWitnessProps = StackProps & {
  /** The one election this deployment serves: ca-ge-41. */
  event: string
  /** Say in every answer that the data are made up. */
  invented: boolean
  /** Numbers in E.164 that everyone quotes, such as that of Elections Canada: having them in common says nothing. */
  quotedNumbers: string[]
  /** Where the public finds the API, when that is not its own address: https://reports.example.org, without a path. */
  publicUrl: string
  /** Ids of the AWS phone numbers that texts are answered from: phone-…; none where Twilio alone is connected. */
  smsNumbers: string[]
  /** When a draft is made public or written: rate(1 day), or a cron expression. */
  editionsEvery: string
  /** How long a draft may be looked at before everyone may read it. */
  reviewHours: number
}

/**
 * web form ─▶ receive-report ─▶ reports queue ─▶ merge-report ─▶ complaints, words ══stream══▶ tally-complaints ─▶ stats
 *                                                                    │                       ╚═▶ group-scripts ─────┤
 *                                                                    └─▶ show-report                               │
 * edge ◀─── answer-stats, show-edition ◀─ editions ◀─ publish-dataset: protected, first as a draft ◀───────────────┘
 *     SMS ─▶ receive-sms ───────┘ receive-sms ─▶ open-line: what the line that asks has reported
 *                                          vetted analysts ─▶ answer-exact ◀─ stats; who asked what and why ─▶ audit
 * suggest-ridings helps a form on the way in, offer-template a spreadsheet, describe-api whoever writes to the API.
 * Built from the far end, since each stage is told the address of the next.
 */
export class CallWitnessStack extends Stack {
  constructor(scope: Construct, id: string, props: CallWitnessProps) {
    super(scope, id, props)
    const { event, invented, quotedNumbers, publicUrl, smsNumbers, editionsEvery, reviewHours } = props

    // Who may look, what is told to them, and what opens the secrets on the way.
    const roles = new OperatorRoles(this, 'OperatorRoles')
    const transitKey = new Key(this, 'TransitKey', {
      description: 'Seals reports on their way, the secret of the event, and alarms',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const alarms = new OperatorAlarms(this, 'OperatorAlarms', { event, key: transitKey })
    const secret = new Secret(this, 'Secret', {
      description:
        'Keys of tokens, ids, guards, sources and receipts are derived from it: lost, no reporter is recognised',
      encryptionKey: transitKey,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ receiptVersion: 1 }),
        generateStringKey: 'master',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const smsSecret = new Secret(this, 'SmsSecret', {
      description: 'Who may send us texts: the auth token of each Twilio account, by its AccountSid',
      encryptionKey: transitKey,
      generateSecretString: {
        secretStringTemplate: '{}',
        // No account of Twilio's: whoever may read this secret can sign for it, as npm run sms does.
        generateStringKey: 'AC00000000000000000000000000000000',
        passwordLength: 32,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const scriptSecret = new Secret(this, 'ScriptSecret', {
      description: 'Scripts are named by it: lost, all of them have other names',
      encryptionKey: transitKey,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    })
    const lastStops = new Construct(this, 'DeadLetters')

    // What is kept. Reports are in the first two, which nobody reads whole.
    const complaints = new KeptTable(this, 'complaints', {
      stream: true,
      readWholeBy: [roles.recount, roles.breakGlass],
    })
    const words = new KeptTable(this, 'words', { readWholeBy: [roles.breakGlass] })
    const ledger = new KeptTable(this, 'ledger')
    const stats = new KeptTable(this, 'stats', { sortKey: true })
    const guards = new KeptTable(this, 'guards', { expiresBy: 'expiresAt' })
    const scripts = new KeptTable(this, 'scripts')
    const dialogues = new KeptTable(this, 'dialogues', { expiresBy: 'expiresAt' })
    const audit = new KeptTable(this, 'audit', { isAppendOnly: true, readWholeBy: [roles.audit, roles.breakGlass] })
    const trail = new AccessTrail(this, 'trail')
    const editions = new KeptBucket(this, 'editions', { trail, isLinked: true })
    const drafts = new KeptBucket(this, 'drafts', {
      trail,
      key: new Key(this, 'drafts-key', {
        description: 'Seals drafts of editions, and the counts that protection starts from',
        enableKeyRotation: true,
        removalPolicy: RemovalPolicy.RETAIN,
      }),
    })

    // tally-complaints: each change of a reporter, folded into the counts once.
    const tallyDeadLetters = new DeadLetters(lastStops, 'tally', { key: transitKey, alarms }).queue
    const tallyComplaints = new StageFunction(this, 'tally-complaints', {
      memorySize: 512, // folds 100 reporters in one transaction: waits more than it computes
      timeout: Duration.seconds(30),
      environment: { LEDGER_TABLE: ledger.tableName, STATS_TABLE: stats.tableName, EVENT: event },
      deadLetterQueue: tallyDeadLetters, // for a call that somebody makes by hand, asynchronously
    })
    mayOnTable(tallyComplaints, ledger, ['dynamodb:BatchGetItem', 'dynamodb:PutItem'])
    mayOnTable(tallyComplaints, stats, ['dynamodb:UpdateItem', 'dynamodb:DeleteItem'])
    new StreamConsumer(this, 'tally', {
      table: complaints,
      consumer: tallyComplaints,
      deadLetters: tallyDeadLetters,
      batchSize: 1000,
      mayLag: Duration.minutes(15),
      alarms,
    })

    // group-scripts: the same changes; which complaints tell of one message, and how many.
    const groupingDeadLetters = new DeadLetters(lastStops, 'grouping', { key: transitKey, alarms }).queue
    const groupScripts = new StageFunction(this, 'group-scripts', {
      memorySize: 1024, // compares texts
      timeout: Duration.seconds(60),
      environment: {
        COMPLAINT_TABLE: complaints.tableName,
        SCRIPT_TABLE: scripts.tableName,
        STATS_TABLE: stats.tableName,
        QUOTED_NUMBERS: quotedNumbers.join(' '),
        SCRIPT_SECRET_ARN: scriptSecret.secretArn,
        EVENT: event,
      },
      deadLetterQueue: groupingDeadLetters,
    })
    mayReadSecret(groupScripts, scriptSecret)
    mayOnTable(groupScripts, complaints, ['dynamodb:BatchGetItem'], onKeys('REPORTER#*'))
    mayOnTable(groupScripts, scripts, ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'])
    mayOnTable(groupScripts, stats, ['dynamodb:GetItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'])
    new StreamConsumer(this, 'grouping', {
      table: complaints,
      consumer: groupScripts,
      deadLetters: groupingDeadLetters,
      batchSize: 200, // each new text is looked for in eight bands
      mayLag: Duration.minutes(15),
      alarms,
    })

    // merge-report: the queue of reports becomes complaints and words.
    const mergeReport = new StageFunction(this, 'merge-report', {
      memorySize: 512, // ten reports at once, mostly waiting for tables
      timeout: Duration.seconds(10), // short, because what a killed call held comes back after six times this
      environment: {
        COMPLAINT_TABLE: complaints.tableName,
        WORD_TABLE: words.tableName,
        STATS_TABLE: stats.tableName,
        EVENT: event,
      },
    })
    mayOnTable(mergeReport, complaints, ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'])
    mayOnTable(mergeReport, words, ['dynamodb:PutItem', 'dynamodb:DeleteItem'])
    // Whether merging pauses, for an edition.
    mayOnTable(mergeReport, stats, ['dynamodb:GetItem'], onKeys(`${event}|pause`))
    const reports = new QueueConsumer(this, 'reports', {
      consumer: mergeReport,
      retryFor: Duration.hours(6),
      maxConcurrency: 10,
      mayWait: Duration.minutes(15),
      key: transitKey,
      alarms,
      lastStops,
    })

    // receive-report: validates, replaces identities, guards, sends.
    const receiveReport = new StageFunction(this, 'receive-report', {
      memorySize: 1024, // somebody waits for it, and the first call computes: half the memory is twice the start
      timeout: Duration.seconds(10),
      environment: {
        REPORT_QUEUE_URL: reports.queue.queueUrl,
        GUARD_TABLE: guards.tableName,
        DIALOGUE_TABLE: dialogues.tableName,
        SECRET_ARN: secret.secretArn,
        EVENT: event,
      },
    })
    maySend(receiveReport, reports.queue)
    mayOnTable(receiveReport, guards, ['dynamodb:PutItem'])
    // What a text told of a report ends when its reporter tells otherwise.
    mayOnTable(receiveReport, dialogues, ['dynamodb:UpdateItem', 'dynamodb:DeleteItem'], onKeys('rpt_*'))
    mayReadSecret(receiveReport, secret)

    // open-line: how many reports bear the token of the line that asks, to whom it gives a code; and their withdrawal.
    const openLine = new StageFunction(this, 'open-line', {
      memorySize: 1024,
      timeout: Duration.seconds(8), // receive-sms waits for it, and a gateway for that
      environment: {
        COMPLAINT_TABLE: complaints.tableName,
        WORD_TABLE: words.tableName,
        DIALOGUE_TABLE: dialogues.tableName,
        REPORT_QUEUE_URL: reports.queue.queueUrl,
        SECRET_ARN: secret.secretArn,
        EVENT: event,
      },
    })
    const ofOneLine = onKeys('REPORTER#t1.*', 'BEYOND#t1.*', 'rpt_*')
    mayOnTable(openLine, complaints, ['dynamodb:BatchGetItem', 'dynamodb:GetItem'], ofOneLine)
    mayOnTable(openLine, words, ['dynamodb:GetItem'], onKeys('rpt_*'))
    mayOnTable(openLine, dialogues, ['dynamodb:PutItem', 'dynamodb:DeleteItem'], onKeys('CODE#*'))
    maySend(openLine, reports.queue)
    mayReadSecret(openLine, secret)

    // receive-sms: a text becomes a report, or amends one; what is missing is asked for.
    const texts = new TextTopic(this, 'Sms', { alarms, lastStops })
    const receiveSms = new StageFunction(this, 'receive-sms', {
      memorySize: 1024,
      timeout: Duration.seconds(10), // Twilio waits for 15
      environment: {
        REPORT_QUEUE_URL: reports.queue.queueUrl,
        DIALOGUE_TABLE: dialogues.tableName,
        SECRET_ARN: secret.secretArn,
        SMS_SECRET_ARN: smsSecret.secretArn,
        SMS_TOPIC_ARN: texts.topic.topicArn,
        OPEN_LINE_FUNCTION: openLine.functionName,
        PUBLIC_URL: publicUrl,
        EVENT: event,
      },
      deadLetterQueue: texts.deadLetters,
    })
    const verbs = ['BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'].map((verb) => `dynamodb:${verb}`)
    mayOnTable(receiveSms, dialogues, verbs, onKeys('t1.*', 's1.*', 'rpt_*', 'MSG#*', 'OUT#*'))
    maySend(receiveSms, reports.queue)
    mayReadSecret(receiveSms, secret)
    mayReadSecret(receiveSms, smsSecret)
    mayInvoke(receiveSms, openLine)
    mayText(receiveSms, smsNumbers)
    texts.deliverTo(receiveSms)

    // show-report: one report, by its id, to whoever holds its receipt.
    const showReport = new StageFunction(this, 'show-report', {
      memorySize: 1024,
      timeout: Duration.seconds(10),
      environment: {
        COMPLAINT_TABLE: complaints.tableName,
        WORD_TABLE: words.tableName,
        SCRIPT_TABLE: scripts.tableName,
        QUOTED_NUMBERS: quotedNumbers.join(' '),
        SECRET_ARN: secret.secretArn,
        SCRIPT_SECRET_ARN: scriptSecret.secretArn,
        EVENT: event,
      },
    })
    mayOnTable(showReport, complaints, ['dynamodb:GetItem'], onKeys('rpt_*'))
    mayOnTable(showReport, words, ['dynamodb:GetItem'], onKeys('rpt_*'))
    mayOnTable(showReport, scripts, ['dynamodb:BatchGetItem'], onKeys('scr_*'))
    mayReadSecret(showReport, secret)
    mayReadSecret(showReport, scriptSecret)

    // suggest-ridings: names for a form to offer; it holds them itself, and may do nothing.
    const suggestRidings = new StageFunction(this, 'suggest-ridings', {
      memorySize: 1024, // somebody types meanwhile, and the first call makes the index
      timeout: Duration.seconds(3),
      environment: {},
    })

    // offer-template: an empty spreadsheet to fill in; it may do nothing either.
    const offerTemplate = new StageFunction(this, 'offer-template', {
      memorySize: 256,
      timeout: Duration.seconds(3),
      environment: {},
    })

    // describe-api: the API as OpenAPI and as a page; it may do nothing either.
    const describeApi = new StageFunction(this, 'describe-api', {
      memorySize: 1024, // makes the description from the schemas when it is first asked for
      timeout: Duration.seconds(3),
      environment: {},
    })

    // answer-exact: the same counts for vetted analysts, each answer on record before it leaves.
    const analysts = new Analysts(this, 'Analysts', { event })
    const answerExact = new StageFunction(this, 'answer-exact', {
      memorySize: 512,
      timeout: Duration.seconds(10),
      environment: {
        STATS_TABLE: stats.tableName,
        AUDIT_TABLE: audit.tableName,
        EVENT: event,
        INVENTED: String(invented),
        RATE_LIMIT: String(REQUESTS_PER_SECOND),
      },
    })
    mayOnTable(answerExact, stats, ['dynamodb:Query', 'dynamodb:GetItem'])
    mayOnTable(answerExact, audit, ['dynamodb:PutItem'])
    // publish-dataset: what is counted, protected; a draft that becomes public when it is approved or was long enough to be seen.
    const publishingDeadLetters = new DeadLetters(lastStops, 'publishing', { key: transitKey, alarms }).queue
    const publishDataset = new StageFunction(this, 'publish-dataset', {
      memorySize: 3008, // computes for a minute where there are many ridings and days
      timeout: Duration.minutes(15),
      environment: {
        STATS_TABLE: stats.tableName,
        DRAFT_BUCKET: drafts.bucketName,
        EDITION_BUCKET: editions.bucketName,
        SECRET_ARN: secret.secretArn,
        EDITIONS_URL: publicUrl && `${publicUrl}/v1/editions`,
        REVIEW_HOURS: String(reviewHours),
        INVENTED: String(invented),
        EVENT: event,
      },
      deadLetterQueue: publishingDeadLetters,
    })
    const [files, memory] = [`${event}/editions/*`, `${event}/memory/*`]
    mayOnTable(publishDataset, stats, ['dynamodb:Query'])
    mayOnTable(publishDataset, stats, ['dynamodb:PutItem', 'dynamodb:DeleteItem'], onKeys(`${event}|pause`))
    mayReadSecret(publishDataset, secret)
    drafts.may(publishDataset.role!, ['s3:GetObject', 's3:PutObject'], `${event}/state.json`)
    drafts.may(publishDataset.role!, ['s3:GetObject', 's3:PutObject'], files)
    drafts.may(publishDataset.role!, ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], memory)
    drafts.mayBringBack(roles.breakGlass, memory)
    drafts.onlyReadBy([publishDataset.role!, roles.breakGlass], memory)
    editions.may(publishDataset.role!, ['s3:GetObject', 's3:PutObject'], files)
    // latest.json, which moves, lies one level higher.
    for (const bucket of [drafts, editions]) bucket.neverReplaced(`${files}/*`)
    new EditionSchedule(this, 'Editions', {
      every: editionsEvery,
      publisher: publishDataset,
      deadLetters: publishingDeadLetters,
    })

    // show-edition: files of published editions, and nothing else.
    const showEdition = new StageFunction(this, 'show-edition', {
      memorySize: 512, // an answer may be of some megabytes
      timeout: Duration.seconds(10),
      environment: { EDITION_BUCKET: editions.bucketName, EVENT: event },
    })
    editions.may(showEdition.role!, ['s3:GetObject'], files)

    // answer-stats: tables of published editions; the counts themselves it cannot read.
    const answerStats = new StageFunction(this, 'answer-stats', {
      memorySize: 1024, // holds the tables of two editions
      timeout: Duration.seconds(10),
      environment: { EDITION_BUCKET: editions.bucketName, EVENT: event, RATE_LIMIT: String(REQUESTS_PER_SECOND) },
    })
    editions.may(answerStats.role!, ['s3:GetObject'], files)

    // refuse-request: every 404 and 405 in our own words; it may do nothing at all.
    const refuseRequest = new StageFunction(this, 'refuse-request', {
      memorySize: 256, // reads one variable
      timeout: Duration.seconds(3),
      environment: { ROUTES: JSON.stringify(methodsByPath(ROUTES)) },
    })

    const api = new PublicApi(this, 'PublicApi', {
      routes: ROUTES,
      stages: {
        'receive-report': receiveReport,
        'show-report': showReport,
        'receive-sms': receiveSms,
        'open-line': openLine,
        'suggest-ridings': suggestRidings,
        'offer-template': offerTemplate,
        'describe-api': describeApi,
        'answer-stats': answerStats,
        'answer-exact': answerExact,
        'show-edition': showEdition,
      },
      refuse: refuseRequest,
      analysts,
      alarms,
    })

    const edge = new Edge(this, 'Edge', { apiUrl: api.url, routes: PUBLIC_ROUTES })

    // What a person may do beside the functions.
    roles.mayRecount({ complaints, ledger, stats, scripts }, scriptSecret)
    roles.mayRedrive(reports.deadLetters, reports.queue)
    roles.mayRedriveTexts(texts.deadLetters, receiveSms)
    roles.mayPublish(publishDataset, drafts, files)
    roles.mayRestore(complaints)
    roles.mayRestore(words)
    roles.mayReadTrail(audit)
    roles.mayRestore(audit)

    const outputs: Record<string, string> = {
      ApiUrl: api.url,
      EdgeUrl: edge.url,
      EdgeId: edge.distributionId,
      ComplaintTable: complaints.tableName,
      WordTable: words.tableName,
      LedgerTable: ledger.tableName,
      StatsTable: stats.tableName,
      GuardTable: guards.tableName,
      ScriptTable: scripts.tableName,
      DialogueTable: dialogues.tableName,
      AuditTable: audit.tableName,
      EditionBucket: editions.bucketName,
      DraftBucket: drafts.bucketName,
      ReportQueueUrl: reports.queue.queueUrl,
      ReportDeadLetterUrl: reports.deadLetters.queueUrl,
      StreamDeadLetterUrl: tallyDeadLetters.queueUrl,
      GroupingDeadLetterUrl: groupingDeadLetters.queueUrl,
      PublishingDeadLetterUrl: publishingDeadLetters.queueUrl,
      SmsDeadLetterUrl: texts.deadLetters.queueUrl,
      SmsTopicArn: texts.topic.topicArn,
      TwilioWebhookUrl: `${publicUrl || api.url}/v1/sms/twilio`,
      ReceiveSmsFunction: receiveSms.functionName,
      OpenLineFunction: openLine.functionName,
      PublishDatasetFunction: publishDataset.functionName,
      QuotedNumbers: quotedNumbers.join(' '),
      EventSlug: event,
      SecretArn: secret.secretArn,
      SmsSecretArn: smsSecret.secretArn,
      ScriptSecretArn: scriptSecret.secretArn,
      AnalystIssuer: analysts.issuer,
      AnalystClientId: analysts.clientId,
      AnalystScope: analysts.scope,
      AnalystSignInUrl: analysts.signInUrl,
      AnalystCallbackUrl: analysts.callbackUrl,
      RecountRoleArn: roles.recount.roleArn,
      RedriveRoleArn: roles.redrive.roleArn,
      AuditRoleArn: roles.audit.roleArn,
      PublishRoleArn: roles.publish.roleArn,
      BreakGlassRoleArn: roles.breakGlass.roleArn,
      OperatorAlarmsArn: alarms.topic.topicArn,
    }
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value })
  }
}

const onKeys = (...patterns: string[]) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns } })
