/** A source of choices that is the same in every run: figures of two runs are about the same data. */
export function choices(seed) {
  let state = seed >>> 0;
  const next = () => {
    // A linear congruential generator (constants of Numerical Recipes): good enough to spread names, and short.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return { below: (limit) => Math.floor(next() * limit), of: (list) => list[Math.floor(next() * list.length)] };
}

export const TOWNS =
  'Aachen Berlin Celle Dresden Erfurt Fulda Gera Hamburg Ilmenau Jena Kiel Leipzig Mainz Nienburg'.split(' ');
export const FIRMS =
  'Bakery Dental Freight Garden Hotel Joinery Law Metal Optics Print Quarry Roofing Steel Travel'.split(' ');
export const FIRST_NAMES =
  'Anna Bela Cora Dilan Emre Frida Goran Hanna Ines Jonas Kaya Lena Milan Nora Oskar Petra'.split(' ');
export const LAST_NAMES =
  'Adler Brandt Cakir Dorn Engel Fuchs Graf Horvat Ivers Jansen Keller Lorenz Meier Novak Okafor'.split(' ');
export const SYSTEMS = [
  'Debian 12',
  'Windows Server 2022',
  'Windows 11 Pro',
  'Ubuntu 24.04 LTS',
  'macOS 15',
  'FortiOS 7.4',
];

/** Asset type, the prefix of its names, and its share of a hundred. */
export const KINDS = [
  { type: 'desktop', prefix: 'pc', share: 35 },
  { type: 'laptop', prefix: 'nb', share: 25 },
  { type: 'server', prefix: 'srv', share: 12 },
  { type: 'switch', prefix: 'sw', share: 10 },
  { type: 'wireless_ap', prefix: 'ap', share: 8 },
  { type: 'firewall', prefix: 'fw', share: 5 },
  { type: 'ups', prefix: 'ups', share: 5 },
].flatMap(({ share, ...kind }) => Array.from({ length: share }, () => kind));

/** `7` -> `0007`. */
export const padded = (number, width = 4) => String(number).padStart(width, '0');
