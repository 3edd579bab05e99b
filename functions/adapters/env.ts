import * as z from 'zod/mini'

/** What the environment must hold, read once at start. Throws, naming the variable, when one is missing or malformed. */
export function readEnv<Shape extends z.core.$ZodShape>(shape: Shape): z.infer<z.ZodMiniObject<Shape>> {
  return z.object(shape).parse(process.env)
}
