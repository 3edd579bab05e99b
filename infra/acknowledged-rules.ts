/** One rule of a pack, on one construct path (and what is below it), that does not fit here. */
export type Acknowledged = { path: string; rule: string; reason: string }

/** At most ten. A test fails on a finding that is not here, and on an entry that no longer finds anything. */
export const ACKNOWLEDGED: Acknowledged[] = [
  {
    path: 'CallWitness/PublicApi',
    rule: 'AwsSolutions::AwsSolutions-APIG4',
    reason:
      'Anyone may report a call without an account. What is private asks for a receipt, which its function verifies.',
  },
  {
    path: 'CallWitness',
    rule: 'AwsSolutions::AwsSolutions-SMG4',
    reason:
      'A new secret of the event makes every reporter a stranger and counts them twice; receipts have versions. Tokens for SMS are made by Twilio.',
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
      'It holds failed asynchronous calls. Only receive-sms is called so, which has one; the gateway and mappings call the rest.',
  },
  {
    path: 'CallWitness',
    rule: 'Serverless::Serverless-LambdaTracing',
    reason:
      'Traces would be one more record of who did what when, and each role would have to write to every resource of X-Ray.',
  },
  {
    path: 'CallWitness/Edge/Distribution',
    rule: 'AwsSolutions::AwsSolutions-CFR1',
    reason:
      'Public counts are for everyone, wherever they are: reporters and journalists abroad are no threat to them.',
  },
  {
    path: 'CallWitness/Edge/Distribution',
    rule: 'AwsSolutions::AwsSolutions-CFR2',
    reason:
      'It passes on GET and HEAD of public paths alone, without a body, and what it asks the API for is throttled there.',
  },
  {
    path: 'CallWitness/Edge/Distribution',
    rule: 'AwsSolutions::AwsSolutions-CFR3',
    reason: 'A log of readers holds addresses and what each of them looked at. Nobody who reads is recorded here.',
  },
  {
    path: 'CallWitness/Edge/Distribution',
    rule: 'AwsSolutions::AwsSolutions-CFR4',
    reason:
      'The certificate of cloudfront.net cannot ask for more. Nothing secret passes; a name of its own brings a certificate and TLS 1.2.',
  },
]
