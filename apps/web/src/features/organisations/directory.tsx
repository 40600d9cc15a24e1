import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import type { Api } from '@st0r/api-client';
import { Button, Dialog, ErrorState, Form, OrgBadge, Panel, showToast, Skeleton, Tag, TextAreaField } from '@st0r/ui';
import { api } from '../../shared/api';
import { meQuery, useMe } from '../../shared/session';
import { say } from './messages';

type NameTag = Api<'OrganisationSummary'>;

/** Names of the clients an administrator has no role in, and the announced way in. */
export function Directory() {
  const { organisations } = useMe();
  const [entering, setEntering] = useState<NameTag>();
  const found = useQuery({
    queryKey: ['record', 'organisations/directory'],
    queryFn: () => api.get<NameTag[]>('organisations/directory'),
  });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={2} />;
  const others = found.data.filter(({ id }) => !organisations.some((mine) => mine.id === id));
  return (
    <section className="mt-4">
      <Panel title={say('directory')}>
        <p className="st-quiet">{say(others.length > 0 ? 'directoryNote' : 'directoryNone')}</p>
        <ul className="st-plain-list">
          {others.map((each) => (
            <li key={each.id}>
              <OrgBadge name={each.name} colour={each.colour} withName />
              {each.archivedAt ? (
                <Tag>{say('archived')}</Tag>
              ) : (
                <Button size="sm" icon="door-open" onClick={() => setEntering(each)}>
                  {say('enter')} <span className="visually-hidden">{each.name}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Panel>
      <Dialog
        open={entering !== undefined}
        title={say('enterTitle', { name: entering?.name ?? '' })}
        onClose={() => setEntering(undefined)}
      >
        {entering && <EnterForm client={entering} onClose={() => setEntering(undefined)} />}
      </Dialog>
    </section>
  );
}

function EnterForm({ client, onClose }: { client: NameTag; onClose: () => void }) {
  const form = useForm({ defaultValues: { reason: '' } });
  const queries = useQueryClient();
  const navigate = useNavigate();
  async function handleSubmit({ reason }: { reason: string }) {
    await api.post('self-grants', { organisationId: client.id, reason });
    await queries.refetchQueries({ queryKey: meQuery.queryKey });
    showToast({ text: say('enterDone', { name: client.name }), tone: 'success', organisation: client });
    onClose();
    await navigate(`/o/${client.slug}`);
  }
  return (
    <Form form={form} onSubmit={handleSubmit} submitLabel={say('enter')} onCancel={onClose}>
      <TextAreaField
        name="reason"
        label={say('enterReason')}
        help={say('enterReasonHelp', { name: client.name })}
        rules={{ required: say('required') }}
      />
    </Form>
  );
}
