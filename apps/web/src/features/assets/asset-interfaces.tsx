import { useState } from 'react';
import { Button, ConfirmDialog, EmptyState, IconButton, Panel, Tag, Time, SmallTable } from '@st0r/ui';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { useSave } from '../../shared/use-save';
import type { Asset } from './asset-list';
import { InterfaceDialog } from './interface-dialog';
import { inputOf, type InterfaceInput } from './interface-values';
import { say } from './messages';

type InterfacesProps = { asset: Asset; etag: string | undefined; write: boolean };

/** The network ports of an asset, with what they are reached by. */
export function AssetInterfaces({ asset, etag, write }: InterfacesProps) {
  const [place, setPlace] = useState<number>();
  const [removing, setRemoving] = useState<number>();
  const save = useSave<{ interfaces: InterfaceInput[] }>(`assets/${asset.id}`, {
    method: 'patch',
    etag,
    refresh: ['assets'],
  });
  const all = asset.interfaces.map(inputOf);
  const removed = removing === undefined ? undefined : asset.interfaces[removing];
  async function handleRemove() {
    await save.save({ interfaces: all.filter((_, at) => at !== removing) });
    setRemoving(undefined);
  }
  const add = write && (
    <Button icon="plus-lg" size="sm" onClick={() => setPlace(all.length)}>
      {say('addInterface')}
    </Button>
  );
  return (
    <>
      {asset.interfaces.length === 0 ? (
        <EmptyState icon="ethernet" title={say('noInterfaces')} actions={add} />
      ) : (
        <Panel title={say('interfaces')} actions={add} flush>
          <SmallTable
            label={say('interfaces')}
            heads={[
              say('interfaceName'),
              say('mac'),
              say('addresses'),
              say('interfaceType'),
              say('lastSeen'),
              { text: say('acts'), as: 'heard' },
            ]}
          >
            {asset.interfaces.map((one, at) => (
              <tr key={one.id}>
                <td>
                  <strong>{one.name}</strong> {one.primary && <Tag tone="accent">{say('primaryTag')}</Tag>}
                </td>
                <td>{one.mac ?? '–'}</td>
                <td>{one.ips.join(', ') || '–'}</td>
                <td>{one.type ?? '–'}</td>
                <td>
                  <Time at={one.lastSeenAt} />
                </td>
                <td className="st-end">
                  {write && (
                    <>
                      <IconButton
                        icon="pencil"
                        size="sm"
                        label={`${say('editInterface')} ${one.name}`}
                        onClick={() => setPlace(at)}
                      />
                      <IconButton
                        icon="trash"
                        size="sm"
                        label={say('removeNamed', { name: one.name })}
                        onClick={() => setRemoving(at)}
                      />
                    </>
                  )}
                </td>
              </tr>
            ))}
          </SmallTable>
        </Panel>
      )}
      {place !== undefined && (
        <InterfaceDialog all={all} place={place} save={save} onClose={() => setPlace(undefined)} />
      )}
      <ConfirmDialog
        open={removed !== undefined}
        title={say('removeNamed', { name: removed?.name ?? '' })}
        confirmLabel={say('remove')}
        danger
        onConfirm={handleRemove}
        onClose={() => setRemoving(undefined)}
      >
        {[removed?.mac, ...(removed?.ips ?? [])].filter(Boolean).join(' · ')}
      </ConfirmDialog>
      <ConflictDialog save={save} />
    </>
  );
}
