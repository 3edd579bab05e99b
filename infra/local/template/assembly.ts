import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.object({ 'aws:cdk:path': z.string().optional() }).optional(),
  Condition: z.string().optional(),
})

const Template = z.object({
  Resources: z.record(z.string(), Resource),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
})
export type Template = z.infer<typeof Template>

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      properties: z.object({ templateFile: z.string().optional(), file: z.string().optional() }).optional(),
      additionalMetadataFile: z.string().optional(),
    }),
  ),
})

const AssetManifest = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
})

const StackMetadata = z.record(z.string(), z.array(z.object({ type: z.string(), data: z.unknown().optional() })))

/** A synthesized cloud assembly that holds exactly one stack. */
export type Assembly = {
  template: Template
  region: string
  /** The unpacked directory behind an asset's object key. */
  assetDirectory: (objectKey: string) => string
  /** The id the resource's construct was given, e.g. `receive-report`. */
  constructId: (logicalId: string) => string
}

export function readAssembly(directory: string): Assembly {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(directory, file), 'utf8'))
  if (!existsSync(join(directory, 'manifest.json')))
    throw new Error(`No cloud assembly (manifest.json) in ${directory}`)
  const artifacts = Object.values(Manifest.parse(read('manifest.json')).artifacts)
  const stacks = artifacts.filter((artifact) => artifact.type === 'aws:cloudformation:stack')
  const stack = stacks[0]
  const templateFile = stack?.properties?.templateFile
  if (stacks.length !== 1 || !stack || !templateFile) {
    throw new Error(`The assembly in ${directory} must hold exactly one stack; it holds ${stacks.length}`)
  }
  const template = Template.parse(read(templateFile))
  const region = stack.environment?.split('/').at(-1) ?? 'unknown-region'

  const assets = new Map<string, string>()
  for (const { type, properties } of artifacts) {
    if (type !== 'cdk:asset-manifest' || !properties?.file) continue
    for (const { source, destinations } of Object.values(AssetManifest.parse(read(properties.file)).files)) {
      for (const { objectKey } of Object.values(destinations)) assets.set(objectKey, join(directory, source.path))
    }
  }

  const paths = constructPaths(template, stack.additionalMetadataFile ? read(stack.additionalMetadataFile) : {})
  return {
    template,
    region: region === 'unknown-region' ? 'ca-central-1' : region,
    assetDirectory: (objectKey) => {
      const found = assets.get(objectKey)
      if (!found) throw new Error(`The assembly in ${directory} has no asset ${objectKey}`)
      return found
    },
    constructId: (logicalId) => lastId(paths.get(logicalId)) ?? logicalId,
  }
}

/** The CLI writes construct paths into the template; a synthesis without it, only into the metadata file. */
function constructPaths(template: Template, metadata: unknown): Map<string, string> {
  const paths = new Map<string, string>()
  for (const [path, entries] of Object.entries(StackMetadata.parse(metadata))) {
    for (const { type, data } of entries) {
      if (type === 'aws:cdk:logicalId' && typeof data === 'string') paths.set(data, path)
    }
  }
  for (const [logicalId, { Metadata }] of Object.entries(template.Resources)) {
    if (Metadata?.['aws:cdk:path']) paths.set(logicalId, Metadata['aws:cdk:path'])
  }
  return paths
}

function lastId(path: string | undefined): string | undefined {
  return path
    ?.split('/')
    .filter((id) => id !== '' && id !== 'Resource')
    .at(-1)
}
