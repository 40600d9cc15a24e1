import { useMemo } from 'react';
import { OrgBadge, type Column } from '@st0r/ui';
import { say } from './messages';
import { useMe, useOrg } from './session';

type OfClient = { organisationId?: string | null };

/** Name and colour of the client a record belongs to. */
function Client({ id }: { id: string | null | undefined }) {
  const client = useMe().organisations.find((each) => each.id === id);
  return client ? <OrgBadge name={client.name} colour={client.colour} withName /> : null;
}

const column: Column<OfClient> = {
  id: 'client',
  header: say('client'),
  cell: ({ organisationId }) => <Client id={organisationId} />,
};

/** The columns of a list, with the client behind the first one while all clients are in view. */
export function useClientColumn<Row extends OfClient>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  const org = useOrg();
  return useMemo(() => (org ? columns : [...columns.slice(0, 1), column, ...columns.slice(1)]), [org, columns]);
}
