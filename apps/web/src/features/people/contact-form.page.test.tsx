import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../shared/api';
import { ApiProblem } from '../../shared/problem';
import { ContactForm } from './contact-form';
import { tidyHours } from './opening-hours';

function draw(onSave: (values: Record<string, unknown>) => Promise<unknown>) {
  vi.spyOn(api, 'get').mockResolvedValue({ data: [], page: { limit: 20 } });
  const element = <ContactForm org="acme" onSave={onSave} onCancel={() => undefined} />;
  render(<RouterProvider router={createMemoryRouter([{ path: '/', element }])} />);
}
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the form of a person', () => {
  it('wants some name', async () => {
    const save = vi.fn(async () => undefined);
    draw(save);
    await press('Save');
    expect(save).not.toHaveBeenCalled();
    expect(screen.getByText('Give a name, or a first or last name.')).toBeTruthy();
  });
  it('sends several numbers and leaves the name to the server', async () => {
    const save = vi.fn(async (_: Record<string, unknown>) => undefined);
    draw(save);
    type('Last name optional', 'Okafor');
    await press('Add a number');
    type('Number', '+49 30 1234');
    await press('Save');
    expect(save.mock.calls[0]?.[0]).toMatchObject({
      lastName: 'Okafor',
      name: undefined,
      email: null,
      phones: [{ kind: 'work', number: '+49 30 1234', extension: null }],
    });
  });
  it('shows the refusal of one number under that number', async () => {
    const errors = [{ pointer: '/phones/0/number', code: 'pattern', detail: 'Not in the expected form.' }];
    draw(async () => Promise.reject(new ApiProblem(400, { code: 'input.invalid', errors })));
    type('Last name optional', 'Okafor');
    await press('Add a number');
    type('Number', 'abc');
    await press('Save');
    const field = screen.getByLabelText('Number');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Not in the expected form.',
    );
  });
});

describe('opening hours', () => {
  it('keep only days that are open', () => {
    const friday = [{ from: '09:00', to: '17:00' }];
    expect(tidyHours({ monday: [], friday })).toEqual({ friday });
    expect(tidyHours({ monday: [] })).toBeNull();
  });
});
