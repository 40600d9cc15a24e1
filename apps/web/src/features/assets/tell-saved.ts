import { showToast } from '@st0r/ui';
import type { Asset } from './asset-list';
import { say } from './messages';

/** Says that an asset is saved, and what about it still deserves a look. */
export function tellSaved({ name, warnings }: Asset): void {
  showToast({ text: say('saved', { name }), tone: 'success' });
  for (const { detail } of warnings ?? []) showToast({ text: detail });
}
