import { useForm } from 'react-hook-form';
import type { ReactNode } from 'react';
import { DateField, Form, MultiField, Panel, SelectField, TextAreaField, TextField } from '@st0r/ui';
import type { Api } from '@st0r/api-client';
import { useMe, type MyOrganisation } from '../../shared/session';
import { isProblem } from '../../shared/problem';
import { say } from './messages';
import { ScopePicker } from './scope-picker';

/** What a person may write about a key; `organisationId` of a new one only. */
export type KeyBody = {
  organisationId?: string;
  organisationIds: string[];
  name: string;
  note: string | null;
  scopes: string[];
  networks: string[];
  requestsPerMinute: number;
  expiresOn: string;
};
type Values = Omit<KeyBody, 'networks' | 'note' | 'organisationId'> & {
  organisationId: string;
  networks: string;
  note: string;
};

type Props = {
  start: KeyBody;
  /** The organisation of a known key; a new one lets the person choose. */
  home?: string;
  catalogue: readonly Api<'PermissionText'>[];
  submitLabel: string;
  onSave: (body: KeyBody) => Promise<unknown>;
  onCancel: () => void;
  children?: ReactNode;
};

/** Name, reach, scopes and limits of a key. */
export function ApiKeyForm({ start, home, catalogue, submitLabel, onSave, onCancel, children }: Props) {
  const mine = useMe().organisations.filter(({ permissions }) => permissions.includes('apikey.manage'));
  const form = useForm<Values>({
    defaultValues: {
      ...start,
      organisationId: home ?? start.organisationId ?? mine[0]?.id ?? '',
      note: start.note ?? '',
      networks: start.networks.join('\n'),
    },
  });
  const [managedBy, reached, scopes] = form.watch(['organisationId', 'organisationIds', 'scopes']);
  const others = mine.filter(({ id }) => id !== managedBy);
  const held = heldIn(mine.filter(({ id }) => id === managedBy || reached.includes(id)));
  async function handleSubmit(values: Values) {
    if (scopes.length === 0) {
      form.setError('scopes', { message: say('nothingChosen') });
      return;
    }
    await onSave(bodyOf(values, home)).catch((error: unknown) => {
      throw isProblem(error) ? wholeFields(error) : error;
    });
  }
  return (
    <Form form={form} onSubmit={handleSubmit} submitLabel={submitLabel} onCancel={onCancel}>
      <Panel>
        <TextField name="name" label={say('name')} help={say('nameHelp')} rules={{ required: say('required') }} />
        <TextField name="note" label={say('note')} required={false} />
        {!home && mine.length > 1 && (
          <SelectField
            name="organisationId"
            label={say('managedBy')}
            help={say('managedByHelp')}
            choices={mine.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {others.length > 0 && (
          <MultiField
            name="organisationIds"
            label={say('reach')}
            help={say('reachHelp')}
            choices={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <DateField name="expiresOn" label={say('expires')} rules={{ required: say('required') }} />
        <TextAreaField name="networks" label={say('networks')} help={say('networksHelp')} required={false} rows={3} />
        <TextField
          name="requestsPerMinute"
          inputMode="numeric"
          label={say('limit')}
          help={say('limitHelp')}
          rules={{
            valueAsNumber: true,
            validate: (value: number) => (Number.isInteger(value) && value >= 1 && value <= 6000) || say('whole'),
          }}
        />
      </Panel>
      <ScopePicker catalogue={catalogue} held={held} />
      {children}
    </Form>
  );
}

/** Permissions held in every one of these organisations. */
function heldIn(organisations: readonly MyOrganisation[]): ReadonlySet<string> {
  const [first, ...rest] = organisations;
  return new Set(first?.permissions.filter((code) => rest.every(({ permissions }) => permissions.includes(code))));
}

function bodyOf({ organisationId, networks, note, ...values }: Values, home: string | undefined): KeyBody {
  return {
    ...values,
    ...(home ? {} : { organisationId }),
    note: note.trim() || null,
    organisationIds: values.organisationIds.filter((id) => id !== organisationId),
    networks: networks.split(/[\s,]+/).filter(Boolean),
  };
}

type Refused = { detail?: string; errors?: readonly { pointer: string; detail?: string; code: string }[] };

/** A refusal of one network or scope, put under the whole field: the form has one box for all of them. */
const wholeFields = ({ detail, errors }: Refused) => ({
  detail,
  errors: errors?.map((error) => ({ ...error, pointer: error.pointer.replace(/^\/(networks|scopes)\/\d+$/, '/$1') })),
});
