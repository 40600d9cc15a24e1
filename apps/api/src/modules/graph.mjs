/**
 * Who may import whom: the architecture in twenty lines. Lint enforces it, docs/architecture.md draws it.
 * A neighbour is imported through its index.ts only. Arrows point one way and are not transitive.
 */
export const graph = {
  orgs: [],
  access: ['orgs'],
  jobs: [],
  mail: [],
  breaches: [],
  auth: ['orgs', 'access', 'mail', 'breaches'],
  'api-keys': ['orgs', 'access', 'auth'],
  sso: ['orgs', 'access', 'auth', 'mail'],
  perimeter: [],
  updates: ['backup'],
  'host-security': [],
  status: ['backup', 'jobs', 'keys', 'mail'],
  offboarding: ['access', 'auth', 'api-keys', 'sso'],
  people: ['orgs'],
  audit: [],
  backup: ['audit'],
  files: ['orgs'],
  assets: ['orgs', 'people', 'files', 'jobs'],
  discovery: ['orgs', 'assets', 'jobs'],
  ipam: ['assets'],
  vault: ['orgs', 'access', 'breaches'],
  keys: ['orgs'],
  docs: ['orgs', 'files'],
  psa: ['orgs', 'people', 'assets'],
  monitoring: ['orgs', 'assets'],
  integrations: ['orgs', 'assets', 'psa', 'vault'],
  // Nobody imports these; they listen to events by name or know records through the palette's index.
  personal: [],
  search: [],
  webhooks: [],
  notices: [],
};
