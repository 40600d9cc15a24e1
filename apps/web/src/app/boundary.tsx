import { isRouteErrorResponse, useRouteError } from 'react-router';
import { ButtonLink, EmptyState, ErrorState } from '@st0r/ui';
import { isProblem } from '../shared/problem';
import { shell } from './messages';

/** The address leads nowhere, or to something this person cannot see: the same answer. */
export function NotFound() {
  return (
    <EmptyState
      icon="signpost-split"
      page
      title={shell('notFoundTitle')}
      actions={
        <ButtonLink to="/" tone="primary">
          {shell('toHome')}
        </ButtonLink>
      }
    >
      {shell('notFoundText')}
    </EmptyState>
  );
}

/** What a page draws when it failed: 404 as not found, the rest with the request id and a retry. */
export function PageError() {
  const error = useRouteError();
  const missing = (isRouteErrorResponse(error) && error.status === 404) || isProblem(error, 404);
  if (missing) return <NotFound />;
  // A deployment replaces hashed files; the page then only needs to be read again.
  return <ErrorState error={error} title={shell('pageFailed')} onRetry={() => location.reload()} page />;
}
