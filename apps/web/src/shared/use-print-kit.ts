import { useState } from 'react';
import { showToast } from '@st0r/ui';
import { api } from './api';
import { isProblem } from './problem';

/** Has a kit made and saves it; the browser keeps nothing else of it. Answers whether that worked. */
export function usePrintKit(): { print: () => Promise<boolean>; busy: boolean } {
  const [busy, setBusy] = useState(false);
  async function print(): Promise<boolean> {
    setBusy(true);
    try {
      const { file, name } = await api.download('keys/recovery-kit');
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
      return true;
    } catch (error) {
      if (isProblem(error)) showToast({ text: error.message, tone: 'danger' });
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { print, busy };
}
