import { FIRST_NAMES, TOWNS } from '../seed/words.mjs';

/** What people type into the palette: a letter or two, a town, a name, two words, a serial number, something absent. */
export function questionsOf({ assets }) {
  const serial = assets[0][0].slice(24, 36).toUpperCase();
  const questions = [
    ...['s', 'sw', 'srv-', 'srv-berlin', 'backup', 'bakery', 'zzz-absent', 'pc kiel', `=SN${serial}`, '10.0.0.1'],
    ...TOWNS.slice(0, 5),
    ...FIRST_NAMES.slice(0, 3).map((name) => `@${name}`),
  ];
  return (number) => `/search?q=${encodeURIComponent(questions[number % questions.length])}`;
}
