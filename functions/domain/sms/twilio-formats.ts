const NUMBER = /^(\+\d{5,15}|\d{3,8})$/

/** The fields of Twilio's that are read of a text, and the form of each. */
export const TWILIO_FORMATS: Record<string, RegExp> = {
  AccountSid: /^AC[0-9a-f]{32}$/,
  MessageSid: /^(SM|MM)[0-9a-f]{32}$/,
  From: NUMBER,
  To: NUMBER,
  Body: /^/,
  NumMedia: /^\d{1,2}$/,
}
