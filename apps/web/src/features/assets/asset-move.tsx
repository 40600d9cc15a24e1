import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Dialog, Form, Menu, showToast, TextAreaField } from '@st0r/ui';
import { assetStatusLabel, type AssetStatus } from '../../shared/asset-types';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { useSave } from '../../shared/use-save';
import type { Asset } from './asset-list';
import { say } from './messages';

type MoveProps = { asset: Asset; etag: string | undefined };

/** The next steps in the life of an asset; each asks why. */
export function AssetMove({ asset, etag }: MoveProps) {
  const [to, setTo] = useState<AssetStatus>();
  if (asset.nextStatuses.length === 0) return null;
  const items = asset.nextStatuses.map((status) => ({
    label: assetStatusLabel(status),
    onPick: () => setTo(status),
  }));
  return (
    <>
      <Menu icon="signpost-split" label={say('move')} items={items} />
      {to && (
        <Dialog open title={say('moveTo', { status: assetStatusLabel(to) })} onClose={() => setTo(undefined)}>
          <MoveForm asset={asset} etag={etag} to={to} onDone={() => setTo(undefined)} />
        </Dialog>
      )}
    </>
  );
}

function MoveForm({ asset, etag, to, onDone }: MoveProps & { to: AssetStatus; onDone: () => void }) {
  const form = useForm({ defaultValues: { reason: '' } });
  const save = useSave<{ to: AssetStatus; reason: string | null }>(`assets/${asset.id}/move`, {
    etag,
    refresh: ['assets'],
    onSaved: () => {
      showToast({ text: say('moved', { status: assetStatusLabel(to) }), tone: 'success' });
      onDone();
    },
  });
  return (
    <Form
      form={form}
      onSubmit={({ reason }) => save.save({ to, reason: reason.trim() || null })}
      submitLabel={say('moveTo', { status: assetStatusLabel(to) })}
      onCancel={onDone}
    >
      <TextAreaField name="reason" label={say('reason')} help={say('reasonHelp')} required={false} rows={2} />
      <ConflictDialog save={save} />
    </Form>
  );
}
