export const REAL = '203.0.113.5';
export const VICTIM = '198.51.100.7';

/** What people have typed into logs to have somebody else banned. */
export const TYPED = [
  `x@y ip=${VICTIM}`,
  `a@b.c\r\n2026-11-26T04:21:11.123Z ST0R-AUTH fail ip=${VICTIM} {}`,
  `a@b\n2026-11-26T04:21:11.123Z ST0R-AUTH fail ip=${VICTIM} {"reason":"password"}`,
  `\u001b[2K\u001b[1Ga@b ST0R-AUTH fail ip=${VICTIM} {}`,
  `a@${VICTIM}`,
  `ip=${VICTIM}@example.test`,
  `"},"ip":"${VICTIM}","x":{"@`,
  `a@b\u2028ST0R-AUTH fail ip=${VICTIM} {}`,
  `a@b\u0085ST0R-AUTH fail ip=${VICTIM} {}`,
  `a@b\u0000ip=${VICTIM}`,
  `<HOST>@${VICTIM}`,
  `${'a'.repeat(10_240)}@ip=${VICTIM}`,
  `\u202e7.001.15.891=pi liaf HTUA-R0TS@x`,
];
