import { useForm } from 'react-hook-form';
import { CopyButton, Form, Panel, PasswordField, SelectField, SwitchField, TextField } from '@st0r/ui';
import { api } from '../../shared/api';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { say } from './messages';
import { providerOf } from './presets';
import { LdapSide } from './ldap-side';
import { SamlSide } from './saml-side';
import { PATH, type Connection } from './sso.api';
import { ExchangeEnd, useStepSave, type StepProps } from './step';

type Values = {
  issuer: string;
  tenantId: string;
  hostedDomain: string;
  clientId: string;
  clientSecret: string;
  clientProof: 'basic' | 'post';
  scopes: string;
  signOutThere: boolean;
};

/** Two sides tell each other their addresses: ours to copy, theirs to enter. */
export function ExchangeStep({ connection, etag }: StepProps) {
  if (connection.kind === 'ldap')
    return (
      <div className="st-sso-columns">
        <LdapSide connection={connection} etag={etag} />
      </div>
    );
  return (
    <div className="st-sso-columns">
      <OurSide connection={connection} />
      {connection.kind === 'saml' ? (
        <SamlSide connection={connection} etag={etag} />
      ) : (
        <TheirSide key={connection.version} connection={connection} etag={etag} />
      )}
    </div>
  );
}

function OurSide({ connection }: { connection: Connection }) {
  // The entity ID of ours is the address of our metadata.
  const metadata = connection.addresses.find(({ name }) => name === 'entity_id');
  return (
    <Panel title={say('addresses')}>
      <p>{say('addressesText')}</p>
      <dl className="st-sso-addresses">
        {connection.addresses.map(({ name, address }) => (
          <div key={name}>
            <dt>{say(name as 'redirect')}</dt>
            <dd>
              <code>{address}</code>
              <CopyButton text={() => address} what={say(name as 'redirect')} />
            </dd>
          </div>
        ))}
      </dl>
      <h3>{say('setUpBy')}</h3>
      <p>{providerOf(connection).steps}</p>
      {metadata && (
        <a href={metadata.address} target="_blank" rel="noreferrer">
          {say('metadataOurs')}
        </a>
      )}
    </Panel>
  );
}

function TheirSide({ connection, etag }: StepProps) {
  const { id, oidc, secretsHeld } = connection;
  const form = useForm<Values>({ defaultValues: valuesOf(connection) });
  const save = useStepSave({ connection, etag });
  async function handleSubmit(values: Values) {
    // First the secret: saving the rest draws this form anew.
    if (values.clientSecret)
      await api.post(`${PATH}/${id}/secrets`, { name: 'client_secret', value: values.clientSecret });
    await save.save({ oidc: bodyOf(values, oidc?.preset) });
  }
  return (
    <Panel title={providerOf(connection).label}>
      <Form form={form} onSubmit={handleSubmit} submitLabel={say('save')}>
        <Whose preset={oidc?.preset} />
        <TextField
          name="clientId"
          label={say('clientId')}
          help={say('clientIdHelp')}
          autoComplete="off"
          required={false}
        />
        <PasswordField
          name="clientSecret"
          label={say('clientSecret')}
          help={say(secretsHeld.includes('client-secret') ? 'clientSecretHelp' : 'clientSecretMissing')}
          required={false}
        />
        <SelectField
          name="clientProof"
          label={say('clientProof')}
          choices={[
            { value: 'basic', label: say('proofBasic') },
            { value: 'post', label: say('proofPost') },
          ]}
        />
        <TextField name="scopes" label={say('scopes')} help={say('scopesHelp')} rules={{ required: say('required') }} />
        <SwitchField name="signOutThere" label={say('signOutThere')} help={say('signOutThereHelp')} />
        <ConflictDialog save={save} />
      </Form>
      <ExchangeEnd connection={connection} />
    </Panel>
  );
}

function Whose({ preset }: { preset: string | undefined }) {
  if (preset === 'entra')
    return (
      <TextField
        name="tenantId"
        label={say('tenantId')}
        help={say('tenantIdHelp')}
        autoComplete="off"
        required={false}
      />
    );
  return (
    <>
      <TextField name="issuer" label={say('issuer')} help={say('issuerHelp')} autoComplete="off" required={false} />
      {preset === 'google' && (
        <TextField name="hostedDomain" label={say('hostedDomain')} help={say('hostedDomainHelp')} />
      )}
    </>
  );
}

const valuesOf = ({ oidc }: Connection): Values => ({
  issuer: oidc?.issuer ?? '',
  tenantId: oidc?.tenantId ?? '',
  hostedDomain: oidc?.hostedDomain ?? '',
  clientId: oidc?.clientId ?? '',
  clientSecret: '',
  clientProof: oidc?.clientProof ?? 'basic',
  scopes: oidc?.scopes.join(' ') ?? '',
  signOutThere: oidc?.signOutThere ?? false,
});

function bodyOf({ clientSecret: _, scopes, issuer, tenantId, ...rest }: Values, preset: string | undefined) {
  const whose = preset === 'entra' ? { tenantId: tenantId || null } : { issuer: issuer || null };
  return {
    ...rest,
    ...whose,
    clientId: rest.clientId || null,
    hostedDomain: rest.hostedDomain || null,
    scopes: scopes.split(/\s+/).filter(Boolean),
  };
}
