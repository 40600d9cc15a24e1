import { FormProvider, useForm } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import { Panel } from '@st0r/ui';
import { CustomFieldInput } from './custom-field-input';
import { say } from './custom-field-words';

type PreviewProps = { definition: Omit<Api<'CustomFieldCreate'>, 'organisationId'>; organisationId: string };

/** The field as the form of an asset will show it; it may be tried, nothing is kept. */
export function CustomFieldPreview({ definition, organisationId }: PreviewProps) {
  const form = useForm({ defaultValues: { customFields: {} } });
  const field = { ...definition, required: Boolean(definition.required), organisationId };
  return (
    <Panel title={say('preview')}>
      <FormProvider {...form}>
        <CustomFieldInput key={`${field.slug} ${field.type}`} field={field} />
      </FormProvider>
    </Panel>
  );
}
