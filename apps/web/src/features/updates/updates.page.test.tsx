import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { CheckDialog } from './check-dialog';

const report = {
  ...{ file: 'next.st0r', sha256: 'a'.repeat(64), version: '0.2.0', number: 2, from: '0.1.0', ready: true, seconds: 3 },
  notes: [
    { section: '0.2.0', text: 'Something is _new_: `PUBLIC_URL`.', security: false },
    { section: '0.2.0', text: 'A hole is **closed**.', security: true },
  ],
  steps: [{ name: 'Step2', removes: true, tables: [{ table: 'asset', rows: 1200 }] }],
  obstacles: [
    { name: 'room', state: 'ok', says: 'There is room.' },
    { name: 'backup', state: 'blocker', says: 'Nobody may open backups.' },
  ],
};

function open(found: object) {
  vi.spyOn(api, 'get').mockResolvedValue(found as never);
  const asked = vi.spyOn(api, 'post').mockResolvedValue({ id: '1' } as never);
  const onClose = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <CheckDialog file="next.st0r" inbox="/inbox" onClose={onClose} />
    </QueryClientProvider>,
  );
  return { asked, onClose };
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('looking at a release', () => {
  it('tells what mends security first, what the schema does, and the command that says the same', async () => {
    open(report);
    const notes = await screen.findByText('A hole is closed.');
    expect(within(notes.closest('ul')!).getAllByRole('listitem')[0]).toBe(notes);
    screen.getByText('This release mends security: 1 of its changes does.');
    screen.getByText('Something is new: PUBLIC_URL.');
    screen.getByText('Takes something away');
    screen.getByText('st0r upgrade check /inbox/next.st0r');
  });

  it('asks for nothing while something stands in the way', async () => {
    open({ ...report, ready: false });
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Update to 0.2.0' });
    expect(button.disabled).toBe(true);
    expect(screen.getAllByRole('row').slice(1, 2)[0]?.textContent).toContain('Nobody may open backups.');
  });

  it('asks once more, says what happens, and asks for exactly the file that was looked at', async () => {
    const { asked, onClose } = open(report);
    fireEvent.click(await screen.findByRole('button', { name: 'Update to 0.2.0' }));
    expect(asked).not.toHaveBeenCalled();
    await screen.findByText(/If it does not become ready, 0\.1\.0 runs again\./);
    fireEvent.click(screen.getByRole('button', { name: 'Update to 0.2.0' }));
    await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(asked.mock.calls[0]?.slice(0, 2)).toEqual([
      'updates/requests',
      { file: 'next.st0r', sha256: report.sha256 },
    ]);
  });
});
