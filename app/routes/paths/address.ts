type State = { from: { id: string } | null; to: { id: string } | null; ownRoleId: string | null; family: string | null; all: boolean; whatIf: { assumptions: readonly { key: string }[] } };
type Change = { from?: string | null; to?: string | null; all?: boolean; if?: readonly string[] };

/** The address of this page with something changed; where one starts from one's own role, the address does not name it. */
export function pathsAddress(state: State, change: Change = {}): string {
  const { from = state.from?.id, to = state.to?.id, all = state.all, if: assumed = state.whatIf.assumptions.map(({ key }) => key) } = change;
  const search = new URLSearchParams();
  if (from && from !== state.ownRoleId) search.set('from', from);
  if (to) search.set('to', to);
  for (const one of assumed) search.append('if', one);
  if (state.family) search.set('family', state.family);
  if (all) search.set('all', '1');
  return search.size === 0 ? '/paths' : `/paths?${search}`;
}
