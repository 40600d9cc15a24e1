/** What it costs to know who is there: the same two answers with and without it. */
export function guardWorks({ facts, ours, product }) {
  const { local, everywhere } = facts.people;
  const open = product(() => ({ path: '/api/v1/setup/state' }));
  const known = (person) => ours(person, () => '/setup/state');
  return [
    {
      name: 'guard',
      what: 'a small answer with a session, against the same without (one organisation)',
      against: 'no session',
      ours: known(local),
      floor: open,
    },
    {
      name: 'guard',
      what: '  the same with a role in every organisation',
      against: 'no session',
      ours: known(everywhere),
      floor: open,
    },
    {
      name: 'guard',
      what: '  GET /me against /health/live',
      against: 'live',
      ours: ours(local, () => '/me'),
      floor: product(() => ({ path: '/health/live' })),
    },
  ];
}
