import { App } from 'aws-cdk-lib'
import { CallWitnessStack } from './call-witness-stack.ts'

export type SynthesizeProps = {
  event: string
  invented: boolean
  /** Numbers in E.164 that link no complaints, because everyone quotes them; by default those of Elections Canada. */
  quotedNumbers?: string[] | undefined
  /** By default the API's own address. */
  publicUrl?: string | undefined
  /** By default none. */
  smsNumbers?: string[] | undefined
  /** How often a draft is made public or written; by default once a day. */
  editionsEvery?: string | undefined
  /** By default less than a day, so that the next call of the schedule makes public what the last has written. */
  reviewHours?: number | undefined
  /** Where the assembly goes; by default where the CDK command line asked for it. */
  outdir?: string
  /** By default Canada: the data stay there. */
  region?: string
  /** Also check the template against CloudFormation's own schemas, which takes a second. The rule packs come by `extend`. */
  validate?: boolean
  /** Called before synthesis, to check or to add to the app. */
  extend?: (stack: CallWitnessStack, app: App) => void
}

export type Assembly = { outdir: string; stackName: string; templateFile: string }

// Said here and not in cdk.json, which only the command line reads: every host gets the same template.
const CONTEXT = {
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/core:enablePartitionLiterals': true,
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  // By a bucket policy, not by lists of grantees, which a bucket need no longer have.
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/core:annotationsInValidationReport': true,
  // Which construct a resource came from, and where a function's bundle lies: the local host reads both.
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:enable-asset-metadata': true,
}

/** For voters, and for teletypewriters. */
const ELECTIONS_CANADA = ['+18004636868', '+18003618935']

const QUICK = { analyticsReporting: false, treeMetadata: false, stackTraces: false }

/** The app with its one stack, not yet synthesized. */
export const buildApp = ({
  outdir,
  region = 'ca-central-1',
  quotedNumbers = ELECTIONS_CANADA,
  publicUrl = '',
  smsNumbers = [],
  editionsEvery = 'rate(1 day)',
  reviewHours = 20,
  validate = false,
  extend,
  ...props
}: SynthesizeProps): App => {
  const app = new App({
    ...(outdir && { outdir }),
    context: CONTEXT,
    builtinCloudFormationValidation: validate,
    ...QUICK,
  })
  const stack = new CallWitnessStack(app, 'CallWitness', {
    ...props,
    quotedNumbers,
    publicUrl,
    smsNumbers,
    editionsEvery,
    reviewHours,
    stackName: `call-witness-${props.event}`,
    env: { region },
  })
  extend?.(stack, app)
  return app
}

/** Writes template and bundled functions to `outdir`. Needs no account and no network. */
export const synthesize = (props: SynthesizeProps): Assembly => {
  const assembly = buildApp(props).synth()
  const { stackName, templateFullPath } = assembly.getStackArtifact('CallWitness')
  return { outdir: assembly.directory, stackName, templateFile: templateFullPath }
}
