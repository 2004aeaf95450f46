import { getVisibility } from '#app/features/recruiting/queries/visibility.server.ts';
import { VisibilitySearch } from '#app/features/recruiting/input.server.ts';
import { StepSearch } from '#app/features/welcome/input.server.ts';
import { findSaid, findSkillToAsk, listPosts } from '#app/features/welcome/queries/step.server.ts';
import { getWelcome, type Welcome } from '#app/features/welcome/queries/welcome.server.ts';
import type { WelcomeStep } from '#app/domain/welcome.ts';
import type { Actor } from '#app/server/actor.server.ts';
import type { AppContext } from '#app/server/context.server.ts';
import { parseSearch } from '#app/server/form.server.ts';

type Asked = { request: Request; context: AppContext };

/** What a step shows: where the visit stands, and what is asked here. */
export async function getStepPage(args: Asked, actor: Actor, id: number, step: WelcomeStep) {
  const { readDb, clock } = args.context;
  const welcome = await getWelcome(readDb, actor, clock.today(), id);
  const { person, reached, toDo, role } = welcome;
  return { today: clock.today(), person, step, reached, toDo, role: role && { id: role.id, name: role.name }, ...await contentOf(args, actor, welcome, step) };
}
export type StepPage = Awaited<ReturnType<typeof getStepPage>>;

async function contentOf(args: Asked, actor: Actor, welcome: Welcome, step: WelcomeStep) {
  const { readDb, clock } = args.context;
  const { next, chosen, wish, catalogue, person } = welcome;
  switch (step) {
    case 'tenure':
      return {
        of: step, posts: await listPosts(readDb, welcome),
        families: catalogue.families.map(({ id, name }) => ({ id, name, roles: catalogue.roles.filter(({ family }) => family === id).map((role) => ({ id: role.id, name: role.name })) })),
      };
    case 'skills':
    case 'next-skills': {
      const asks = step === 'skills' ? welcome.skills : welcome.nextSkills;
      const skill = await findSkillToAsk(readDb, asks, welcome, parseSearch(args, StepSearch).skill);
      const soFar = asks.asked.map((one) => ({ id: one, name: catalogue.names.skills[one] ?? one, level: welcome.levels[one]?.claimed ?? null }));
      return { of: 'skills' as const, skill, soFar, chosen };
    }
    case 'next-roles':
      return { of: step, next, chosen: chosen.map(({ id }) => id) };
    case 'visibility': {
      const { choice, isDraft, parts, holdersAtLeast, hasChosen } = await getVisibility(readDb, actor, { today: clock.today(), now: clock.now() }, person.id, parseSearch(args, VisibilitySearch));
      return { of: step, choice, isDraft, parts, holdersAtLeast, hasChosen };
    }
    case 'wishes': {
      const { availability, sites } = await getVisibility(readDb, actor, { today: clock.today(), now: clock.now() }, person.id, {});
      return { of: step, availability, sites, wish };
    }
    case 'done': {
      const near = next.filter(({ id }) => chosen.some((one) => one.id === id));
      const count = ({ asked, open }: Welcome['skills']) => ({ asked: asked.length, rated: asked.filter((one) => welcome.levels[one]?.claimed != null).length, open: open.length });
      return { of: step, near: near.length > 0 ? near : next.slice(0, 1), skills: count(welcome.skills), nextSkills: count(welcome.nextSkills), wish, ...await findSaid(readDb, welcome) };
    }
  }
}
