import { useNavigate, useParams } from 'react-router';
import type { Api } from '@st0r/api-client';
import { EmptyState, ErrorState, PageHead, showToast, Skeleton } from '@st0r/ui';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { useOrg, useOrgHref } from '../../shared/session';
import { useRecord } from '../../shared/use-record';
import { useSave } from '../../shared/use-save';
import { ContactForm, type ContactValues } from './contact-form';
import { say } from './messages';

type Contact = Api<'Contact'>;

/** A new person, or changes of a known one. */
export function Component() {
  const { id } = useParams();
  const org = useOrg();
  if (id) return <EditContact id={id} />;
  // A new person belongs to one client.
  return org ? (
    <NewContact organisationId={org.id} slug={org.slug} />
  ) : (
    <EmptyState icon="people" title={say('noContacts')} page />
  );
}

function NewContact({ organisationId, slug }: { organisationId: string; slug: string }) {
  const href = useOrgHref();
  const navigate = useNavigate();
  const save = useSave<ContactValues, Contact>('contacts', {
    refresh: ['contacts'],
    onSaved: (contact) => navigate(href(`people/${contact.id}`)),
  });
  return (
    <>
      <PageHead title={say('addContact')} />
      <ContactForm
        org={slug}
        onSave={(values) => save.save({ ...values, organisationId })}
        onCancel={() => void navigate(href('people'))}
      />
    </>
  );
}

function EditContact({ id }: { id: string }) {
  const href = useOrgHref();
  const navigate = useNavigate();
  const path = `contacts/${id}`;
  const { record, etag, status, error, retry } = useRecord<Contact>(path);
  const back = () => navigate(href(`people/${id}`));
  const save = useSave<ContactValues, Contact>(path, {
    method: 'patch',
    etag,
    refresh: ['contacts'],
    onSaved: async () => {
      showToast({ text: say('saved'), tone: 'success' });
      await back();
    },
  });
  if (status === 'error') return <ErrorState error={error} onRetry={retry} page />;
  if (!record) return <Skeleton shape="page" />;
  return (
    <>
      <PageHead title={record.name} kind={say('edit')} />
      <ContactForm
        key={record.version}
        contact={record}
        org={record.organisationId}
        onSave={save.save}
        onCancel={() => void back()}
      >
        <ConflictDialog save={save} />
      </ContactForm>
    </>
  );
}
