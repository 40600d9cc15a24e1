import type { ReactNode } from 'react';
import { Button } from '../button';
import { Icon, type IconName } from '../icon';
import { kit } from '../kit-messages';
import { CopyButton } from '../secret/copy-button';

type StateProps = {
  icon: IconName;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  tone?: 'danger';
  page?: boolean;
};

function State({ icon, title, children, actions, tone, page }: StateProps) {
  const Heading = page ? 'h1' : 'h2';
  return (
    <div className={`st-state${tone ? ` st-state-${tone}` : ''}`} role={tone === 'danger' ? 'alert' : undefined}>
      <span className="st-state-icon">
        <Icon name={icon} />
      </span>
      <Heading>{title}</Heading>
      {children && <div className="st-state-text">{children}</div>}
      {actions && <div className="st-state-actions">{actions}</div>}
    </div>
  );
}

/** Nothing here yet: what the thing is for, one primary action, perhaps an import. `page` when it is all there is. */
export function EmptyState(props: Omit<StateProps, 'tone'>) {
  return <State {...props} />;
}

/** Filters hide everything: not the same as empty. */
export function NoResult({ onClear }: { onClear?: () => void }) {
  const clear = onClear && <Button onClick={onClear}>{kit('clearFilters')}</Button>;
  return (
    <State icon="funnel" title={kit('noResult')} actions={clear}>
      {kit('noResultHint')}
    </State>
  );
}

/** What failed, in words, with the request id to quote and a way to try again. `page` when it is all there is. */
export function ErrorState(props: { error: unknown; title?: string; onRetry?: () => void; page?: boolean }) {
  const { detail, requestId } = describe(props.error);
  const retry = props.onRetry && (
    <Button tone="primary" icon="arrow-clockwise" onClick={props.onRetry}>
      {kit('reload')}
    </Button>
  );
  return (
    <State
      icon="exclamation-triangle"
      tone="danger"
      title={props.title ?? kit('errorTitle')}
      actions={retry}
      page={props.page}
    >
      {detail && <p>{detail}</p>}
      {requestId && (
        <p className="st-request-id">
          {kit('requestId')} <code>{requestId}</code>
          <CopyButton text={() => requestId} label={kit('copyRequestId')} what={kit('requestId')} quiet />
        </p>
      )}
    </State>
  );
}

function describe(error: unknown): { detail?: string; requestId?: string } {
  if (typeof error !== 'object' || error === null) return {};
  const { detail, message, requestId } = error as { detail?: unknown; message?: unknown; requestId?: unknown };
  const text = typeof detail === 'string' ? detail : message;
  return {
    detail: typeof text === 'string' ? text : undefined,
    requestId: typeof requestId === 'string' ? requestId : undefined,
  };
}

/** Says who can grant what is missing. */
export function Forbidden({ permission }: { permission: string }) {
  return (
    <State icon="lock" title={kit('forbiddenTitle')}>
      {kit('forbiddenText', { permission })}
    </State>
  );
}

/** Grey bars in the shape of what is coming; invisible for the first 150 ms. */
export function Skeleton({ lines = 4, shape = 'text' }: { lines?: number; shape?: 'text' | 'rows' | 'page' }) {
  return (
    <div className={`st-skeleton st-skeleton-${shape}`} role="status" aria-label={kit('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  );
}
