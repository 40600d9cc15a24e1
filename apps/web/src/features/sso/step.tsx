import { ButtonLink } from '@st0r/ui';
import { say } from './messages';
import type { Connection } from './sso.api';

/** What every step of the wizard gets. */
export type StepProps = { connection: Connection; etag: string | undefined };

/** The way to the next step; each step is saved by itself. */
export function NextStep({ tab }: { tab: string }) {
  return (
    <p className="mt-3">
      <ButtonLink to={`?tab=${tab}`} icon="arrow-right">
        {say('next')}
      </ButtonLink>
    </p>
  );
}
