import type { Outcome } from '#app/domain/settlement.ts';
import type { Wish } from '#app/domain/outcome.ts';
import type { Shift } from '#app/domain/shift.ts';
import type { SiteName } from './names.ts';

export type Aim = 'ready' | 'close' | 'growing';

/** One recorded outcome (promotions and moves follow from the career): how long ago, the months until the next check, and how many days ago it was taken back. */
interface PlannedOutcome {
  outcome: Exclude<Outcome, 'promote' | 'move'>;
  monthsAgo: number;
  check: number;
  withdrawnDaysAgo?: number;
}

/** What the story of one person is; whatever is left out is filled in by chance. */
export interface MemberPlan {
  name?: string;
  /** The four one-click accounts and nobody else. */
  account?: 'technician' | 'manager';
  role: string;
  /** How long in the role: whole months and days. */
  months: number;
  days?: number;
  /** Earlier roles with us, latest first, with their months. */
  before?: readonly (readonly [role: string, months: number])[];
  /** Exactly these levels, claimed and confirmed, instead of what the career suggests. */
  levels?: Readonly<Record<string, readonly [claimed: number, confirmed: number | null]>>;
  /** Roles worked towards, and how far. */
  towards?: readonly (readonly [role: string, aim: Aim])[];
  /** Given: exactly these, beside promotions, settle the running clock. Left out: talks are held as they fall due. */
  settled?: readonly PlannedOutcome[];
  wish?: Wish;
  pause?: { kind: 'parental' | 'sick' | 'sabbatical' | 'secondment'; monthsAgo: number; months: number | null; stated?: boolean };
  acting?: { role: string; monthsAgo: number; months: number | null; kind?: 'acting' | 'secondment' | 'loan'; stated?: boolean };
  /** What waits for the manager's confirmation. */
  states?: readonly ('earlier job' | 'certificate' | 'education')[];
  /** In the middle of the first visit, before choosing next roles. */
  firstVisit?: true;
  site?: SiteName;
  shift?: Shift;
}

export interface TeamPlan {
  name: string;
  site: SiteName;
  /** Works at the other sites too. */
  spread: boolean;
  manager: MemberPlan;
  members: readonly MemberPlan[];
  /** Everybody else: how many in which role, with the ways people came into it taken in turn. */
  others: readonly { role: string; count: number; from: readonly MemberPlan['before'][] }[];
}

/**
 * Twenty-one months on the desk: ready to be an analyst, two skills short of messaging, well on the way to several
 * others, and with so little rated for application support that nobody can say.
 */
const technicianLevels: MemberPlan['levels'] = {
  patience: [4, 4], 'customer-service': [4, 4], communication: [4, 4], 'active-listening': [4, 4], 'user-connection': [4, 4],
  'ticket-handling': [4, 4], 'remote-diagnosis': [4, 4], troubleshooting: [3, 3], 'working-under-stress': [3, 3], 'client-os': [3, 3],
  'desktop-hardware': [2, 2], 'desktop-applications': [2, 2], 'account-access': [3, 3], escalation: [3, 3], 'knowledge-management': [3, 2],
  inquisitiveness: [4, 4], enthusiasm: [4, 3], 'problem-solving': [3, 3], 'written-communication': [3, 3], teamwork: [3, 3],
  'exchange-admin': [2, 2], 'server-admin': [1, 1], 'backup-recovery': [2, null], 'information-security': [2, 2], 'directory-services': [2, 2],
  'cloud-services': [1, null], scripting: [2, null], 'data-protection': [2, 2], 'desktop-networking': [2, 2], 'network-routing': [1, null],
  'needs-analysis': [1, null],
};

const technician = 'help-desk-technician';
const analyst = 'help-desk-analyst';
const desktop = 'desktop-support-technician';

/** The desk that the demonstration's manager leads: every state of the clock is there. */
const serviceDesk: TeamPlan = {
  name: 'Service desk',
  site: 'Harbour House',
  spread: false,
  manager: { name: 'Ruth Kowalczyk', account: 'manager', role: 'help-desk-manager', months: 64, before: [['service-desk-team-lead', 30], [technician, 26]], wish: 'stay' },
  members: [
    { name: 'Sam Adeyemi', account: 'technician', role: technician, months: 21, days: 12, wish: 'unsure', site: 'Harbour House', shift: 'day', settled: [], levels: technicianLevels },
    { name: 'Daniela Ferreira-Lund', role: technician, months: 27, days: 4, wish: 'move', settled: [], towards: [[desktop, 'close'], [analyst, 'ready']] },
    { name: 'Owen Pritchard-Vale', role: technician, months: 25, days: 16, settled: [], towards: [[analyst, 'close'], ['data-centre-operator', 'growing']] },
    { name: 'Chiamaka Obi', role: technician, months: 24, days: 12, wish: 'move', settled: [], towards: [['messaging-administrator', 'ready']] },
    { name: 'Marek Dvořák', role: technician, months: 19, days: 20, settled: [], towards: [['network-analyst', 'close']], states: ['certificate'] },
    { name: 'Leila Nazari', role: technician, months: 5, days: 3, settled: [], states: ['earlier job'], firstVisit: true },
    { name: 'Rhodri Penrose', role: technician, months: 11, days: 9, settled: [], towards: [[analyst, 'growing']], states: ['education'] },
    { name: 'Hannah Osei', role: technician, months: 23, settled: [], pause: { kind: 'parental', monthsAgo: 3, months: null }, towards: [[analyst, 'close']] },
    {
      name: 'Graham Tull', role: technician, months: 46, wish: 'stay',
      settled: [{ outcome: 'stay', monthsAgo: 20, check: 12 }, { outcome: 'stay', monthsAgo: 7, check: 12 }],
    },
    {
      name: 'Noor Rahimi', role: analyst, months: 30, before: [[technician, 15]], wish: 'move', towards: [['security-analyst', 'close']],
      settled: [{ outcome: 'recognise', monthsAgo: 20, check: 12 }, { outcome: 'stay', monthsAgo: 8, check: 12, withdrawnDaysAgo: 12 }],
    },
    { name: 'Joel Castellanos', role: technician, months: 29, wish: 'move', settled: [{ outcome: 'develop', monthsAgo: 4, check: 10 }], towards: [['application-support-analyst', 'growing']], acting: { role: desktop, monthsAgo: 2, months: 1, kind: 'loan', stated: true } },
    { name: 'Sinead Mac Giolla', role: technician, months: 26, wish: 'unsure', settled: [{ outcome: 'defer', monthsAgo: 1, check: 4 }] },
    { name: 'Arjun Pillai', role: technician, months: 30, settled: [], pause: { kind: 'parental', monthsAgo: 20, months: 9 }, towards: [[desktop, 'ready']] },
    {
      name: 'Katarzyna Blom', role: analyst, months: 11, before: [[technician, 24]], settled: [],
      acting: { role: 'service-desk-team-lead', monthsAgo: 4, months: null }, towards: [['service-desk-team-lead', 'close']],
    },
    { name: 'Tobias Aldridge', role: 'service-desk-team-lead', months: 17, before: [[technician, 32]], towards: [['help-desk-manager', 'growing']] },
  ],
  others: [],
};

const eveningDesk: TeamPlan = {
  name: 'Evening and night desk',
  site: 'Vale Park',
  spread: false,
  manager: { role: 'help-desk-manager', months: 40, before: [['service-desk-team-lead', 26], [analyst, 28]] },
  members: [
    { role: technician, months: 26, days: 20, settled: [], wish: 'move', towards: [['network-analyst', 'growing']] },
    { role: technician, months: 34, settled: [{ outcome: 'recognise', monthsAgo: 9, check: 12 }], wish: 'unsure' },
    { role: technician, months: 14, pause: { kind: 'sick', monthsAgo: 1, months: null } },
    { role: analyst, months: 18, before: [[technician, 20]], acting: { role: 'messaging-administrator', monthsAgo: 2, months: 4, kind: 'secondment' } },
  ],
  others: [
    { role: technician, count: 10, from: [undefined] },
    { role: analyst, count: 5, from: [[[technician, 18]], [[technician, 24]], [[technician, 13]]] },
    { role: 'service-desk-team-lead', count: 2, from: [[[technician, 28]], [[analyst, 20], [technician, 16]]] },
  ],
};

const desktopSupport: TeamPlan = {
  name: 'Desktop support',
  site: 'Northgate',
  spread: true,
  manager: { role: 'desktop-support-manager', months: 52, before: [['technology-analyst', 24], [desktop, 36]] },
  members: [
    { role: desktop, months: 31, before: [[technician, 22]], settled: [{ outcome: 'stay', monthsAgo: 6, check: 12 }], wish: 'stay' },
    { role: desktop, months: 27, before: [[technician, 30]], settled: [], pause: { kind: 'sabbatical', monthsAgo: 14, months: 3 }, towards: [['systems-administrator', 'growing']] },
    { role: 'technology-analyst', months: 9, before: [[desktop, 26], [technician, 14]], acting: { role: 'service-desk-team-lead', monthsAgo: 1, months: 5, stated: true } },
  ],
  others: [
    { role: desktop, count: 12, from: [[[technician, 22]], [[technician, 30]], undefined, [[analyst, 18], [technician, 14]]] },
    { role: 'technology-analyst', count: 4, from: [[[desktop, 28]], [[desktop, 34], [technician, 18]], [[analyst, 22]]] },
  ],
};

const networks: TeamPlan = {
  name: 'Networks and telephony',
  site: 'Vale Park',
  spread: true,
  manager: { role: 'infrastructure-manager', months: 66, before: [['network-administrator', 40], ['network-analyst', 30]] },
  members: [
    { role: 'network-analyst', months: 38, before: [[technician, 20]], settled: [], wish: 'move', towards: [['network-administrator', 'close']] },
    { role: 'network-administrator', months: 20, before: [['network-analyst', 36]], pause: { kind: 'secondment', monthsAgo: 2, months: 6 } },
    { role: 'infrastructure-architect', months: 44, before: [['network-administrator', 44], ['network-analyst', 26]], wish: 'stay' },
  ],
  others: [
    { role: 'network-analyst', count: 6, from: [[[technician, 20]], [[technician, 26]], undefined, [[analyst, 18], [technician, 12]]] },
    { role: 'network-administrator', count: 4, from: [[['network-analyst', 30]], [['network-analyst', 42], [technician, 16]]] },
    { role: 'telecommunications-specialist', count: 3, from: [[[desktop, 30]], undefined] },
    { role: 'security-analyst', count: 2, from: [[['network-analyst', 24], [technician, 18]], [[analyst, 26]]] },
  ],
};

const systems: TeamPlan = {
  name: 'Systems, messaging and data centre',
  site: 'Harbour House',
  spread: true,
  manager: { role: 'infrastructure-manager', months: 34, before: [['systems-administrator', 50], ['messaging-administrator', 24]] },
  members: [
    { role: 'messaging-administrator', months: 15, before: [[technician, 6]], towards: [['systems-administrator', 'growing']] },
    { role: 'data-centre-operator', months: 39, days: 8, before: [[technician, 16]], settled: [], towards: [['systems-administrator', 'close']] },
    { role: 'security-administrator', months: 22, before: [['systems-administrator', 38], ['messaging-administrator', 18]] },
  ],
  others: [
    { role: 'messaging-administrator', count: 4, from: [[[technician, 14]], [[technician, 22]], [[analyst, 16], [technician, 12]]] },
    { role: 'systems-administrator', count: 6, from: [[['messaging-administrator', 26], [technician, 14]], [[desktop, 32]], [['data-centre-operator', 28]]] },
    { role: 'data-centre-operator', count: 4, from: [[[technician, 18]], undefined, [[technician, 24]]] },
    { role: 'security-analyst', count: 2, from: [[[analyst, 24], [technician, 12]], [['data-centre-operator', 30]]] },
  ],
};

const applications: TeamPlan = {
  name: 'Applications and quality',
  site: 'Northgate',
  spread: false,
  manager: { role: 'applications-manager', months: 48, before: [['application-support-analyst', 52]] },
  members: [
    { role: 'qa-analyst', months: 35, days: 10, before: [[technician, 24]], settled: [], wish: 'unsure' },
    { role: 'application-support-analyst', months: 12, before: [['qa-analyst', 30], [technician, 18]], acting: { role: 'qa-analyst', monthsAgo: 3, months: null, kind: 'loan' } },
  ],
  others: [
    { role: 'application-support-analyst', count: 7, from: [[[analyst, 22], [technician, 14]], [[technician, 28]], undefined] },
    { role: 'qa-analyst', count: 5, from: [[[technician, 20]], [['application-support-analyst', 26]], undefined, [[technician, 30]]] },
  ],
};

export const teamPlans: readonly TeamPlan[] = [serviceDesk, eveningDesk, desktopSupport, networks, systems, applications];

/** Above the teams: the director, and the two who lead the managers of the teams named. */
export const leadershipPlan: { director: MemberPlan; heads: readonly { plan: MemberPlan; teams: readonly string[] }[] } = {
  director: { role: 'it-director', months: 58, before: [['it-operations-manager', 60]] },
  heads: [
    { plan: { role: 'it-operations-manager', months: 29, before: [['help-desk-manager', 50], ['service-desk-team-lead', 28]] }, teams: ['Service desk', 'Evening and night desk', 'Desktop support'] },
    { plan: { role: 'it-operations-manager', months: 37, before: [['infrastructure-manager', 48]] }, teams: ['Networks and telephony', 'Systems, messaging and data centre', 'Applications and quality'] },
  ],
};

/** People who have left since: their moves still count among those made here. */
export const formerPlans: readonly { plan: MemberPlan; leftMonthsAgo: number; team: string }[] = [
  { plan: { role: desktop, months: 26, before: [[technician, 20]] }, leftMonthsAgo: 5, team: 'Desktop support' },
  { plan: { role: analyst, months: 16, before: [[technician, 21]] }, leftMonthsAgo: 9, team: 'Evening and night desk' },
  { plan: { role: 'network-administrator', months: 30, before: [['network-analyst', 32]] }, leftMonthsAgo: 14, team: 'Networks and telephony' },
];
