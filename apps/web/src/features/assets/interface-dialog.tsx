import { useForm } from 'react-hook-form';
import { Dialog, Form, SwitchField, TextField } from '@st0r/ui';
import { atInterface, interfaceOf, valuesOf, type InterfaceInput, type InterfaceValues } from './interface-values';
import { say } from './messages';

type InterfaceDialogProps = {
  all: readonly InterfaceInput[];
  /** Which of them; one past the end adds one. */
  place: number;
  save: { save: (body: { interfaces: InterfaceInput[] }) => Promise<void> };
  onClose: () => void;
};

/** Adds or changes one interface. */
export function InterfaceDialog({ all, place, save, onClose }: InterfaceDialogProps) {
  const known = all[place];
  const form = useForm<InterfaceValues>({ defaultValues: valuesOf(known ?? { primary: all.length === 0 }) });
  async function handleSubmit(values: InterfaceValues) {
    const changed = interfaceOf(values);
    const others = changed.primary ? all.map((each) => ({ ...each, primary: false })) : all;
    try {
      await save.save({ interfaces: known ? others.with(place, changed) : [...others, changed] });
    } catch (error) {
      throw atInterface(error, place);
    }
    onClose();
  }
  return (
    <Dialog open title={known ? say('editInterface') : say('addInterface')} onClose={onClose}>
      <Form form={form} onSubmit={handleSubmit} submitLabel={say('save')} onCancel={onClose}>
        <TextField name="name" label={say('interfaceName')} required={false} placeholder="eth0" autoFocus />
        <TextField name="mac" label={say('mac')} help={say('macHelp')} required={false} />
        <TextField name="ips" label={say('addresses')} help={say('addressesHelp')} required={false} />
        <TextField name="type" label={say('interfaceType')} required={false} placeholder="1000base-t" />
        <SwitchField name="primary" label={say('primary')} />
      </Form>
    </Dialog>
  );
}
