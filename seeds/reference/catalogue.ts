import behaviour from './level-texts/behaviour.json' with { type: 'json' };
import knowledge from './level-texts/knowledge.json' with { type: 'json' };
import leadership from './level-texts/leadership.json' with { type: 'json' };
import process from './level-texts/process.json' with { type: 'json' };
import technical from './level-texts/technical.json' with { type: 'json' };
import certifications from './certifications.json' with { type: 'json' };
import requirements from './requirements.json' with { type: 'json' };
import structure from './roles.json' with { type: 'json' };
import skills from './skills.json' with { type: 'json' };
import transitions from './transitions.json' with { type: 'json' };

interface ReviewRule {
  afterMonths: number;
  warnMonths: number;
  graceDays: number;
  renewMonths: number;
  restartOn: string;
}

/** One alternative of a requirement, in the form in which the database keeps and shows it. */
export type Criterion =
  | { kind: 'skill'; skill: string; level: number }
  | { kind: 'experience'; months: number; families: string[] }
  | { kind: 'education'; level: string }
  | { kind: 'certification'; certification: string };

export interface Requirement {
  role: string;
  importance: string;
  anyOf: Criterion[];
  source: string;
}

/** The catalogue as it ships: plain records, in the order in which they are shown. */
export interface Catalogue {
  families: { id: string; name: string; review: ReviewRule; source: string }[];
  roles: {
    id: string;
    name: string;
    family: string;
    grade: number;
    aliases: string[];
    summary: string;
    onetSoc: string | null;
    escoUri: string | null;
    isco08: string | null;
    niceWorkRole: string | null;
    source: string;
  }[];
  skills: {
    id: string;
    name: string;
    kind: string;
    description: string;
    onetElements: string[];
    escoUris: string[];
    freshMonths: number | null;
    source: string;
  }[];
  /** Per skill five sentences with an example each. */
  levelTexts: Record<string, { level: number; text: string; example: string }[]>;
  certifications: {
    id: string;
    name: string;
    issuer: string;
    validityMonths: number | null;
    renewal: string | null;
    evidences: { skill: string; level: number }[];
    /** Free text of the source: what is not reported retired counts as active. */
    status: string;
    source: string;
    countsAfterExpiry: boolean;
  }[];
  requirements: Requirement[];
  transitions: { from: string; to: string; kind: string; typicalMonths: number[]; basis: string; source: string }[];
}

/** The starter catalogue of IT support: families, roles, skills, certificates, requirements and moves. */
export const starterCatalogue: Catalogue = {
  families: structure.families,
  roles: structure.roles,
  skills,
  levelTexts: { ...behaviour, ...knowledge, ...leadership, ...process, ...technical },
  certifications,
  requirements: requirements as Requirement[],
  transitions,
};
