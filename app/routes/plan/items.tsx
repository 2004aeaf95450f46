import { Link } from '@remix-run/react';
import { spanText } from '#app/domain/plan-item-text.ts';
import { itemKindName, type ItemState } from '#app/domain/plan.ts';
import type { ItemView, PlanPage } from '#app/features/plans/queries/plan.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { ButtonForm } from '#app/ui/form.tsx';
import { longDate } from '#app/ui/format.ts';
import { levelText } from '#app/ui/level.tsx';
import { Section } from '#app/ui/page.tsx';
import { itemStateName } from '#app/ui/plan-words.ts';
import { Tag } from '#app/ui/tag.tsx';

const order: readonly ItemState[] = ['under-way', 'planned', 'done', 'dropped'];

/** The items by where they stand; what is dropped stands aside. */
export function Items({ data }: { data: PlanPage }) {
  const { items, plan, mine } = data;
  if (items.length === 0) {
    return plan && (
      <Section title="What is done for it">
        <Empty kind="nothing" title="Nothing is planned yet">{mine ? 'Add something of your own, or take a suggestion below: one press puts it here.' : 'Add something, or take a suggestion below.'}</Empty>
      </Section>
    );
  }
  return (
    <>
      {!plan && <p className="muted">These are still open from the last plan. They move into the next one.</p>}
      {order.map((state) => <Group key={state} state={state} items={items.filter((item) => item.state === state)} data={data} />)}
    </>
  );
}

function Group({ state, items, data }: { state: ItemState; items: readonly ItemView[]; data: PlanPage }) {
  if (items.length === 0) return null;
  const list = <ul className="plain rows panel">{items.map((item) => <Item key={item.id} item={item} data={data} />)}</ul>;
  if (state === 'dropped') return <details><summary>Dropped ({items.length})</summary>{list}</details>;
  return <Section title={`${itemStateName(state)} (${items.length})`}>{list}</Section>;
}

function Item({ item, data: { person, today } }: { item: ItemView; data: PlanPage }) {
  const { id, kind, title, skill, level, host, startsOn, endsOn, state, doneOn, outcome, version } = item;
  const page = `/people/${person.id}/plan/items/${id}`;
  const move = (to: ItemState, label: string) => <ButtonForm intent="move" id={`move-${id}-${to}`} fields={{ item: id, version, state: to }} label={label} about={title} />;
  const facts = [skill && (level ? `${skill}, to ${levelText(level)}` : skill), host && `with ${host}`, state === 'done' && doneOn ? `done on ${longDate(doneOn)}` : spanText(startsOn, endsOn)].filter(Boolean);
  const late = (state === 'planned' || state === 'under-way') && endsOn !== null && endsOn < today;
  return (
    <li className="row-tag">
      <h3><Link to={page}>{title}</Link></h3>
      <Tag>{itemKindName(kind)}</Tag>
      {facts.length > 0 && <p className="row-full muted">{facts.join(' · ')}</p>}
      {outcome && <p className="row-full typed">{outcome}</p>}
      {late && <p className="row-full small">Its last day is over. Was it done, or does it take longer?</p>}
      {state !== 'done' && (
        <div className="row-full buttons">
          {(state === 'planned' || state === 'under-way') && <div><Link className="btn quiet small" to={`${page}/done`}>Done<span className="visually-hidden"> {title}</span></Link></div>}
          {state === 'planned' && move('under-way', 'Begin')}
          {state === 'under-way' && move('planned', 'Not begun yet')}
          {state === 'dropped' ? move('planned', 'Take it up again') : move('dropped', 'Drop')}
        </div>
      )}
    </li>
  );
}
