import { useQuery } from '@tanstack/react-query';
import type { Api } from '@st0r/api-client';
import { ErrorState, Skeleton, Time } from '@st0r/ui';
import { assetStatusLabel } from '../../shared/asset-types';
import { api } from '../../shared/api';
import type { Asset } from './asset-list';

/** The statuses the asset has had, newest first. */
export function AssetLife({ asset }: { asset: Asset }) {
  const path = `assets/${asset.id}/status-changes`;
  const steps = useQuery({
    queryKey: ['record', path],
    queryFn: ({ signal }) => api.get<Api<'AssetStatusChange'>[]>(path, undefined, { signal }),
  });
  if (steps.isError) return <ErrorState error={steps.error} onRetry={() => void steps.refetch()} />;
  if (!steps.data) return <Skeleton lines={3} />;
  return (
    <ul className="as-history">
      {steps.data.map((step) => (
        <li key={step.id}>
          <strong>{assetStatusLabel(step.to)}</strong>
          <div>
            {step.byName} · <Time at={step.createdAt} />
          </div>
          {step.reason && <div>{step.reason}</div>}
        </li>
      ))}
    </ul>
  );
}
