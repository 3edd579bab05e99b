/** One rule of a pack, on one construct path (and what is below it), that does not fit here. */
export type Acknowledged = { path: string; rule: string; reason: string }

/** At most six. A test fails on a finding that is not here, and on an entry that no longer finds anything. */
export const ACKNOWLEDGED: Acknowledged[] = [
  {
    path: 'CallWitness/PublicApi',
    rule: 'AwsSolutions::AwsSolutions-APIG4',
    reason:
      'Anyone may report a call without an account. What is private asks for a receipt, which its function verifies.',
  },
  {
    path: 'CallWitness/Secret',
    rule: 'AwsSolutions::AwsSolutions-SMG4',
    reason:
      'A new secret makes every reporter a stranger and counts them twice. It lives as long as the event; receipts have versions.',
  },
  {
    path: 'CallWitness/reports/Mapping',
    rule: 'Serverless::Serverless-LambdaEventSourceMappingDestination',
    reason: 'A mapping from SQS cannot have one: the queue itself moves what keeps failing to its dead letters.',
  },
  {
    path: 'CallWitness/DeadLetters',
    rule: 'Serverless::Serverless-SQSRedrivePolicy',
    reason: 'These are the last stops. They keep 14 days and have two alarms each.',
  },
  {
    path: 'CallWitness',
    rule: 'Serverless::Serverless-LambdaDLQ',
    reason:
      'It holds failed asynchronous calls, and none is made: the gateway and two mappings call, a test holds them to it.',
  },
  {
    path: 'CallWitness',
    rule: 'Serverless::Serverless-LambdaTracing',
    reason:
      'Traces would be one more record of who did what when, and each role would have to write to every resource of X-Ray.',
  },
]
