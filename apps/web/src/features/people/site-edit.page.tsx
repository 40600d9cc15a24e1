import { useNavigate, useParams } from 'react-router';
import type { Api } from '@st0r/api-client';
import { EmptyState, ErrorState, PageHead, showToast, Skeleton } from '@st0r/ui';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { useOrg, useOrgHref } from '../../shared/session';
import { useRecord } from '../../shared/use-record';
import { useSave } from '../../shared/use-save';
import { SiteForm, type SiteValues } from './site-form';
import { say } from './messages';

type Site = Api<'Site'>;

/** A new site, or changes of a known one. */
export function Component() {
  const { id } = useParams();
  const org = useOrg();
  if (id) return <EditSite id={id} />;
  // A new site belongs to one client.
  return org ? <NewSite organisationId={org.id} /> : <EmptyState icon="geo-alt" title={say('noSites')} page />;
}

function NewSite({ organisationId }: { organisationId: string }) {
  const href = useOrgHref();
  const navigate = useNavigate();
  const save = useSave<SiteValues, Site>('sites', {
    refresh: ['sites'],
    onSaved: (site) => navigate(href(`sites/${site.id}`)),
  });
  return (
    <>
      <PageHead title={say('addSite')} />
      <SiteForm
        onSave={(values) => save.save({ ...values, organisationId })}
        onCancel={() => void navigate(href('sites'))}
      />
    </>
  );
}

function EditSite({ id }: { id: string }) {
  const href = useOrgHref();
  const navigate = useNavigate();
  const path = `sites/${id}`;
  const { record, etag, status, error, retry } = useRecord<Site>(path);
  const back = () => navigate(href(`sites/${id}`));
  const save = useSave<SiteValues, Site>(path, {
    method: 'patch',
    etag,
    refresh: ['sites'],
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
      <SiteForm key={record.version} site={record} onSave={save.save} onCancel={() => void back()}>
        <ConflictDialog save={save} />
      </SiteForm>
    </>
  );
}
