/** How much is seeded. The first organisation is the big one; the rest is spread evenly over the others. */
export const SIZES = {
  S: {
    organisations: 50,
    assets: 5_000,
    assetsOfBig: 1_000,
    credentials: 5_000,
    credentialsOfBig: 1_000,
    events: 50_000,
    contactsEach: 5,
    keepers: 200,
    bufferPool: 256 * 1024 ** 2,
  },
  L: {
    organisations: 500,
    assets: 100_000,
    assetsOfBig: 5_000,
    credentials: 50_000,
    credentialsOfBig: 1_000,
    events: 500_000,
    contactsEach: 10,
    keepers: 1_000,
    bufferPool: 2 * 1024 ** 3,
  },
};

/** How many of `total` belong to organisation number `at` when the first has `big` of them. */
export function shareOf({ total, big, organisations }, at) {
  if (at === 0) return big;
  const [rest, others] = [total - big, organisations - 1];
  return Math.floor((rest * at) / others) - Math.floor((rest * (at - 1)) / others);
}
