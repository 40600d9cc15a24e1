import { useEffect, useSyncExternalStore } from 'react';
import { hotkeySettings, setHotkeySettings, type HotkeySettings } from '@st0r/ui';
import { usePreferences } from './preferences';

/** The keys of the person signed in: kept on the server, at once in force here. */
export function useKeySettings(): { settings: HotkeySettings; change: (patch: Partial<HotkeySettings>) => void } {
  const { change } = usePreferences();
  const settings = useSyncExternalStore(hotkeySettings.subscribe, hotkeySettings.get);
  function handleChange(patch: Partial<HotkeySettings>): void {
    setHotkeySettings(patch);
    void change({ keys: patch });
  }
  return { settings, change: handleChange };
}

/** Brings the keys the server keeps into force; a browser nobody set anything for has the usual ones. */
export function useOwnKeys(): void {
  const { keys } = usePreferences().preferences;
  useEffect(() => setHotkeySettings({ singleKeys: keys?.singleKeys !== false, remap: keys?.remap ?? {} }), [keys]);
}
