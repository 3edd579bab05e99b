import { Validations, type App, type Stack } from 'aws-cdk-lib'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'
import { ACKNOWLEDGED } from './acknowledged-rules.ts'

/** Turns on both packs for the app. What they find is in validation-report.json; the exit code alone can lie. */
export const applyRulePacks = (stack: Stack, app: App): void => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app))
  for (const { path, id, reason } of ACKNOWLEDGED) {
    const construct = path === '' ? stack : stack.node.findChild(path)
    Validations.of(construct).acknowledge({ id, reason })
  }
}
