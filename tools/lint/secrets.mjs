/** What a secret looks like that was left where it does not belong. Each is narrow enough to be believed. */
export const SHAPES = {
  'private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s+[A-Za-z0-9+/=\s]{64,}/,
  'age identity': /AGE-SECRET-KEY-1[A-Z0-9]{50,}/,
  'AWS access key': /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  'GitHub token': /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{60,})\b/,
  'GitLab token': /\bglpat-[\w-]{20,}\b/,
  'npm token': /\bnpm_[A-Za-z0-9]{36}\b/,
  'Slack token': /\bxox[abeoprs]-[\w-]{20,}/,
  'Stripe key': /\b[rs]k_live_[A-Za-z0-9]{20,}\b/,
  'Google API key': /\bAIza[\w-]{35}\b/,
  'Snyk token': /SNYK_TOKEN["'\s:=]+[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/,
  'signed token': /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{40,}/,
  'password in an address':
    /\b(?:mysql|mariadb|redis|rediss|smtps?|postgres|amqp|https?):\/\/[^\s:/@"'`{}$<>]+:(?!password@|secret@)[^\s:/@"'`{}$<>]{8,}@(?!(?:localhost|127\.|host\b|[\w.-]*example))[\w.-]+/,
};

/** Every secret in a text, by what it looks like; never the secret. */
export function secretsIn(text) {
  return Object.entries(SHAPES)
    .filter(([, shape]) => shape.test(text))
    .map(([name]) => name);
}
