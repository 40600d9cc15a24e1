/** Blocks kept out; all of them are set apart for documentation, so that nobody real is shut out. */
export const SAMPLE_RULES: readonly {
  network: string;
  effect: 'deny';
  area: 'sign_in' | 'api';
  note: string;
  endsInDays?: number;
}[] = [
  {
    network: '203.0.113.0/24',
    effect: 'deny',
    area: 'sign_in',
    note: 'Guessed passwords for three nights. Their hoster was told.',
  },
  {
    network: '2001:db8:bad::/48',
    effect: 'deny',
    area: 'api',
    note: 'A scanner that reads every address. Look again in a month.',
    endsInDays: 30,
  },
];

/** A provider nobody runs. It stays a draft: a sample must not offer a way in. */
export const SAMPLE_CONNECTION = {
  kind: 'oidc',
  name: 'Northwind staff',
  buttonLabel: 'Sign in with Northwind',
  jit: false,
  domains: ['northwind-bakery.example'],
  oidc: { preset: 'keycloak', issuer: 'https://id.northwind-bakery.example/realms/staff', clientId: 'clientst0r' },
};

/** Keys of programs; their secrets are thrown away once the calls are made. */
export const SAMPLE_KEYS: readonly {
  name: string;
  note: string;
  scopes: string[];
  calls: string[];
  ended?: boolean;
}[] = [
  {
    name: 'RMM sync',
    note: 'Compares what the agents see with what is recorded here, every night.',
    scopes: ['asset.read', 'org.read'],
    calls: ['/assets?limit=50', '/sites', '/assets?limit=50&sort=-updatedAt', '/contacts', '/me'],
  },
  {
    name: 'Warranty report',
    note: 'The monthly sheet for Mrs Brandt. Replaced by the export of the list.',
    scopes: ['asset.read'],
    // A call would be one of today, a week after its end.
    calls: [],
    ended: true,
  },
];

/** What the warehouse sent as a sheet. */
export const SAMPLE_IMPORT = {
  name: 'warehouse-scanners.csv',
  content: [
    'Name,Serial,Notes',
    'Handheld scanner 1,ZL-HS-01,Gate A',
    'Handheld scanner 2,ZL-HS-02,Gate A',
    'Handheld scanner 3,ZL-HS-03,Gate B',
    'Forklift terminal 1,ZL-FT-01,Hall 2',
    'Forklift terminal 2,ZL-FT-02,Hall 2',
  ].join('\n'),
};
