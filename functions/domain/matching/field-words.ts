import { type Features, textFeatures } from '../text-features.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour))
const MINUTES = Array.from({ length: 60 }, (_, minute) => String(minute).padStart(2, '0'))
const UNITS = ['', 'am', 'pm', 'h', 'st', 'nd', 'rd', 'th']
const TIMES = [
  ...[...HOURS, ...MINUTES].flatMap((number) => UNITS.map((unit) => number + unit)),
  ...HOURS.flatMap((hour) => MINUTES.map((minute) => `${hour}h${minute}`)),
]
const MONTHS = `
january february march april may june july august september october november december
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
`
const DISPLAYS = `
private withheld blocked unknown caller number call display
numero prive masque inconnu afficheur
`

/** How people write a day, a time or a display into a message: "private number, around 10:15am on April 26", "le 26 avril vers 10h15". */
const FIELD_WORDS = new Set(
  [...TIMES, MONTHS, 'around vers environ', DISPLAYS].flatMap((text) => [...textFeatures(text)]),
)

/** The features of a message but for those of what has a field of its own and is compared there. */
export function withoutFieldWords(features: Features | undefined): Features | undefined {
  return features?.filter((feature) => !FIELD_WORDS.has(feature))
}
