import { Validations, type App } from 'aws-cdk-lib'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'
import { ACKNOWLEDGED } from './acknowledged-rules.ts'

/** Turns on both packs for the app. What they find is in validation-report.json; the exit code alone can lie. */
export const applyRulePacks = (app: App): void => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app))
  for (const { path, rule, reason } of ACKNOWLEDGED) {
    const construct = app.node.findAll().find((one) => one.node.path === path)
    if (!construct) throw new Error(`${rule} is acknowledged at ${path}, where nothing is`)
    Validations.of(construct).acknowledge({ id: rule, reason })
  }
}
