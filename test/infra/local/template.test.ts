import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readAssembly } from '../../../infra/local/template/assembly.ts'
import { resolve, type Lookup } from '../../../infra/local/template/intrinsics.ts'
import { readStack } from '../../../infra/local/template/stack.ts'
import { api, lambda, writeAssembly, type TinyStack } from './tiny-stack.ts'

const CODE = { echo: 'export const handler = async () => 1' }
const QUEUE = { Type: 'AWS::SQS::Queue', Properties: {} }
const base = { Echo: lambda('echo'), Work: QUEUE, ...api({ 'GET /a': 'Echo' }) }

function read(stack: Partial<TinyStack>) {
  const directory = writeAssembly({ code: CODE, resources: {}, ...stack })
  try {
    return readStack(readAssembly(directory))
  } finally {
    rmSync(directory, { recursive: true })
  }
}

const lookup: Lookup = {
  ref: (name) => ({ 'AWS::Region': 'ca-central-1', Thing: 'thing', 'AWS::NoValue': undefined })[name],
  attribute: (logicalId, attribute) => `${logicalId}#${attribute}`,
}

test.each([
  [{ Ref: 'Thing' }, 'thing'],
  [{ 'Fn::GetAtt': ['Thing', 'Arn'] }, 'Thing#Arn'],
  [{ 'Fn::GetAtt': 'Thing.Stream.Arn' }, 'Thing#Stream.Arn'],
  [{ 'Fn::Join': ['-', ['a', { Ref: 'Thing' }, 1]] }, 'a-thing-1'],
  [{ 'Fn::Sub': 'x ${AWS::Region} ${Thing.Arn} ${!kept}' }, 'x ca-central-1 Thing#Arn ${kept}'],
  [{ 'Fn::Sub': ['${a}/${Thing}', { a: { Ref: 'AWS::Region' } }] }, 'ca-central-1/thing'],
  [{ 'Fn::Select': [1, { 'Fn::Split': [',', 'a,b,c'] }] }, 'b'],
  [
    { a: [{ b: { Ref: 'Thing' } }], c: { Ref: 'AWS::NoValue' }, d: 1 },
    { a: [{ b: 'thing' }], d: 1 },
  ],
])('%j resolves', (value, resolved) => {
  expect(resolve(value, lookup)).toEqual(resolved)
})

test.each(['Fn::ImportValue', 'Fn::If', 'Fn::FindInMap', 'Fn::Unheard'])('%s stops the host', (name) => {
  expect(() => resolve({ a: { [name]: 'x' } }, lookup)).toThrow(`The template uses ${name}`)
})

test('types without effect are named, once each', () => {
  const resources = {
    A: { Type: 'AWS::IAM::Role' },
    B: { Type: 'AWS::IAM::Role' },
    C: { Type: 'AWS::CloudWatch::Alarm' },
  }
  expect(read({ resources }).inert).toEqual(['AWS::CloudWatch::Alarm', 'AWS::IAM::Role'])
})

test.each([
  ['an unknown type', { Bus: { Type: 'AWS::Events::EventBus' } }, 'Bus is a AWS::Events::EventBus'],
  ['a condition', { Work: { ...QUEUE, Condition: 'IsLarge' } }, 'Work has the condition IsLarge'],
  [
    'a filter on a mapping',
    {
      M: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          FunctionName: { Ref: 'Echo' },
          EventSourceArn: { 'Fn::GetAtt': ['Work', 'Arn'] },
          FilterCriteria: {},
        },
      },
    },
    'FilterCriteria',
  ],
  [
    'an authorizer on a route',
    {
      R: {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: {
          ApiId: { Ref: 'Api' },
          RouteKey: 'GET /x',
          Target: 'integrations/Integration0',
          AuthorizationType: 'CUSTOM',
        },
      },
    },
    'AuthorizationType',
  ],
  [
    'an authorizer that is not in the stack',
    {
      R: {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: {
          ApiId: { Ref: 'Api' },
          RouteKey: 'GET /x',
          Target: 'integrations/Integration0',
          AuthorizationType: 'JWT',
          AuthorizerId: 'other',
        },
      },
    },
    'no user pool of this stack',
  ],
  [
    'an authorizer that looks for its token elsewhere',
    {
      A: {
        Type: 'AWS::ApiGatewayV2::Authorizer',
        Properties: {
          ApiId: { Ref: 'Api' },
          Name: 'a',
          AuthorizerType: 'JWT',
          IdentitySource: ['$request.querystring.token'],
          JwtConfiguration: { Issuer: 'https://example.org', Audience: ['a'] },
        },
      },
    },
    'IdentitySource',
  ],
  [
    'a mapping of a source that is not in the stack',
    {
      M: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { FunctionName: { Ref: 'Echo' }, EventSourceArn: 'arn:aws:sqs:r:1:Other' },
      },
    },
    'no queue of this stack',
  ],
  [
    'a second API',
    { Second: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } } },
    'one HTTP API',
  ],
  [
    'dead letters that are not in the stack',
    {
      Q: {
        Type: 'AWS::SQS::Queue',
        Properties: { RedrivePolicy: { deadLetterTargetArn: 'arn:x', maxReceiveCount: 1 } },
      },
    },
    'no queue of this stack',
  ],
  ['a runtime that is not Node', { F: lambda('echo', { Runtime: 'python3.13' }) }, 'Runtime'],
  ['a function without its bundle', { F: lambda('lost') }, 'no asset lost.zip'],
  [
    'a reference to nothing',
    { F: lambda('echo', { Environment: { Variables: { A: { Ref: 'Nothing' } } } }) },
    'refers to Nothing',
  ],
])('%s stops the host with a clear message', (_, added, message) => {
  expect(() => read({ resources: { ...base, ...added } })).toThrow(message)
})

test('a function is called by its construct id, and by its logical id when two share one', () => {
  const named = read({ resources: { EchoABC123: lambda('echo') } })
  expect(named.functions.map(({ name }) => name)).toEqual(['echo'])
  const shared = read({ resources: { EchoA: lambda('echo'), EchoB: lambda('echo') } })
  expect(shared.functions.map(({ name }) => name)).toEqual(['EchoA', 'EchoB'])
})
