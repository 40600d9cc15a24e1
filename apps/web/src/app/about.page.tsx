import { useQuery } from '@tanstack/react-query';
import { Facts, PageHead, Panel } from '@st0r/ui';
import { shell } from './messages';

/** What this is, and where its reference is. */
export function Component() {
  const { data } = useQuery({
    queryKey: ['health'],
    queryFn: async () => (await fetch('/health/ready')).ok,
    retry: false,
  });
  return (
    <>
      <PageHead title={shell('about')} />
      <Panel title={shell('product')}>
        <p>{shell('aboutText')}</p>
        <Facts
          facts={[
            [shell('server'), data === undefined ? undefined : shell(data ? 'serverReady' : 'serverAway')],
            [shell('licence'), shell('openSource')],
            [shell('help'), <a href="/help/api">{shell('apiDocs')}</a>],
          ]}
        />
      </Panel>
    </>
  );
}
