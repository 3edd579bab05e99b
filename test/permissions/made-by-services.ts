/** What AWS does in the name of a function, so that its role must allow what no command of its code shows. Reviewed by hand. */
type MadeByService = { by: string; caller: string; verbs: string[] }

/** All that the stack has. */
export const FUNCTIONS = [
  'receive-report',
  'merge-report',
  'tally-complaints',
  'group-scripts',
  'answer-stats',
  'answer-exact',
  'publish-dataset',
  'show-edition',
  'show-report',
  'receive-sms',
  'open-line',
  'suggest-ridings',
  'offer-template',
  'describe-api',
  'refuse-request',
] as const

export const MADE_BY_SERVICES: MadeByService[] = [
  ...FUNCTIONS.map((caller) => ({
    by: 'Lambda writes what the function logs, and nowhere else',
    caller,
    verbs: ['logs:CreateLogStream', 'logs:PutLogEvents'].map((verb) => `${verb} ${caller.replaceAll('-', '')}log`),
  })),
  {
    by: 'the mapping polls the queue, deletes what was merged, and scales by how much waits',
    caller: 'merge-report',
    verbs: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'].map((verb) => `${verb} reportsQueue`),
  },
  ...['tally-complaints', 'group-scripts'].map((caller) => ({
    by: 'the mapping finds and reads the stream; Lambda asks for all four when it is created',
    caller,
    verbs: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
      (verb) => `dynamodb:${verb} complaints.StreamArn`,
    ),
  })),
  {
    by: 'the mapping sets aside what keeps failing',
    caller: 'tally-complaints',
    verbs: ['sqs:SendMessage DeadLetterstallyQueue'],
  },
  {
    by: 'the mapping sets aside what keeps failing',
    caller: 'group-scripts',
    verbs: ['sqs:SendMessage DeadLettersgroupingQueue'],
  },
  {
    by: 'Lambda sets aside the call of the schedule that failed three times',
    caller: 'publish-dataset',
    verbs: ['sqs:SendMessage DeadLetterspublishingQueue'],
  },
  {
    by: 'S3 tells only who may list that an object is not there',
    caller: 'publish-dataset',
    verbs: ['s3:ListBucket drafts', 's3:ListBucket editions'],
  },
  ...['show-edition', 'answer-stats'].map((caller) => ({
    by: 'S3 tells only who may list that an object is not there',
    caller,
    verbs: ['s3:ListBucket editions'],
  })),
  {
    by: 'Lambda sets aside the event of the topic that failed three times',
    caller: 'receive-sms',
    verbs: ['sqs:SendMessage DeadLetterssmsQueue'],
  },
]

/** The uses of keys that a verb on a sealed resource brings along, each by the service that holds the resource. */
export function unsealing(verb: string): string[] {
  const [action = '', resource = ''] = verb.split(' ')
  const [service] = action.split(':')
  if (service === 'dynamodb') return [`kms:Decrypt ${resource.replace('.StreamArn', '')}key via dynamodb`]
  if (service === 's3') return unsealingObjects(action, resource)
  if (service === 'secretsmanager') return ['kms:Decrypt TransitKey via secretsmanager']
  const key = resource === 'DeadLetterssmsQueue' ? 'SmsKey' : 'TransitKey'
  if (action === 'sqs:ReceiveMessage') return [`kms:Decrypt ${key} via sqs`]
  // The sender has the data key made, and checks it.
  if (action === 'sqs:SendMessage') return [`kms:Decrypt ${key} via sqs`, `kms:GenerateDataKey ${key} via sqs`]
  return []
}

function unsealingObjects(action: string, resource: string): string[] {
  // What is public is sealed by keys of S3's own.
  if (!resource.startsWith('drafts/')) return []
  const verbs = action === 's3:PutObject' ? ['kms:Decrypt', 'kms:GenerateDataKey'] : ['kms:Decrypt']
  return verbs.map((verb) => `${verb} draftskey via s3`)
}
