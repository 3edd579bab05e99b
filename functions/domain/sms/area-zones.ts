// Area codes of the North American plan in Canada, by the clock that most of their lines keep (CNA, and tzdata).
const AREAS: Record<string, string> = {
  St_Johns: '709 879',
  Halifax: '902 782 506 428',
  Toronto: '226 249 263 289 343 354 365 367 382 416 418 437 438 450 468 514 519 548 579 581 613 647 683 705 742 753 819 873 905 942',
  Winnipeg: '204 431 584 807',
  Regina: '306 474 639',
  Edmonton: '368 403 587 780 825',
  Vancouver: '236 250 257 604 672 778',
  Yellowknife: '867',
} // prettier-ignore
const ZONES = new Map(
  Object.entries(AREAS).flatMap(([zone, areas]) => areas.split(' ').map((area): [string, string] => [area, zone])),
)

/** The zone in which somebody with this line most likely says "this morning", where no riding tells; Toronto's for all others. */
export function zoneOfLine(e164: string | undefined): string {
  return `America/${ZONES.get(e164?.slice(2, 5) ?? '') ?? 'Toronto'}`
}
