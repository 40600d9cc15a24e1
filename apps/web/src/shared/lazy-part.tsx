import { lazy, Suspense, type ComponentType } from 'react';
import { Notice, Skeleton } from '@st0r/ui';
import { say } from './messages';
import { OutOfDate } from './out-of-date';

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

/**
 * A dialog whose program is fetched when it is first opened, so that a page opened by its link comes without it. Draw it
 * while it is open and not otherwise.
 */
export function lazyDialog<Props extends { onClose: () => void }>(load: Load<Props>): ComponentType<Props> {
  const Dialog: ComponentType<Props> = lazy(() => load().catch(() => ({ default: OutOfDate })));
  return function LazyDialog(props) {
    return (
      <Suspense>
        <Dialog {...props} />
      </Suspense>
    );
  };
}

/** A panel or tab whose program is fetched once the page around it stands. */
export function lazyPart<Props extends object>(load: Load<Props>): ComponentType<Props> {
  const Part: ComponentType<Props> = lazy(() => load().catch(() => ({ default: Missing })));
  return function LazyPart(props) {
    return (
      <Suspense fallback={<Skeleton lines={4} />}>
        <Part {...props} />
      </Suspense>
    );
  };
}

function Missing() {
  return <Notice tone="danger">{say('outOfDate')}</Notice>;
}
