/* oxlint-disable vitest/no-standalone-expect -- testPromises runs this table, one test per row */
import { expect } from 'vitest'
import { testPromises } from '../support/promises.ts'
import { at, ofType, read, type Template, write } from '../support/template.ts'

const routes = (template: Template) =>
  ofType(template, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties as Record<string, unknown>)
const pool = (template: Template) => at(template, 'Analysts/Pool').Properties
const client = (template: Template) => at(template, 'Analysts/Pool/Client').Properties
const authorizer = (template: Template) => at(template, 'PublicApi/Api/analysts')
/** `call-witness/stats:exact`, made of the id of its resource server. */
const SCOPE = { 'Fn::Join': ['', [{ Ref: expect.stringMatching(/^AnalystsPoolServer/) }, '/stats:exact']] }

await testPromises([
  {
    promise: 'exact counts ask for a token with their scope, every one of their routes and no other route',
    holds: (template) => {
      const guarded = routes(template).filter(({ AuthorizationType }) => AuthorizationType !== 'NONE')
      const exact = routes(template).filter(({ RouteKey }) => String(RouteKey).startsWith('GET /v1/exact/'))
      expect(exact).toHaveLength(11)
      expect(guarded).toEqual(exact)
      for (const route of guarded)
        expect(route).toMatchObject({
          AuthorizationType: 'JWT',
          AuthorizerId: { Ref: expect.stringMatching(/^PublicApianalysts/) },
          AuthorizationScopes: [SCOPE],
        })
    },
    broken: (template) => write(at(template, 'PublicApi/Api/GET--v1--exact--ridings'), 'Properties.AuthorizationScopes', []), // prettier-ignore
  },
  {
    promise: 'a token counts when our pool made it for our client, and is looked for in Authorization',
    holds: (template) => {
      expect(ofType(template, 'AWS::ApiGatewayV2::Authorizer')).toHaveLength(1)
      expect(authorizer(template).Properties).toMatchObject({
        AuthorizerType: 'JWT',
        IdentitySource: ['$request.header.Authorization'],
        JwtConfiguration: {
          Issuer: { 'Fn::GetAtt': ['analysts', 'ProviderURL'] },
          Audience: [{ Ref: expect.stringMatching(/^AnalystsPoolClient/) }],
        },
      })
    },
    broken: (template) => write(authorizer(template), 'Properties.JwtConfiguration.Issuer', 'https://example.org'),
  },
  {
    promise: 'nobody enters by themselves, and everybody shows a second factor that is no text message',
    holds: (template) =>
      expect(pool(template)).toMatchObject({
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
        MfaConfiguration: 'ON',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        UserPoolTier: 'PLUS',
        UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
      }),
    broken: (template) => write(pool(template), 'MfaConfiguration', 'OPTIONAL'),
  },
  {
    promise: 'the people in the pool outlive the stack, and are not deleted in one step',
    holds: (template) => {
      expect(template.Resources['analysts']).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
      expect(pool(template)).toMatchObject({ DeletionProtection: 'ACTIVE' })
    },
    broken: (template) => write(pool(template), 'DeletionProtection', 'INACTIVE'),
  },
  {
    promise: 'analysts sign in on the page of the pool alone, by a code that comes back to their own machine',
    holds: (template) => {
      expect(client(template)).toMatchObject({
        AllowedOAuthFlows: ['code'],
        AllowedOAuthScopes: [SCOPE],
        CallbackURLs: [expect.stringMatching(/^http:\/\/localhost:\d+\//)],
        ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
        GenerateSecret: false,
        PreventUserExistenceErrors: 'ENABLED',
        EnableTokenRevocation: true,
      })
      expect(ofType(template, 'AWS::Cognito::UserPoolClient')).toHaveLength(1)
    },
    broken: (template) => write(client(template), 'AllowedOAuthFlows', ['implicit']),
  },
  {
    promise: 'a token lives for an hour, and who signed in for eight',
    holds: (template) => {
      expect(client(template)).toMatchObject({ AccessTokenValidity: 60, RefreshTokenValidity: 480 })
      expect(read(client(template), 'TokenValidityUnits')).toEqual({ AccessToken: 'minutes', RefreshToken: 'minutes' })
    },
    broken: (template) => write(client(template), 'AccessTokenValidity', 1440),
  },
])
