import type { Api } from '@st0r/api-client';
import { ButtonLink, ErrorState, Forbidden, Notice, PageHead, Panel, Skeleton } from '@st0r/ui';
import { useMe } from '../../shared/session';
import { useRecord } from '../../shared/use-record';
import { MailServerForm } from './mail-server-form';
import { MailTest } from './mail-test';
import { say } from './messages';

export type MailSettings = Api<'MailSettings'>;

/** Where mails leave, and whether they do. */
export function Component() {
  const { platformAdmin } = useMe();
  const { record, status, error, retry } = useRecord<MailSettings>('settings/mail', { enabled: platformAdmin });
  if (!platformAdmin) return <Forbidden permission={say('platformAdmin')} />;
  return (
    <>
      <PageHead title={say('mail')} actions={<ButtonLink to="/admin/mails">{say('toMails')}</ButtonLink>} />
      <p className="st-quiet">{say('mailText')}</p>
      {status === 'error' && <ErrorState error={error} onRetry={retry} />}
      {status === 'loading' && <Skeleton lines={6} />}
      {record && (
        <>
          {record.source === 'environment' && <Notice>{say('environment')}</Notice>}
          {record.source === 'none' && <Notice tone="warning">{say('none')}</Notice>}
          <div className="st-grid">
            <Panel title={say('server')}>
              <MailServerForm settings={record} />
            </Panel>
            <Panel title={say('test')}>
              <MailTest ready={record.source !== 'none'} />
            </Panel>
          </div>
        </>
      )}
    </>
  );
}
