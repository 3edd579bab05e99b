import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { KeptTable } from './kept-table.ts'
import { mayOnTable, mayReadSecret, maySend } from './least-verb.ts'
import { OperatorAlarms } from './operator-alarms.ts'
import { OperatorRoles } from './operator-roles.ts'
import { PublicApi } from './public-api.ts'
import { QueueConsumer } from './queue-consumer.ts'
import { methodsByPath, routesOf } from './routes.ts'
import { DeadLetters } from './sealed-queue.ts'
import { StageFunction } from './stage-function.ts'
import { StreamConsumer } from './stream-consumer.ts'

export type CallWitnessProps = StackProps & {
  /** The one election this deployment serves: ca-ge-41. */
  event: string
  /** Open the routes that answer unprotected counts. */
  rawCounts: boolean
  /** Say in every answer that the data are made up. */
  invented: boolean
  /** Numbers in E.164 that everyone quotes, such as that of Elections Canada: having them in common says nothing. */
  quotedNumbers: string[]
}

/**
 * web form ─▶ receive-report ─▶ reports queue ─▶ merge-report ─▶ complaints, words ══stream══▶ tally-complaints ─▶ stats
 *                                                                    │                       ╚═▶ group-scripts ─────┤
 *                                                                    └─▶ show-report                answer-stats ◀─┘
 * suggest-ridings helps a form on the way in.
 * Built from the far end, since each stage is told the address of the next.
 */
export class CallWitnessStack extends Stack {
  constructor(scope: Construct, id: string, { event, rawCounts, invented, quotedNumbers, ...props }: CallWitnessProps) {
    super(scope, id, props)

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
        EVENT: event,
      },
      deadLetterQueue: groupingDeadLetters,
    })
    const onlyReporters = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['REPORTER#*'] } }
    mayOnTable(groupScripts, complaints, ['dynamodb:BatchGetItem'], onlyReporters)
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
      environment: { COMPLAINT_TABLE: complaints.tableName, WORD_TABLE: words.tableName, EVENT: event },
    })
    mayOnTable(mergeReport, complaints, ['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'])
    mayOnTable(mergeReport, words, ['dynamodb:PutItem', 'dynamodb:DeleteItem'])
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
        SECRET_ARN: secret.secretArn,
        EVENT: event,
      },
    })
    maySend(receiveReport, reports.queue)
    mayOnTable(receiveReport, guards, ['dynamodb:PutItem'])
    mayReadSecret(receiveReport, secret)

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
        EVENT: event,
      },
    })
    const onlyReports = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['rpt_*'] } }
    mayOnTable(showReport, complaints, ['dynamodb:GetItem'], onlyReports)
    mayOnTable(showReport, words, ['dynamodb:GetItem'], onlyReports)
    const onlyScripts = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['scr_*'] } }
    mayOnTable(showReport, scripts, ['dynamodb:BatchGetItem'], onlyScripts)
    mayReadSecret(showReport, secret)

    // suggest-ridings: names for a form to offer; it holds them itself, and may do nothing.
    const suggestRidings = new StageFunction(this, 'suggest-ridings', {
      memorySize: 1024, // somebody types meanwhile, and the first call makes the index
      timeout: Duration.seconds(3),
      environment: {},
    })

    // answer-stats: counts, and nothing that could be a report.
    const answerStats = new StageFunction(this, 'answer-stats', {
      memorySize: 512,
      timeout: Duration.seconds(10),
      environment: { STATS_TABLE: stats.tableName, EVENT: event, INVENTED: String(invented) },
    })
    mayOnTable(answerStats, stats, ['dynamodb:Query', 'dynamodb:GetItem'])

    // refuse-request: every 404 and 405 in our own words; it may do nothing at all.
    const routes = routesOf({ rawCounts })
    const refuseRequest = new StageFunction(this, 'refuse-request', {
      memorySize: 256, // reads one variable
      timeout: Duration.seconds(3),
      environment: { ROUTES: JSON.stringify(methodsByPath(routes)) },
    })

    const api = new PublicApi(this, 'PublicApi', {
      routes,
      stages: {
        'receive-report': receiveReport,
        'show-report': showReport,
        'suggest-ridings': suggestRidings,
        'answer-stats': answerStats,
      },
      refuse: refuseRequest,
      alarms,
    })

    // What a person may do beside the functions.
    roles.mayRecount({ complaints, ledger, stats, scripts })
    roles.mayRedrive(reports.deadLetters, reports.queue)
    roles.mayRestore(complaints)
    roles.mayRestore(words)

    const outputs: Record<string, string> = {
      ApiUrl: api.url,
      ComplaintTable: complaints.tableName,
      WordTable: words.tableName,
      LedgerTable: ledger.tableName,
      StatsTable: stats.tableName,
      GuardTable: guards.tableName,
      ScriptTable: scripts.tableName,
      ReportQueueUrl: reports.queue.queueUrl,
      ReportDeadLetterUrl: reports.deadLetters.queueUrl,
      StreamDeadLetterUrl: tallyDeadLetters.queueUrl,
      GroupingDeadLetterUrl: groupingDeadLetters.queueUrl,
      QuotedNumbers: quotedNumbers.join(' '),
      EventSlug: event,
      SecretArn: secret.secretArn,
      RecountRoleArn: roles.recount.roleArn,
      RedriveRoleArn: roles.redrive.roleArn,
      BreakGlassRoleArn: roles.breakGlass.roleArn,
      OperatorAlarmsArn: alarms.topic.topicArn,
    }
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value })
  }
}
