import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import {
  AccountRecovery,
  CfnUserPool,
  FeaturePlan,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'

/**
 * Who may see exact counts: people whom an administrator has entered, with a second factor. A group limits its members to
 * a province or a riding (`province:ON`, `riding:35027-2013`): groups are in every access token, and nobody can change their own.
 */
export class Analysts extends Construct {
  /** As Cognito writes it into tokens: after the name of its resource server. */
  readonly scope: string
  readonly issuer: string
  readonly clientId: string
  readonly signInUrl: string
  /** Where the sign-in sends the browser: npm run token -- --aws listens there. Cognito takes plain HTTP for this host alone. */
  readonly callbackUrl = 'http://localhost:8976/signed-in'
  readonly authorizer: HttpJwtAuthorizer

  constructor(scope: Construct, id: string, { event }: { event: string }) {
    super(scope, id)
    const pool = this.#pool()
    const exact = new ResourceServerScope({ scopeName: 'stats:exact', scopeDescription: 'Exact counts' })
    const server = pool.addResourceServer('Server', { identifier: 'call-witness', scopes: [exact] })
    const asked = OAuthScope.resourceServer(server, exact)
    const client = this.#client(pool, asked)
    const account = Stack.of(this).account
    const domain = pool.addDomain('Domain', { cognitoDomain: { domainPrefix: `callwitness-${event}-${account}` } })

    this.scope = asked.scopeName
    this.issuer = pool.userPoolProviderUrl
    this.clientId = client.userPoolClientId
    this.signInUrl = domain.baseUrl()
    this.authorizer = new HttpJwtAuthorizer('analysts', this.issuer, { jwtAudience: [this.clientId] })
  }

  #pool(): UserPool {
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.NONE, // whoever forgets a password asks the one who entered them
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(2),
      },
      featurePlan: FeaturePlan.PLUS, // some cents per analyst and month
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    // A plain logical id, so that moving the construct can never replace the people in it.
    if (pool.node.defaultChild instanceof CfnUserPool) pool.node.defaultChild.overrideLogicalId('analysts')
    return pool
  }

  #client(pool: UserPool, scope: OAuthScope): UserPoolClient {
    return pool.addClient('Client', {
      generateSecret: false, // it would be on every analyst's machine; the code is bound to who asked by PKCE
      oAuth: { flows: { authorizationCodeGrant: true }, scopes: [scope], callbackUrls: [this.callbackUrl] },
      authFlows: { userSrp: false }, // no way in but the page with the second factor
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.hours(1), // so long a token lives on whose owner was disabled
      refreshTokenValidity: Duration.hours(8),
      enableTokenRevocation: true,
    })
  }
}
