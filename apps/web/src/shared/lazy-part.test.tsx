import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ToastRegion } from '@st0r/ui';
import { lazyDialog, lazyPart } from './lazy-part';

const gone = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
const outOfDate = 'A part of this page could not be fetched. Load the page anew.';

afterEach(cleanup);

describe('parts that are fetched when they are wanted', () => {
  it('are drawn with what they were given', async () => {
    const Part = lazyPart(async () => ({ default: ({ name }: { name: string }) => <p>{name}</p> }));
    render(<Part name="Cedar" />);
    expect(await screen.findByText('Cedar')).toBeTruthy();
  });

  it('say so where the program of a dialog cannot be fetched, and take the question back', async () => {
    const handleClose = vi.fn();
    const Dialog = lazyDialog<{ onClose: () => void }>(gone);
    render(
      <>
        <Dialog onClose={handleClose} />
        <ToastRegion />
      </>,
    );
    await waitFor(() => expect(handleClose).toHaveBeenCalledOnce());
    expect(await screen.findByText(outOfDate)).toBeTruthy();
  });

  it('say so in their place on the page, and leave the rest of it', async () => {
    const Part = lazyPart(gone);
    render(
      <>
        <h1>Platform audit</h1>
        <Part />
      </>,
    );
    expect(await screen.findByText(outOfDate)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Platform audit' })).toBeTruthy();
  });
});
