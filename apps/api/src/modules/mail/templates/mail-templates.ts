import { html, type Html } from './html';

/** What a mail says: paragraphs, and at most one thing to press. */
export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly link: string };
}

type Words = Readonly<Record<string, string>>;
const link = (label: string, { link: address = '' }: Words): Letter['action'] => ({ label, link: address });

/**
 * Every mail the house sends. Values are text wherever they stand: a name that holds markup or a line break shows as it
 * is written, and none of it becomes a header, a tag or a helper.
 */
const TEMPLATES = {
  invitation: (words) => ({
    subject: 'Your invitation to ClientSt0r',
    paragraphs: [`Hello ${words['name']},`, 'open this link to set up your account. It works once and for three days.'],
    action: link('Set up your account', words),
  }),
  reset: (words) => ({
    subject: 'Set a new password for ClientSt0r',
    paragraphs: [
      `Hello ${words['name']},`,
      'open this link to set a new password. It works once and for 30 minutes.',
      'If you did not ask for it, there is nothing to do: your password stays as it is.',
    ],
    action: link('Set a new password', words),
  }),
  role: (words) => ({
    subject: 'You have a new role in ClientSt0r',
    paragraphs: [`Hello ${words['name']},`, 'you were given a role in another organisation.'],
    action: link('Open ClientSt0r', words),
  }),
  entered: (words) => ({
    subject: `${words['person']} entered ${words['organisation']}`,
    paragraphs: [
      `${words['person']} gave themselves a role in ${words['organisation']}.`,
      `Reason: ${words['reason']}`,
    ],
  }),
  account: (words) => ({
    subject: words['subject'] ?? 'Your ClientSt0r account was changed',
    paragraphs: [
      `Hello ${words['name']},`,
      [words['what'], words['where']].filter(Boolean).join(' '),
      'If this was not you, tell your administrator at once.',
    ],
    action: link('Look at your account', words),
  }),
  email_confirm: (words) => ({
    subject: 'Confirm your new e-mail address for ClientSt0r',
    paragraphs: [
      'Hello,',
      'somebody asked to sign in to ClientSt0r with this address from now on. If it was you, open this link and confirm it while you are signed in with your present address. It works once and for 24 hours.',
      'If it was not you, there is nothing to do: without the link nothing changes.',
    ],
    action: link('Look at the change', words),
  }),
  email_taken: (words) => ({
    subject: 'This e-mail address has a ClientSt0r account already',
    paragraphs: [
      'Hello,',
      'somebody asked to use this address for another account in ClientSt0r. It has an account already and stays with it: nothing was changed.',
      'If it was you, sign in with this address, or choose another one for the other account. If it was not you, there is nothing to do.',
    ],
    action: link('Go to sign in', words),
  }),
  email_asked: (words) => ({
    subject: 'Somebody wants to change the e-mail address of your ClientSt0r account',
    paragraphs: [
      `Hello ${words['name']},`,
      [`a change of the e-mail address of your account to ${words['to']} was asked for.`, words['where']]
        .filter(Boolean)
        .join(' '),
      'If it was you, go on in the new mailbox. Nothing changes before the link there is confirmed.',
      'If it was not you, stop it with this link, then change your password and end your other sessions at once: whoever asked knows the password, or used a session of yours in which it had just been entered. Tell your administrator.',
    ],
    action: link('Stop the change', words),
  }),
  test: (words) => ({
    subject: 'A test from ClientSt0r',
    paragraphs: [`${words['person']} sent this to see whether mail works. It does.`],
  }),
} satisfies Record<string, (words: Words) => Letter>;

/** Name of a mail the house sends. */
export type MailTemplate = keyof typeof TEMPLATES;
export const MAIL_TEMPLATES = Object.keys(TEMPLATES) as readonly MailTemplate[];

/** A mail ready to be sent: one subject line, plain text, and the same as HTML. */
export interface WrittenMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes one mail. */
export function writeMail(template: MailTemplate, words: Words): WrittenMail {
  const letter: Letter = TEMPLATES[template](words);
  // A line break would begin another header.
  const subject = letter.subject.replace(/\p{Cc}+/gu, ' ').slice(0, 255);
  return { subject, text: textOf(letter), html: pageOf(letter, subject).text };
}

const textOf = ({ paragraphs, action }: Letter): string =>
  [...paragraphs, ...(action ? [action.link] : []), '-- \nClientSt0r'].join('\n\n');

// Tables and inline styles: what mail programs of the last twenty years agree on.
const pageOf = ({ paragraphs, action }: Letter, subject: string): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${subject}</title>
      </head>
      <body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1b2330;background:#f4f6f9">
        <table
          role="presentation"
          align="center"
          width="560"
          style="max-width:100%;background:#ffffff;border:1px solid #d5dbe5;border-radius:8px"
        >
          <tr>
            <td style="padding:32px">
              ${paragraphs.map((each) => html`<p style="margin:0 0 16px">${each}</p>`)}
              ${action ? buttonOf(action) : ''}
            </td>
          </tr>
        </table>
        <p style="text-align:center;font-size:13px;color:#5b6675">ClientSt0r</p>
      </body>
    </html> `;

const buttonOf = ({ label, link: address }: NonNullable<Letter['action']>): Html =>
  html`<p style="margin:24px 0">
      <a
        href="${address}"
        style="display:inline-block;padding:12px 20px;border-radius:6px;background:#1f5fd1;color:#ffffff;text-decoration:none"
        >${label}</a
      >
    </p>
    <p style="margin:0;font-size:13px;color:#5b6675">Or open ${address}</p>`;
