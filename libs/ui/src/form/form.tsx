import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { Alert } from 'react-bootstrap';
import { FormProvider, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { Button } from '../button';
import { kit } from '../kit-messages';
import { applyProblem, asProblem } from './problem';

type FormProps<T extends FieldValues> = {
  form: UseFormReturn<T>;
  /** Saves; what it throws is shown under the fields the server names, the rest above the form. */
  onSubmit: (values: T) => Promise<unknown>;
  submitLabel: string;
  /** Draws Cancel beside the submit button. */
  onCancel?: () => void;
  /** More buttons, left of Cancel. */
  extra?: ReactNode;
  children: ReactNode;
};

/** A react-hook-form form: shows server errors by pointer, saves with Ctrl Enter, cannot be sent twice. */
export function Form<T extends FieldValues>({ form, onSubmit, children, ...foot }: FormProps<T>) {
  const [failures, setFailures] = useState<string[]>([]);
  const { isSubmitting } = form.formState;
  async function save(values: T) {
    setFailures([]);
    try {
      await onSubmit(values);
    } catch (thrown) {
      setFailures(applyProblem(asProblem(thrown), form).filter(Boolean));
    }
  }
  // React events climb out of a dialog drawn inside this form; only its own submission counts.
  function handleSubmit(event: SyntheticEvent) {
    event.stopPropagation();
    void form.handleSubmit(save)(event);
  }
  function handleKeyDown(event: React.KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) handleSubmit(event);
  }
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={handleSubmit} onKeyDown={handleKeyDown} className="st-form">
        {failures.length > 0 && (
          <Alert variant="danger">
            {failures.map((failure) => (
              <div key={failure}>{failure}</div>
            ))}
          </Alert>
        )}
        {children}
        <div className="st-form-foot">
          <Button type="submit" tone="primary" busy={isSubmitting}>
            {isSubmitting ? kit('working') : foot.submitLabel}
          </Button>
          {foot.onCancel && <Button onClick={foot.onCancel}>{kit('cancel')}</Button>}
          {foot.extra}
        </div>
      </form>
    </FormProvider>
  );
}
