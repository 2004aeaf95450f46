/** What a form of this page does not ask for, but keeps in the address. */
export function Kept({ from, to, family, all, assumed }: { from?: string | undefined; to?: string | undefined; family?: string | null; all: boolean; assumed: readonly string[] }) {
  return (
    <>
      {from && <input type="hidden" name="from" value={from} />}
      {to && <input type="hidden" name="to" value={to} />}
      {assumed.length > 0 && <input type="hidden" name="if" value={assumed.join(',')} />}
      {family && <input type="hidden" name="family" value={family} />}
      {all && <input type="hidden" name="all" value="1" />}
    </>
  );
}
