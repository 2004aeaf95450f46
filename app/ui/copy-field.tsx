import { useEffect, useState } from 'react';
import { useDomId } from './dom-id.ts';

/** A text to take along: it can be selected, and with the script copied by a button. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const id = useDomId();
  const [canCopy, setCanCopy] = useState(false);
  const [said, setSaid] = useState('');
  // Browsers offer the clipboard on safe connections only.
  useEffect(() => setCanCopy('clipboard' in navigator), []);
  const copy = () => navigator.clipboard.writeText(value).then(() => setSaid('Copied.'), () => setSaid('Your browser did not allow it: select the text and copy it.'));
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="cluster">
        <input id={id} type="text" className="control" readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
        {canCopy && <button type="button" className="btn quiet" onClick={() => void copy()}>Copy the link</button>}
        <span role="status" className="small">{said}</span>
      </div>
    </div>
  );
}
