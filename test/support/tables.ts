import { CreateTableCommand, DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { complaintStore } from '../../functions/adapters/complaint-store.ts'
import { countRecords } from '../../functions/adapters/count-records.ts'
import { countStore } from '../../functions/adapters/count-store.ts'
import { fromItem } from '../../functions/adapters/dynamodb.ts'
import { readReporter } from '../../functions/adapters/complaint-store.ts'
import { mergePause } from '../../functions/adapters/merge-pause.ts'
import { scriptCounts } from '../../functions/adapters/script-counts.ts'
import { scriptStore } from '../../functions/adapters/script-store.ts'
import { storedReports } from '../../functions/adapters/stored-reports.ts'
import type { Reporter } from '../../functions/domain/reporter.ts'
import { groupScripts } from '../../functions/group-scripts/group-scripts.ts'
import { startSecrets } from '../../infra/local/secrets.ts'
import { SCRIPT_SECRET, scriptId } from './script-ids.ts'
import { startDynamoDbEngine } from '../../infra/local/dynamodb/engine.ts'

const TABLES = ['complaints', 'words', 'ledger', 'stats', 'guards', 'scripts', 'dialogues'] as const

const GROUPING = { quoted: new Set(['+18004636868']), idOf: scriptId }

const OUTPUTS = {
  ApiUrl: '',
  ComplaintTable: 'complaints',
  LedgerTable: 'ledger',
  StatsTable: 'stats',
  ScriptTable: 'scripts',
  QuotedNumbers: '+18004636868',
  ReportQueueUrl: '',
  ReportDeadLetterUrl: '',
  SmsDeadLetterUrl: '',
  ReceiveSmsFunction: '',
  SmsSecretArn: '',
  ScriptSecretArn: 'script-secret',
  TwilioWebhookUrl: '',
  AuditTable: '',
  AnalystIssuer: '',
  AnalystClientId: '',
  AnalystScope: '',
  AnalystSignInUrl: '',
  AnalystCallbackUrl: '',
  PublishDatasetFunction: '',
  EventSlug: 'test',
}

const HERE = { region: 'local', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }

/** The real engine with empty tables, and the adapters on them; for tests of single stages. */
export async function startTables() {
  const dir = mkdtempSync(join(tmpdir(), 'callwitness-'))
  const engine = await startDynamoDbEngine({ file: join(dir, 'tables.db'), stalePid: undefined, onExit: () => {} })
  const client = new DynamoDBClient({ ...HERE, endpoint: engine.url })
  const secret = {
    logicalId: 'ScriptSecret',
    arn: OUTPUTS.ScriptSecretArn,
    name: 'scripts',
    SecretString: SCRIPT_SECRET,
  }
  const secretsManager = await startSecrets([secret], dir)
  const secrets = new SecretsManagerClient({ ...HERE, endpoint: secretsManager.url })
  for (const table of TABLES) await client.send(createTable(table))
  const items = async (table: (typeof TABLES)[number]) => {
    const found: Record<string, unknown>[] = []
    for await (const { Items = [] } of paginateScan({ client }, { TableName: table, ConsistentRead: true })) {
      found.push(...Items.map((item) => fromItem(item)))
    }
    return found
  }
  const reporters = async (): Promise<Reporter[]> =>
    (await items('complaints')).filter(({ pk }) => String(pk).startsWith('REPORTER#')).map(readReporter)
  /** What group-scripts works with. */
  const groupingPorts = {
    scripts: scriptStore(client, 'scripts', 'test'),
    counts: countStore(client, { ledger: 'scripts', stats: 'stats' }, 'test'),
    scriptCounts: scriptCounts(client, 'stats', 'test'),
    complaints: complaintStore(client, { complaints: 'complaints', words: 'words' }),
    grouping: GROUPING,
    now: () => new Date('2026-05-02T00:00:00Z'),
  }
  return {
    client,
    items,
    store: complaintStore(client, { complaints: 'complaints', words: 'words' }),
    counts: countStore(client, { ledger: 'ledger', stats: 'stats' }, 'test'),
    scripts: scriptStore(client, 'scripts', 'test'),
    grouping: GROUPING,
    groupingPorts,
    records: countRecords(client, 'stats', 'test', { isConsistent: true }),
    pause: mergePause(client, 'stats', 'test'),
    reports: storedReports(client, { complaints: 'complaints', words: 'words' }),
    /** As an operator reaches them. */
    stack: { outputs: OUTPUTS, dynamodb: client, sqs: undefined as never, lambda: undefined as never, secrets }, // prettier-ignore
    secretsUrl: secretsManager.url,
    reporters,
    /** Lets group-scripts work on all reporters. */
    async group(): Promise<void> {
      await groupScripts(await reporters(), groupingPorts)
    },
    async stop() {
      client.destroy()
      secrets.destroy()
      await secretsManager.stop()
      await engine.stop()
      rmSync(dir, { recursive: true })
    },
  }
}
export type Tables = Awaited<ReturnType<typeof startTables>>

function createTable(table: string): CreateTableCommand {
  const keys = table === 'stats' ? (['pk', 'sk'] as const) : (['pk'] as const)
  return new CreateTableCommand({
    TableName: table,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keys.map((name) => ({ AttributeName: name, AttributeType: 'S' })),
    KeySchema: keys.map((name, i) => ({ AttributeName: name, KeyType: i === 0 ? 'HASH' : 'RANGE' })),
  })
}
