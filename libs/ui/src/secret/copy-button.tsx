import { useState } from 'react';
import { Button, IconButton } from '../button';
import { kit } from '../kit-messages';
import { showToast } from '../toast/toasts';

type CopyProps = {
  /** Fetches the text when asked, so that a secret is not held before it is needed. */
  text: () => string | Promise<string>;
  label?: string;
  /** What the toast says was copied, for example "Acme / FW admin". */
  what?: string;
  /** Draws the icon alone. */
  quiet?: boolean;
};

/** Puts text on the clipboard and says so; `false` when the browser refused. Resolves after the toast is queued. */
export async function copyText(text: string | Promise<string>, what?: string): Promise<boolean> {
  try {
    // The promise goes into the item itself: browsers keep the user's gesture alive while it is fetched.
    const item = Promise.resolve(text).then((value) => new Blob([value], { type: 'text/plain' }));
    if (typeof ClipboardItem === 'function')
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': item })]);
    else await navigator.clipboard.writeText(await text);
    showToast({ text: what ? kit('copied', { what }) : kit('copiedPlain'), tone: 'success' });
    return true;
  } catch (error) {
    // A refusal by the server is told by whoever asked it; a refusal by the browser is told here.
    if (error instanceof DOMException || error instanceof TypeError)
      showToast({ text: kit('copyFailed'), tone: 'danger' });
    return false;
  }
}

/** Copies on click; the icon turns into a tick for two seconds. */
export function CopyButton({ text, label = kit('copy'), what, quiet }: CopyProps) {
  const [done, setDone] = useState(false);
  const [busy, setBusy] = useState(false);
  async function handleCopy() {
    setBusy(true);
    const copied = await copyText(text(), what);
    setBusy(false);
    if (!copied) return;
    setDone(true);
    setTimeout(() => setDone(false), 2_000);
  }
  const icon = done ? 'check-lg' : 'copy';
  if (quiet) return <IconButton icon={icon} label={label} size="sm" busy={busy} onClick={() => void handleCopy()} />;
  return (
    <Button icon={icon} size="sm" busy={busy} onClick={() => void handleCopy()}>
      {label}
    </Button>
  );
}
