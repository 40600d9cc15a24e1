import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Api } from '@st0r/api-client';
import { CopyButton, Day, Time } from '@st0r/ui';
import { customText, primaryOf } from './asset-columns';
import type { Asset } from './asset-list';
import { say } from './messages';

type Fact = readonly [label: string, value: ReactNode];
type Href = (path: string) => string;

const money = (price: number, currency: string | null | undefined) =>
  currency
    ? new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(price / 100)
    : (price / 100).toFixed(2);

function copyable(text: string | null | undefined): ReactNode {
  if (!text) return null;
  return (
    <span className="as-copy">
      {text} <CopyButton text={() => text} what={text} quiet />
    </span>
  );
}

/** What an asset is, and where. */
export function identityFacts(asset: Asset, href: Href): Fact[] {
  const { site, contact, parent } = asset;
  const first = primaryOf(asset);
  return [
    [say('manufacturer'), asset.manufacturer?.name],
    [say('model'), asset.model?.name],
    [say('serial'), copyable(asset.serial)],
    [say('assetTag'), asset.assetTag],
    [say('hostname'), copyable(asset.hostname)],
    [say('os'), asset.os],
    [say('ip'), copyable(first?.ips[0])],
    [say('mac'), copyable(first?.mac)],
    [say('site'), site && <Link to={href(`sites/${site.id}`)}>{site.name}</Link>],
    [say('contact'), contact && <Link to={href(`people/${contact.id}`)}>{contact.name}</Link>],
    [say('parent'), parent && <Link to={href(`assets/${parent.id}`)}>{parent.name}</Link>],
    [say('externalId'), asset.externalId],
  ];
}

/** When it was bought, until when it is covered, when it was seen. */
export function lifeFacts(asset: Asset): Fact[] {
  return [
    [say('purchasedOn'), <Day key="purchased" on={asset.purchasedOn} />],
    [say('price'), asset.price == null ? null : money(asset.price, asset.currency)],
    [say('warrantyEndsOn'), <Day key="warranty" on={asset.warrantyEndsOn} />],
    [say('endOfLifeOn'), <Day key="end" on={asset.endOfLifeOn} />],
    [say('firstSeen'), <Time key="first" at={asset.firstSeenAt} />],
    [say('lastSeen'), <Time key="last" at={asset.lastSeenAt} />],
    [say('updated'), <Time key="updated" at={asset.updatedAt} />],
  ];
}

/** The values of the client's own fields. */
export function customFacts(asset: Asset, fields: readonly Api<'CustomField'>[]): Fact[] {
  return fields.map(({ slug, label, type }): Fact => {
    const text = customText(asset.customFields?.[slug]);
    const web = type === 'url' && /^https?:\/\//i.test(text);
    return [
      label,
      web ? (
        <a href={text} rel="noreferrer noopener" target="_blank">
          {text}
        </a>
      ) : (
        text
      ),
    ];
  });
}
