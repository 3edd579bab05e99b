import type { Election } from './national-election.ts'

/** What is asked, by a name for it: all of `/v1/exact` and `/v1/stats`, with the filters that read otherwise. */
export type Asked = Record<string, string>

/** Of these the late pages are asked too. */
export const PAGED = ['ridings', 'caller-ids', 'scripts', 'sources', 'timeline'] as const

const RIDING = 'ocd-division/country:ca/ed:35027'
const FEW = '?limit=10'

export function exactTables({ script, caller }: Election['hot']): Asked {
  const named = {
    ...ofOne({ script, caller }),
    'scripts, few': `scripts${FEW}`,
    'scripts, each': 'scripts?atLeast=1',
    'scripts?script': `scripts?script=${script}`,
    'scripts?province, few': `scripts${FEW}&province=ON`,
  }
  return at('exact', { ...common(), ...named, 'caller-ids, few': `caller-ids${FEW}` })
}

export function publicTables({ script, caller }: Election['hot']): Asked {
  const named = {
    ...ofOne({ script, caller }),
    'scripts?province': 'scripts?province=ON',
    'caller-ids?script': `caller-ids?script=${script}`,
    'scripts?callerId': `scripts?callerId=${encodeURIComponent(caller)}`,
  }
  return at('stats', { ...common(), ...named })
}

/** What is asked of one script, or of one number displayed. */
function ofOne({ script, caller }: Pick<Election['hot'], 'script' | 'caller'>): Asked {
  const number = encodeURIComponent(caller)
  return {
    'caller-ids/{e164}': `caller-ids/${caller}`,
    'list-source': `scripts/${script}/list-source`,
    'ages?script': `ages?script=${script}`,
    'timeline?script': `timeline?script=${script}`,
    'timeline?script&mention': `timeline?script=${script}&mention=2011-04-20`,
    'timeline?callerId': `timeline?callerId=${number}`,
    'timeline?callerId&mention': `timeline?callerId=${number}&mention=2011-04-20`,
  }
}

function common(): Asked {
  const whole = ['summary', 'ages', 'earlier-polls', 'earlier-polls/odds-ratios', ...PAGED]
  return {
    ...Object.fromEntries(whole.map((table) => [table, table])),
    'summary?from': 'summary?from=2011-04-10&to=2011-04-30',
    'timeline, hours': 'timeline?interval=hour',
    'timeline?riding': `timeline?riding=${RIDING}`,
  }
}

function at(base: 'exact' | 'stats', tables: Asked): Asked {
  return Object.fromEntries(Object.entries(tables).map(([name, path]) => [`${base} ${name}`, `/v1/${base}/${path}`]))
}
