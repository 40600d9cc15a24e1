import { CopyButton, Dialog, messages, Notice } from '@st0r/ui';

/** What the server did with a link: mailed it, or handed it over because there is no mail server. */
export type Handover = { mailed: boolean; link?: string | null };

const say = messages({
  copy: 'Copy link',
  mailed: 'The link is on its way by mail. It works once.',
  once: 'This link works once and is shown only now. Closing this window does not take it back.',
  noMail: 'No mail server is set up, so nothing was sent. Hand the link over yourself, on a way you trust.',
  unsent:
    'Nothing was sent: no mail server is set up. The person is invited elsewhere too, so the link they have stays, and only a platform administrator can make another.',
  what: 'Link',
});

/** Shows a one-time link once, and says honestly whether anything was sent. */
export function OneTimeLink(props: { title: string; handover: Handover | undefined; onClose: () => void }) {
  const { handover } = props;
  const link = handover?.link;
  return (
    <Dialog open={handover !== undefined} title={props.title} onClose={props.onClose}>
      {handover && !link && <p>{say(handover.mailed ? 'mailed' : 'unsent')}</p>}
      {link && (
        <>
          <Notice tone="warning">{say('noMail')}</Notice>
          <p>{say('once')}</p>
          <p className="st-secret">{link}</p>
          <CopyButton text={() => link} label={say('copy')} what={say('what')} />
        </>
      )}
    </Dialog>
  );
}
