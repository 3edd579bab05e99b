import { pagePolicy } from '../adapters/page-policy.ts'
import { ADVICE } from '../domain/advice.ts'
import type { Problem } from '../domain/describe-problem.ts'
import { fieldLabel } from '../domain/field-labels.ts'
import type { Language } from '../domain/problem-texts.ts'

/** A page, and the content security policy under which a browser shows it: no scripts, nothing from anywhere, in no frame. */
export type Page = { html: string; policy: string }

const STYLE =
  'body{font:1.1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:40rem;padding:0 1rem}code{overflow-wrap:anywhere}'

const TEXTS = {
  en: {
    before: 'Before you vote',
    kept: 'Your report is kept',
    number: 'Number of the report:',
    receipt: 'Receipt:',
    keep: 'Write both down. Only they let you see, correct or withdraw your report.',
    notKept: 'Your report was not kept',
    back: 'Go back to the form with your browser: what you wrote should still be there.',
  },
  fr: {
    before: 'Avant de voter',
    kept: 'Votre signalement est conservé',
    number: 'Numéro du signalement :',
    receipt: 'Reçu :',
    keep: 'Notez les deux. Eux seuls permettent de voir, de corriger ou de retirer votre signalement.',
    notKept: 'Votre signalement n’a pas été conservé',
    back: 'Revenez au formulaire avec votre navigateur : ce que vous avez écrit devrait encore y être.',
  },
}

export function acceptedPage({ id, receipt }: { id: string; receipt: string }, language: Language): Page {
  const texts = TEXTS[language]
  return page(
    language,
    texts.kept,
    `<h1>${texts.before}</h1><p>${advice(language)}</p><h2>${texts.kept}</h2>` +
      `<p>${texts.number} <code>${id}</code></p><p>${texts.receipt} <code>${receipt}</code></p><p>${texts.keep}</p>`,
  )
}

export function problemPage({ title, errors = [] }: Problem, language: Language): Page {
  const texts = TEXTS[language]
  const items = errors.map((error) => `<li><b>${fieldLabel(error.pointer, language)}</b> — ${error.message}</li>`)
  return page(
    language,
    texts.notKept,
    `<h1>${texts.notKept}</h1><p>${title}</p><ul>${items.join('')}</ul><p>${texts.back}</p>` +
      `<h2>${texts.before}</h2><p>${advice(language)}</p>`,
  )
}

function advice(language: Language): string {
  return ADVICE[language].replace('www.elections.ca', '<a href="https://www.elections.ca">www.elections.ca</a>')
}

// All texts are our own, without markup; ids and receipts hold letters, digits, dots, dashes and underscores only.
function page(language: Language, title: string, main: string): Page {
  return {
    html:
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>` +
      `<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head>` +
      `<body><main>${main}</main></body></html>`,
    policy: pagePolicy(STYLE),
  }
}
