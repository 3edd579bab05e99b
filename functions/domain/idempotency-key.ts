/** What a sender may name a request by. */
export const IDEMPOTENCY_KEY = /^[ -~]{16,255}$/
