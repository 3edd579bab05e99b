import type { Language } from './problem-texts.ts'

/** What to do now to vote: the first thing that anyone who got such a call must hear. Names the official channel only. */
export const ADVICE: Record<Language, string> = {
  en: 'Do not rely on the call. Before you vote, check where and when with Elections Canada: www.elections.ca, or 1-800-463-6868 (free). In a federal election, Elections Canada alone decides where you vote.',
  fr: 'Ne vous fiez pas à cet appel. Avant de voter, vérifiez où et quand auprès d’Élections Canada : www.elections.ca, ou 1-800-463-6868 (sans frais). Lors d’une élection fédérale, seul Élections Canada décide où vous votez.',
}

/** How long copies of what was withdrawn still exist, in places that nobody reads. */
export const COPIES_REMAIN = { queueDays: 14, streamHours: 24, backupDays: 35 }

export const WITHDRAWN: Record<Language, string> = {
  en: `Your words are erased at once and the counts follow. Copies remain for up to ${COPIES_REMAIN.queueDays} days in the queue, ${COPIES_REMAIN.streamHours} hours in the change stream and ${COPIES_REMAIN.backupDays} days in backups.`,
  fr: `Vos mots sont effacés aussitôt et les comptes suivent. Des copies subsistent au plus ${COPIES_REMAIN.queueDays} jours dans la file d’attente, ${COPIES_REMAIN.streamHours} heures dans le flux de modifications et ${COPIES_REMAIN.backupDays} jours dans les sauvegardes.`,
}
