import { freshen } from '../seed/people.mjs';

/** Secrets one person may take in a row; then the product makes them wait. */
const BURST = 10;

/** Everything that leaves an event. */
export function writeWorks({ facts, root, post, floor }) {
  const [big] = facts.organisations;
  const [credentials] = facts.credentials;
  const [assets] = facts.assets;
  const { local, keepers } = facts.people;
  const credential = (number) => credentials[(number * 7919) % credentials.length];
  const draft = (number) => ({
    path: '/api/v1/assets',
    body: { organisationId: big.id, name: `zz-created-${number}`, type: 'server', serial: `ZZ${number}` },
  });
  const change = (number) => ({
    method: 'PATCH',
    path: `/api/v1/assets/${assets[(number * 7919) % assets.length]}`,
    body: { notes: `Changed ${number} times.` },
  });
  const reveal = (number) => ({ path: `/api/v1/credentials/${credential(number)}/fields/password/reveal`, body: {} });
  return [
    {
      name: 'reveal',
      what: 'reveal one password: right, step-up, budget, event, decryption',
      ours: post((number) => keepers[number % keepers.length], reveal),
      floor: floor((number) => `/reveal?org=${big.id}&id=${credential(number)}`),
      before: () => freshen(root),
      most: keepers.length * BURST,
    },
    {
      name: 'create',
      what: 'create an asset with its event, search words and history',
      ours: post(local, draft),
      floor: floor((number) => `/create?org=${big.id}&name=zz-floor-${number}`),
    },
    {
      name: 'event',
      what: 'change an asset with its event, against the event insert alone',
      against: 'event insert',
      ours: post(local, change),
      floor: floor(() => `/record?org=${big.id}`),
    },
  ];
}
