import { Button, Menu } from '@st0r/ui';
import { useCan, useMe, useOrg } from '../../shared/session';
import { startSight } from '../../shared/sight';
import { useRoles } from './access.api';
import { say } from './messages';

/** Whether the person may look with other rights at the client in view; never while doing so. */
export function useMayLook(): (userId?: string) => boolean {
  const me = useMe();
  const org = useOrg();
  const can = useCan();
  return (userId) => org !== undefined && !me.sight && can('member.manage') && userId !== me.id;
}

/** Looks with the rights of a colleague at the client in view. */
export function SeeAsPerson({ userId }: { userId: string }) {
  const org = useOrg();
  const may = useMayLook();
  if (!org || !may(userId)) return null;
  return (
    <Button icon="eye" onClick={() => void startSight(org, { userId })}>
      {say('seeAs')}
    </Button>
  );
}

/** Looks with the rights a role would give at the client in view. */
export function SeeAsRole() {
  const org = useOrg();
  const may = useMayLook();
  const roles = useRoles();
  if (!org || !may()) return null;
  return (
    <Menu
      icon="eye"
      label={say('seeAsRole')}
      items={(roles.data ?? []).map(({ id, name }) => ({
        label: name,
        onPick: () => void startSight(org, { roleId: id }),
      }))}
    />
  );
}
