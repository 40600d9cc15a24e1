import type { Api } from '@st0r/api-client';
import { Button, Panel, SmallTable, Tag, Time } from '@st0r/ui';
import { say } from './messages';

type Bundle = Api<'UpdateBundle'>;
const MEBIBYTE = 1024 ** 2;

/** The releases somebody brought; only those that are signed and newer can be looked at closer. */
export function Bundles(props: { bundles: readonly Bundle[]; inbox: string; onLook: (file: string) => void }) {
  const { bundles, inbox, onLook } = props;
  return (
    <Panel title={say('bundles')} flush>
      <p className="st-quiet st-updates-note">
        {say('bundlesText', { inbox })} {bundles.length === 0 && say('noBundles')}
      </p>
      {bundles.length > 0 && (
        <SmallTable label={say('bundles')} heads={[say('bundle'), say('state'), { text: say('acts'), as: 'heard' }]}>
          {bundles.map((bundle) => (
            <BundleRow key={bundle.file} bundle={bundle} onLook={onLook} />
          ))}
        </SmallTable>
      )}
    </Panel>
  );
}

function BundleRow({ bundle, onLook }: { bundle: Bundle; onLook: (file: string) => void }) {
  const { file, version, problem, bytes, placedAt } = bundle;
  return (
    <tr>
      <th scope="row" className="st-updates-wrap">
        {version ? `${say('release')} ${version}` : file}
        {version && <span className="st-quiet">{file}</span>}
        <span className="st-quiet">
          {`${(bytes / MEBIBYTE).toFixed(1)} MB, ${say('placed')}`} <Time at={placedAt} />
        </span>
        {problem && <span className="st-updates-problem">{problem}</span>}
      </th>
      <td>
        <Tag tone={tones[stateOf(bundle)]}>{say(stateOf(bundle))}</Tag>
      </td>
      <td className="st-end">
        {version && (
          <Button size="sm" aria-label={`${say('check')}: ${version}`} onClick={() => onLook(file)}>
            {say('check')}
          </Button>
        )}
      </td>
    </tr>
  );
}

const tones = { usable: 'success', useless: 'neutral', unsigned: 'danger' } as const;

function stateOf({ version, problem }: Bundle): keyof typeof tones {
  if (!version) return 'unsigned';
  return problem ? 'useless' : 'usable';
}
