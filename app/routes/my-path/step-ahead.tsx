import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { PathPage } from '#app/features/people/queries/my-path.server.ts';
import { monthsText, plural } from '#app/ui/format.ts';
import { levelText } from '#app/ui/level.tsx';

type Step = NonNullable<PathPage['own']>['step'];

/** The one thing to do next, as a sentence with its link. */
export function StepAhead({ step, personId }: { step: Step; personId: number }) {
  return <p className="lede">Next: {wordsOf(step, `/people/${personId}`)}</p>;
}

function wordsOf(step: Step, own: string): ReactNode {
  switch (step.kind) {
    case 'state-role':
      return <><Link to={`${own}/history`}>put your role into your history</Link>, so that the page knows where you start.</>;
    case 'rate-first':
      return <><Link to={`${own}/skills?rate=role&role=${step.roleId}`}>rate the skills of your role</Link>. It takes a few minutes, and everything here builds on it.</>;
    case 'rate-more':
      return <><Link to={`${own}/skills?rate=role&role=${step.roleId}`}>rate {plural(step.skills, 'more skill', 'more skills')}</Link> to find out how near you are to {step.role}.</>;
    case 'learn':
      return <>bring <Link to={`${own}/skills/${step.skill.id}`}>{step.skill.name}</Link> from {step.skill.held === null ? 'not rated' : step.skill.held} to {levelText(step.skill.level)}; nothing else for {step.role} is nearer.</>;
    case 'wait':
      return <>{monthsText(step.months)} more of experience are what {step.role} still asks for.</>;
    case 'record':
      return <><Link to={`${own}/history`}>add it to your history</Link> when you have {step.ways.length === 1 ? 'it' : 'one of these'}: {step.ways.join('; or ')}. Nothing else for {step.role} is nearer.</>;
    case 'have-confirmed':
      return <>you meet all that {step.role} asks for; ask your manager to <Link to={`${own}/skills?show=waiting`}>confirm {plural(step.requirements, 'item', 'items')}</Link>.</>;
    case 'say-wish':
      return <>you meet all that {step.role} asks for, confirmed. <Link to={`${own}/conversation`}>Say what you want next</Link>.</>;
    case 'talk':
      return <>you are ready for {step.role}. Take it up in <Link to={`${own}/conversation`}>your conversation</Link>.</>;
    case 'look-round':
      return <><Link to="/paths">look round on the career map</Link> for where you would like to go.</>;
  }
}
