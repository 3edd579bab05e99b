import { AccountRootPrincipal, Role } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'

/** The two ways, both with a trail, in which a person reads tables as a whole. What they may do is said beside the tables. */
export class OperatorRoles extends Construct {
  readonly recount: Role
  /** For a restore or an order of a court: with a second factor, and for one hour. */
  readonly breakGlass: Role

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.recount = new Role(this, 'Recount', { assumedBy: new AccountRootPrincipal() })
    this.breakGlass = new Role(this, 'BreakGlass', {
      assumedBy: new AccountRootPrincipal().withConditions({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
    })
  }
}
