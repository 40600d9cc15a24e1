import { addressOf, api, type Query } from './api';

/** Saves a file the API answers with. The session is renewed first, so that the file is never a refusal. */
export async function download(path: string, query?: Query): Promise<void> {
  await api.get('me');
  const link = document.createElement('a');
  link.href = `/api/v1/${addressOf(path, query)}`;
  link.download = '';
  link.click();
}
