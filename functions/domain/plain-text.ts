// Letters may carry many marks each, and fall away.
const MAX_READ = 1000
const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', ß: 'ss' }

/** Small letters without accents and invisible characters, of one width, with one kind of apostrophe; of a long text the beginning. */
export function plainText(text: string, maxRead = MAX_READ): string {
  return text
    .slice(0, maxRead)
    .replace(/[’‘ʼ`´′]/g, "'")
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[œæøłß]/g, (letter) => LIGATURES[letter]!)
}
