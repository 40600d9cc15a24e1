import { useState, type CSSProperties } from 'react';
import { badgeColour } from '../contrast';

/** The style that gives a part of the page an organisation's colour, darkened where white text needs it. */
export function orgStyle(colour: string | null | undefined): CSSProperties {
  const dark = badgeColour(colour);
  return dark ? ({ '--st-org': dark, '--st-on-org': '#ffffff' } as CSSProperties) : {};
}

/** Up to two letters for a name: first letters of the first two words. */
export function initials(name: string): string {
  const words = name.split(/[\s\-_.]+/).filter(Boolean);
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? '?')].slice(0, 2);
  return letters.join('').toUpperCase();
}

type BadgeProps = {
  name: string;
  colour?: string | null;
  /** Address of the client's logo; where it cannot be shown the initials stand. */
  logo?: string;
  withName?: boolean;
};

/** Logo of a client, or its initials on its colour; with `withName` the name beside it, else the name is read aloud. */
export function OrgBadge({ name, colour, logo, withName }: BadgeProps) {
  const mark = <OrgMark key={logo} name={name} colour={colour} logo={logo} />;
  if (!withName) {
    return (
      <span title={name}>
        {mark}
        <span className="visually-hidden">{name}</span>
      </span>
    );
  }
  return (
    <span className="st-org-badge">
      {mark} {name}
    </span>
  );
}

function OrgMark({ name, colour, logo }: Pick<BadgeProps, 'name' | 'colour' | 'logo'>) {
  const [failed, setFailed] = useState(false);
  if (logo && !failed)
    return <img className="st-org-logo" src={logo} alt="" aria-hidden="true" onError={() => setFailed(true)} />;
  return (
    <span className="st-org-mark" style={orgStyle(colour)} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
