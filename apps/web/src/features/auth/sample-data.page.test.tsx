import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { ApiProblem } from '../../shared/problem';
import { Component as SampleDataPage } from './sample-data.page';

const refusal = (code: string, detail: string): ApiProblem => new ApiProblem(409, { code, detail });

function open(): void {
  render(
    <MemoryRouter initialEntries={['/setup/sample']}>
      <Routes>
        <Route path="/setup/sample" element={<SampleDataPage />} />
        <Route path="/setup/kit" element={<p>The kit</p>} />
      </Routes>
    </MemoryRouter>,
  );
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('making the sample clients in a first run', () => {
  it('goes on when they are made', async () => {
    vi.spyOn(api, 'post').mockResolvedValue(undefined as never);
    open();
    await screen.findByText('The kit');
    expect(api.post).toHaveBeenCalledExactlyOnceWith('sample-data');
  });

  it('waits for somebody else who makes them, and goes on when they are there', async () => {
    const post = vi
      .spyOn(api, 'post')
      .mockRejectedValue(refusal('sample_data.loading', 'Being made by somebody else.'));
    open();
    await screen.findByText('Being made by somebody else.');
    post.mockRejectedValue(refusal('sample_data.present', 'Here already.'));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('The kit');
  });
});
