const QUERY = `query Assets($org: String!) {
  assets(org: $org, first: 50, sort: ["name"], filter: { status: { eq: "active" } }) {
    nodes { id name serial site { id name } model { id name } }
  }
}`;

/** A list with two joined relations through the other face. */
export function graphqlWorks({ facts, post, floor }) {
  const [big] = facts.organisations;
  const ask = () => ({ path: '/api/graphql', body: { query: QUERY, variables: { org: big.slug } } });
  return [
    {
      name: 'graphql',
      what: 'GraphQL: 50 assets with site and model',
      ours: post(facts.people.local, ask, refuseErrors),
      floor: floor(() => `/joined?org=${big.id}`),
    },
  ];
}

// GraphQL says what went wrong inside a good answer.
function refuseErrors(bytes) {
  if (bytes.includes('"errors"')) throw new Error(`GraphQL answered ${bytes.toString('utf8', 0, 500)}`);
}
