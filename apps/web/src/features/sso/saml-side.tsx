import { useForm } from 'react-hook-form';
import { Form, Panel, SelectField, SwitchField, Tag, TextField, Time } from '@st0r/ui';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { say } from './messages';
import { MetadataImport } from './metadata-import';
import type { Connection } from './sso.api';
import { ExchangeEnd, useStepSave, type StepProps } from './step';

type Saml = NonNullable<Connection['saml']>;
type Values = {
  entityId: string;
  signOnUrl: string;
  signOnBinding: Saml['signOnBinding'];
  logoutUrl: string;
  assertionSignature: Saml['assertionSignature'];
  providerInitiated: boolean;
  signOutThere: boolean;
};

/** What a SAML provider tells us about itself: by metadata, or by hand. */
export function SamlSide({ connection, etag }: StepProps) {
  const { saml } = connection;
  return (
    <div>
      <Panel title={say('metadata')}>
        <MetadataImport connection={connection} />
        <h3>{say('certificates')}</h3>
        <Certificates certificates={saml?.certificates ?? []} />
      </Panel>
      <Panel title={say('provider')}>
        <ByHand key={connection.version} connection={connection} etag={etag} />
        <ExchangeEnd connection={connection} />
      </Panel>
    </div>
  );
}

function Certificates({ certificates }: { certificates: Saml['certificates'] }) {
  if (certificates.length === 0) return <p className="st-quiet">{say('certificatesNone')}</p>;
  return (
    <ul className="st-plain-list st-sso-certificates">
      {certificates.map(({ fingerprint, subject, key, validUntil, trouble }) => (
        <li key={fingerprint}>
          <strong className="st-sso-subject">{subject}</strong> {key}{' '}
          <span className="st-quiet">
            {say('untilDay')} <Time at={validUntil} />
          </span>{' '}
          {trouble && <Tag tone={trouble === 'expires_soon' ? 'warning' : 'danger'}>{say(TROUBLES[trouble])}</Tag>}
        </li>
      ))}
    </ul>
  );
}

const TROUBLES = {
  early: 'troubleEarly',
  expired: 'troubleExpired',
  expires_soon: 'troubleExpires_soon',
  weak: 'troubleWeak',
} as const;

function ByHand({ connection, etag }: StepProps) {
  const form = useForm<Values>({ defaultValues: valuesOf(connection) });
  const save = useStepSave({ connection, etag });
  const handleSubmit = ({ entityId, signOnUrl, logoutUrl, ...rest }: Values) =>
    save.save({
      saml: {
        ...rest,
        entityId: entityId.trim() || null,
        signOnUrl: signOnUrl.trim() || null,
        logoutUrl: logoutUrl.trim() || null,
      },
    });
  return (
    <Form form={form} onSubmit={handleSubmit} submitLabel={say('save')}>
      <TextField name="entityId" label={say('entityId')} autoComplete="off" required={false} />
      <TextField name="signOnUrl" label={say('signOnUrl')} autoComplete="off" required={false} />
      <SelectField
        name="signOnBinding"
        label={say('signOnBinding')}
        choices={[
          { value: 'redirect', label: say('bindingRedirect') },
          { value: 'post', label: say('bindingPost') },
        ]}
      />
      <TextField name="logoutUrl" label={say('logoutUrl')} autoComplete="off" required={false} />
      <SelectField
        name="assertionSignature"
        label={say('assertionSignature')}
        choices={[
          { value: 'required', label: say('signedBoth') },
          { value: 'response', label: say('signedResponse') },
        ]}
      />
      <SwitchField name="signOutThere" label={say('signOutThere')} help={say('signOutThereHelp')} />
      <SwitchField name="providerInitiated" label={say('providerInitiated')} help={say('providerInitiatedHelp')} />
      <ConflictDialog save={save} />
    </Form>
  );
}

const valuesOf = ({ saml }: Connection): Values => ({
  entityId: saml?.entityId ?? '',
  signOnUrl: saml?.signOnUrl ?? '',
  signOnBinding: saml?.signOnBinding ?? 'redirect',
  logoutUrl: saml?.logoutUrl ?? '',
  assertionSignature: saml?.assertionSignature ?? 'required',
  providerInitiated: saml?.providerInitiated ?? false,
  signOutThere: saml?.signOutThere ?? false,
});
