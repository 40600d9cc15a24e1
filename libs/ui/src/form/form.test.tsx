import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useForm } from 'react-hook-form';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DateField, MultiField, PasswordField, SelectField, SwitchField, TextField } from './controls';
import { Form } from './form';
import { fieldOfPointer } from './problem';
import { TypeaheadField } from './typeahead-field';

const models = async (text: string) =>
  [
    { value: 'm1', label: 'FortiGate 60F' },
    { value: 'm2', label: 'Catalyst 9300' },
  ].filter((model) => model.label.toLowerCase().includes(text.toLowerCase()));

function AssetForm({ onSubmit }: { onSubmit: (values: object) => Promise<unknown> }) {
  const form = useForm({
    defaultValues: { name: '', type: 'a', model: null, ends: null, managed: false, tags: ['x'], secret: '' },
  });
  return (
    <Form form={form} onSubmit={onSubmit} submitLabel="Save">
      <TextField name="name" label="Name" help="As on the network." rules={{ required: 'Please fill this in.' }} />
      <SelectField
        name="type"
        label="Type"
        choices={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ]}
      />
      <TypeaheadField name="model" label="Model" search={models} />
      <DateField name="ends" label="Ends" />
      <SwitchField name="managed" label="Managed" />
      <MultiField
        name="tags"
        label="Tags"
        choices={[
          { value: 'x', label: 'X' },
          { value: 'y', label: 'Y' },
        ]}
      />
      <PasswordField name="secret" label="Secret" />
    </Form>
  );
}

const save = () => act(async () => fireEvent.click(screen.getByRole('button', { name: 'Save' })));
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

afterEach(cleanup);

describe('a form', () => {
  it('hands over what was entered in every kind of control', async () => {
    const onSubmit = vi.fn(async () => undefined);
    render(<AssetForm onSubmit={onSubmit} />);
    type('Name', 'fw-01');
    type('Type', 'b');
    fireEvent.click(screen.getByRole('switch', { name: 'Managed' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Y' }));
    fireEvent.focus(screen.getByRole('combobox', { name: 'Model' }));
    type('Model', 'cata');
    fireEvent.click(await screen.findByRole('option', { name: 'Catalyst 9300' }));
    await save();
    const values = { name: 'fw-01', type: 'b', model: 'm2', ends: null, managed: true, tags: ['x', 'y'], secret: '' };
    expect(onSubmit.mock.calls[0]).toEqual([values]);
  });
  it('takes with Enter what was found for the words that stand there, and nothing for emptied ones', async () => {
    const onSubmit = vi.fn(async (_values: { model?: unknown }) => undefined);
    render(<AssetForm onSubmit={onSubmit} />);
    type('Name', 'fw-01');
    const box = screen.getByRole('combobox', { name: 'Model' });
    const enter = () => act(async () => void fireEvent.keyDown(box, { key: 'Enter' }));
    const model = async () => {
      await save();
      return onSubmit.mock.calls.at(-1)?.[0].model;
    };
    fireEvent.focus(box);
    await screen.findAllByRole('option');
    type('Model', 'cata');
    await enter();
    expect(await model()).toBeNull();
    fireEvent.focus(box);
    await screen.findByRole('option', { name: 'Catalyst 9300' });
    await vi.waitFor(async () => {
      await enter();
      expect((box as HTMLInputElement).value).toBe('Catalyst 9300');
    });
    expect(await model()).toBe('m2');
    type('Model', '');
    await enter();
    expect(await model()).toBeNull();
  });
  it('does not send what it knows to be incomplete, and says where', async () => {
    const onSubmit = vi.fn(async () => undefined);
    render(<AssetForm onSubmit={onSubmit} />);
    await save();
    expect(onSubmit).not.toHaveBeenCalled();
    const name = screen.getByLabelText('Name');
    const notes = (name.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(name.getAttribute('aria-invalid')).toBe('true');
    expect(notes).toEqual(['As on the network.', 'Please fill this in.']);
  });
  it('puts a refusal of the server under the field its pointer names', async () => {
    const refusal = {
      detail: 'Not right.',
      errors: [{ pointer: '/name', code: 'asset.name_taken', detail: 'That name is taken.' }],
    };
    render(<AssetForm onSubmit={() => Promise.reject(refusal)} />);
    type('Name', 'fw-01');
    await save();
    expect(screen.getByText('That name is taken.').id).toBe(
      screen.getByLabelText('Name').getAttribute('aria-describedby')?.split(' ')[1],
    );
    expect(screen.queryByRole('alert')).toBeNull();
  });
  it('says above the form what belongs to no field', async () => {
    render(<AssetForm onSubmit={() => Promise.reject({ detail: 'This client is archived.' })} />);
    type('Name', 'fw-01');
    await save();
    expect(screen.getByRole('alert').textContent).toContain('This client is archived.');
  });
  it('saves with Ctrl Enter', async () => {
    const onSubmit = vi.fn(async () => undefined);
    render(<AssetForm onSubmit={onSubmit} />);
    type('Name', 'fw-01');
    await act(async () => fireEvent.keyDown(screen.getByLabelText('Name'), { key: 'Enter', ctrlKey: true }));
    expect(onSubmit).toHaveBeenCalledOnce();
  });
  it('shows a secret only when asked', () => {
    render(<AssetForm onSubmit={vi.fn(async () => undefined)} />);
    expect(screen.getByLabelText('Secret').getAttribute('type')).toBe('password');
    fireEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(screen.getByLabelText('Secret').getAttribute('type')).toBe('text');
  });
  it.each([
    ['/interfaces/0/mac', 'interfaces.0.mac'],
    ['/a~1b', 'a/b'],
    ['/name', 'name'],
  ])('knows the pointer %s as the field %s', (pointer, field) => {
    expect(fieldOfPointer(pointer)).toBe(field);
  });
});
