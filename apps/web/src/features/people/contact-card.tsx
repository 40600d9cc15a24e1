import { Link } from 'react-router';
import type { Api } from '@st0r/api-client';
import { CopyButton, Facts } from '@st0r/ui';
import { useOrgHref } from '../../shared/session';
import { say, wordOf } from './messages';

type Contact = Api<'Contact'>;

/** How to reach a person; drawn on their page and beside the list. */
export function ContactCard({ contact }: { contact: Contact }) {
  const href = useOrgHref();
  return (
    <Facts
      facts={[
        [say('title'), contact.title],
        [say('department'), contact.department],
        [say('phones'), contact.phones.length > 0 && <Phones phones={contact.phones} />],
        [say('email'), contact.email && <Mail address={contact.email} />],
        [say('otherEmails'), contact.otherEmails?.map((address) => <Mail key={address} address={address} />)],
        [say('site'), contact.site && <Link to={href(`sites/${contact.site.id}`)}>{contact.site.name}</Link>],
        [say('notes'), contact.notes && <span className="st-prose">{contact.notes}</span>],
      ]}
    />
  );
}

function Phones({ phones }: { phones: Contact['phones'] }) {
  return (
    <ul className="st-plain-list">
      {phones.map((phone) => (
        <li key={`${phone.kind} ${phone.number}`}>
          <a href={`tel:${phone.number.replaceAll(/[^\d+]/g, '')}`}>{phone.number}</a>
          <span className="st-quiet">
            {wordOf(phone.kind)}
            {phone.extension && ` · ${say('extension')} ${phone.extension}`}
          </span>
          <CopyButton text={() => phone.number} what={phone.number} quiet />
        </li>
      ))}
    </ul>
  );
}

function Mail({ address }: { address: string }) {
  return (
    <div>
      <a href={`mailto:${address}`}>{address}</a> <CopyButton text={() => address} what={address} quiet />
    </div>
  );
}
