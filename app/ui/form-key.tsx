import { useRootState } from './root-state.ts';

/** The form's own key: the server acts once for it, however often the form arrives. */
export function FormKey() {
  return <input type="hidden" name="key" value={useRootState()?.formKey ?? ''} />;
}
