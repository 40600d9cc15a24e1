import { useForm } from 'react-hook-form';
import { Button, Form, Notice, Panel, SelectField, TextField } from '@st0r/ui';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { AttributesForm } from './attributes-form';
import { LdapForm } from './ldap-form';
import { MappingTable } from './mapping-table';
import { MeaningFields, meaningOf, words, type Meaning } from './meaning-fields';
import { say } from './messages';
import type { Connection } from './sso.api';
import { NextStep, useStepSave, type StepProps } from './step';
import { Claims } from './test-outcome';
import { useConnectionTest, useSample } from './use-connection-test';

type Values = Meaning & {
  emailClaim: string;
  nameClaim: string;
  groupsClaim: string;
  groupOverflow: 'refuse' | 'graph';
  mfaAmr: string;
  mfaAcr: string;
};

/** What the claims mean here: who somebody is, and which roles their groups give. */
export function MapStep({ connection, etag }: StepProps) {
  return (
    <div className="st-sso-columns">
      <Panel title={say('claimsOf')}>
        <Fields key={connection.version} connection={connection} etag={etag} />
      </Panel>
      <div>
        <Panel title={say('mappings')}>
          <MappingTable connection={connection} groups={useSample(connection.id)?.groups ?? []} />
        </Panel>
        {connection.kind !== 'ldap' && <Sample connection={connection} />}
        <NextStep tab="test" />
      </div>
    </div>
  );
}

/** Every kind says in its own words what stands where. */
function Fields(step: StepProps) {
  if (step.connection.kind === 'ldap') return <LdapForm {...step} />;
  return step.connection.kind === 'saml' ? <AttributesForm {...step} /> : <ClaimsForm {...step} />;
}

function ClaimsForm({ connection, etag }: StepProps) {
  const form = useForm<Values>({ defaultValues: valuesOf(connection) });
  const save = useStepSave({ connection, etag });
  const needed = { required: say('required') };
  const trusted = form.watch('mfaTrusted');
  return (
    <Form form={form} onSubmit={(values) => save.save(bodyOf(values))} submitLabel={say('save')}>
      <TextField name="emailClaim" label={say('emailClaim')} rules={needed} />
      <TextField name="nameClaim" label={say('nameClaim')} rules={needed} />
      <TextField name="groupsClaim" label={say('groupsClaim')} help={say('groupsClaimHelp')} required={false} />
      {connection.oidc?.preset === 'entra' && (
        <SelectField
          name="groupOverflow"
          label={say('groupOverflow')}
          help={say('groupOverflowHelp')}
          choices={[
            { value: 'refuse', label: say('overflowRefuse') },
            { value: 'graph', label: say('overflowGraph') },
          ]}
        />
      )}
      <MeaningFields />
      {trusted && (
        <>
          <TextField name="mfaAmr" label={say('mfaAmr')} help={say('scopesHelp')} required={false} />
          <TextField name="mfaAcr" label={say('mfaAcr')} help={say('scopesHelp')} required={false} />
        </>
      )}
      <ConflictDialog save={save} />
    </Form>
  );
}

/** Claims of a real sign-in, to map by. */
function Sample({ connection }: { connection: Connection }) {
  const sample = useSample(connection.id);
  const test = useConnectionTest(connection.id);
  return (
    <Panel title={say('claims')}>
      <Button
        icon="box-arrow-up-right"
        busy={test.waiting}
        disabled={connection.missing.length > 0}
        onClick={test.start}
      >
        {say('fetchSample')}
      </Button>
      <div className="mt-3" aria-live="polite">
        {(test.refusal ?? (test.outcome?.state === 'refused' && test.outcome.sentence)) && (
          <Notice tone="danger">{test.refusal ?? test.outcome?.sentence}</Notice>
        )}
        {sample?.claims && <Claims claims={sample.claims} />}
      </div>
    </Panel>
  );
}

const valuesOf = ({ oidc, mfaAmr, mfaAcr, ...connection }: Connection): Values => ({
  emailClaim: oidc?.emailClaim ?? 'email',
  nameClaim: oidc?.nameClaim ?? 'name',
  groupsClaim: oidc?.groupsClaim ?? '',
  groupOverflow: oidc?.groupOverflow ?? 'refuse',
  ...meaningOf(connection),
  mfaAmr: mfaAmr.join(' '),
  mfaAcr: mfaAcr.join(' '),
});

function bodyOf({ emailClaim, nameClaim, groupsClaim, groupOverflow, jit, domains, mfaTrusted, ...mfa }: Values) {
  return {
    jit,
    mfaTrusted,
    mfaAmr: words(mfa.mfaAmr),
    mfaAcr: words(mfa.mfaAcr),
    domains: words(domains),
    oidc: { emailClaim, nameClaim, groupsClaim: groupsClaim || null, groupOverflow },
  };
}
