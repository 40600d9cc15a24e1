import { Button, CopyButton, Notice } from '@st0r/ui';
import { say } from './messages';

/** The secret of a key, once, with how to try it. It lives in the component that shows it and nowhere else. */
export function SecretPanel({ secret, onDone }: { secret: string; onDone: () => void }) {
  const call = `curl -H "Authorization: Bearer $ST0R_KEY" ${location.origin}/api/v1/me`;
  return (
    <>
      <Notice tone="warning">{say('once')}</Notice>
      <p className="st-secret" aria-label={say('key')}>
        {secret}
      </p>
      <div className="d-flex flex-wrap gap-2 mb-3">
        <CopyButton text={() => secret} label={say('copyKey')} what={say('key')} />
      </div>
      <h3>{say('how')}</h3>
      <p className="st-quiet">{say('howText')}</p>
      <pre className="st-api-call" tabIndex={0}>
        {call}
      </pre>
      <Button tone="primary" onClick={onDone}>
        {say('keepIt')}
      </Button>
    </>
  );
}
