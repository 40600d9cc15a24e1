/** What the page a provider sends the window back to reports. */
export type ProviderResult = 'ok' | 'refused';

const CHANNEL = 'st0r-provider';
const FEATURES = 'popup,width=560,height=760';

/** The browser did not let us open a window. */
export class WindowBlocked extends Error {}

/**
 * Sends a window of its own to a provider and waits until it is back on our pages. The way there is asked for after the
 * window is open, because browsers open windows on a click only. `signal` stops waiting.
 */
export async function visitProvider(
  where: () => Promise<{ location: string }>,
  signal?: AbortSignal,
): Promise<ProviderResult | undefined> {
  const popup = window.open('about:blank', CHANNEL, FEATURES);
  if (!popup) throw new WindowBlocked();
  const back = waitForResult(signal);
  try {
    popup.location.href = (await where()).location;
  } catch (error) {
    popup.close();
    throw error;
  }
  return back;
}

/** Our pages tell each other by channel: the provider's own policy may have cut the window off from its opener. */
function waitForResult(signal?: AbortSignal): Promise<ProviderResult | undefined> {
  const channel = new BroadcastChannel(CHANNEL);
  return new Promise<ProviderResult | undefined>((resolve) => {
    channel.onmessage = ({ data }) => resolve(data === 'ok' ? 'ok' : 'refused');
    signal?.addEventListener('abort', () => resolve(undefined));
  }).finally(() => channel.close());
}

/** Tells whoever waits, and closes this window where the browser lets a page do that. */
export function reportResult(result: ProviderResult): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(result);
  channel.close();
  window.close();
}
