export const ACKNOWLEDGED: { path: string; id: string; reason: string }[] = []
