import { useForm } from 'react-hook-form';
import { Dialog, Form, SelectField, SwitchField, TextField } from '@st0r/ui';
import { ConflictDialog } from '../../shared/conflict-dialog';
import { useCan } from '../../shared/session';
import { useSave } from '../../shared/use-save';
import { withBelow, type FolderLine, type VaultFolder } from './folders';
import { say } from './messages';

/** A folder to change, or where a new one shall lie. */
export type FolderDraft = { folder?: VaultFolder; parentId?: string };
type Values = { name: string; parentId: string; reasonRequired: boolean; stepUpMinutes: string };
type Body = {
  name: string;
  parentId: string | null;
  reasonRequired?: boolean;
  stepUpMinutes?: number | null;
  organisationId?: string;
};
type DialogProps = {
  draft: FolderDraft;
  lines: readonly FolderLine[];
  organisationId: string;
  onClose: () => void;
};

/** Makes a folder, or renames, moves and rules one. Loaded when it is first opened. */
export default function FolderDialog({ draft, lines, organisationId, onClose }: DialogProps) {
  const { folder } = draft;
  const rules = useCan()('vault.policy.manage');
  const form = useForm<Values>({
    defaultValues: {
      name: folder?.name ?? '',
      parentId: folder?.parentId ?? draft.parentId ?? '',
      reasonRequired: folder?.reasonRequired ?? false,
      stepUpMinutes: folder?.stepUpMinutes?.toString() ?? '',
    },
  });
  const save = useSave<Body>(folder ? `vault-folders/${folder.id}` : 'vault-folders', {
    method: folder ? 'patch' : 'post',
    etag: folder && `"v${folder.version}"`,
    refresh: ['vault-folders', 'credentials'],
    onSaved: onClose,
  });
  // A folder cannot lie in itself or below itself.
  const own = new Set(folder ? withBelow(lines, folder.id) : []);
  const places = lines
    .filter((line) => !own.has(line.folder.id))
    .map((line) => ({ value: line.folder.id, label: '\u2003'.repeat(line.depth) + line.folder.name }));
  return (
    <Dialog open title={folder ? say('editFolder', { name: folder.name }) : say('addFolder')} onClose={onClose}>
      <Form
        form={form}
        submitLabel={say('save')}
        onCancel={onClose}
        onSubmit={(values) => save.save(bodyOf(values, { rules, organisationId: folder ? undefined : organisationId }))}
      >
        <TextField name="name" label={say('folderName')} autoFocus rules={{ required: say('required') }} />
        <SelectField name="parentId" label={say('folderParent')} choices={places} empty={say('folderTop')} />
        {rules && (
          <fieldset>
            <legend className="form-label">{say('folderRules')}</legend>
            <SwitchField name="reasonRequired" label={say('reasonRequired')} help={say('reasonRequiredHelp')} />
            <TextField
              name="stepUpMinutes"
              type="number"
              inputMode="numeric"
              label={say('stepUp')}
              help={say('stepUpHelp')}
              required={false}
            />
          </fieldset>
        )}
        <ConflictDialog save={save} />
      </Form>
    </Dialog>
  );
}

function bodyOf(values: Values, how: { rules: boolean; organisationId: string | undefined }): Body {
  const minutes = values.stepUpMinutes === '' ? null : Number(values.stepUpMinutes);
  return {
    name: values.name,
    parentId: values.parentId || null,
    // Rules are sent by those who may set them; for others even an unchanged rule would be refused.
    ...(how.rules && { reasonRequired: values.reasonRequired, stepUpMinutes: minutes }),
    ...(how.organisationId && { organisationId: how.organisationId }),
  };
}
