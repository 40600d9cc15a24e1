import { Link } from 'react-router';
import { Icon, Panel, type IconName } from '@st0r/ui';
import { useOrgHref } from '../../shared/session';
import { useRecord } from '../../shared/use-record';
import type { Credential } from './credential-types';
import { say } from './messages';

type LinkType = Credential['links'][number]['type'];
/** Where records a credential may be linked to live. */
export const LINKS: Readonly<Record<LinkType, { path: string; page: string; icon: IconName; label: string }>> = {
  asset: { path: 'assets', page: 'assets', icon: 'pc-display', label: say('asset') },
  contact: { path: 'contacts', page: 'people', icon: 'person', label: say('contact') },
  site: { path: 'sites', page: 'sites', icon: 'geo-alt', label: say('site') },
};

/** The name of a linked record; its kind while it is not known or not ours to see. */
export function useLinkName({ type, id }: { type: LinkType; id: string }): string {
  const { record } = useRecord<{ name: string }>(`${LINKS[type].path}/${id}`);
  return record?.name ?? LINKS[type].label;
}

/** What the credential opens or belongs to. */
export function CredentialLinks({ links }: { links: Credential['links'] }) {
  return (
    <Panel title={say('links')}>
      {links.length === 0 && <p className="st-quiet st-vault-hint">{say('linksNone')}</p>}
      <ul className="st-plain-list">
        {links.map((link) => (
          <li key={link.id}>
            <LinkLine link={link} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function LinkLine({ link }: { link: Credential['links'][number] }) {
  const href = useOrgHref();
  const name = useLinkName(link);
  const { icon, label, page } = LINKS[link.type];
  return (
    <>
      <Icon name={icon} label={label} />
      <Link to={href(`${page}/${link.id}`)}>{name}</Link>
    </>
  );
}
