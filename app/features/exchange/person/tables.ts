/**
 * What is kept about a person, table by table: what goes into the file that a person takes along, and how each column is written
 * there. Ids of rows become their place in the file, people their number, the catalogue its slugs, sites and teams their names.
 * A test holds this list against the real tables: a column that is neither here nor left out with a reason fails it.
 */
export type Kind =
  | 'text' | 'number' | 'flag' | 'day' | 'instant' | 'texts'
  | 'person' | 'recruiter' | 'site' | 'team'
  | 'family' | 'role' | 'roles' | 'skill' | 'skills' | 'certification'
  /** The place, from 1, of a row of this table in the file. */
  | { row: string };

export interface Table {
  name: string;
  /** The column that numbers the rows, in whose order they are written; without it they come in the order of what they say. */
  key?: string;
  /** The columns that say whose a row is; or, of a row that belongs to another one, the column that says to which. */
  of: readonly string[] | { column: string; table: string };
  columns: Readonly<Record<string, Kind>>;
  /** Columns that stay behind, each with its reason. */
  leftOut?: Readonly<Record<string, string>>;
}

const entry: Readonly<Record<string, Kind>> = {
  status: 'text', entered_by: 'person', entered_at: 'instant', confirmed_by: 'person', confirmed_at: 'instant', version: 'number',
};

/** In the order in which they can be written: a row comes after those that it refers to. */
export const tables: readonly Table[] = [
  {
    name: 'accounts', of: ['person_id'], columns: { sign_in_name: 'text', display_name: 'text' },
    leftOut: {
      account_id: 'stands for nothing outside', password_hash: 'secret', search_salt: 'secret', access: 'rights are given by the organisation',
      disabled_at: 'decided by the organisation', version: 'counts changes of the account by the organisation',
    },
  },
  { name: 'reporting_lines', key: 'reporting_line_id', of: ['person_id'], columns: { manager_id: 'person', started_on: 'day', ended_on: 'day' } },
  { name: 'deputies', key: 'deputy_id', of: ['manager_id', 'person_id'], columns: { manager_id: 'person', person_id: 'person', started_on: 'day', ended_on: 'day' } },
  {
    name: 'appointments', key: 'appointment_id', of: ['person_id'],
    columns: {
      kind: 'text', employer: 'text', role_id: 'role', role_name: 'text', family_id: 'family', grade: 'number', started_on: 'day', ended_on: 'day',
      site_id: 'site', team_id: 'team', shift: 'text', hours_per_week: 'number', headcount_led: 'number', replaces_id: { row: 'appointments' }, ...entry,
    },
  },
  { name: 'pauses', key: 'pause_id', of: ['person_id'], columns: { kind: 'text', started_on: 'day', ended_on: 'day', replaces_id: { row: 'pauses' }, ...entry } },
  {
    name: 'education', key: 'education_id', of: ['person_id'],
    columns: { level: 'text', subject: 'text', institution: 'text', finished_on: 'day', replaces_id: { row: 'education' }, ...entry },
  },
  {
    name: 'person_certifications', key: 'person_certification_id', of: ['person_id'],
    columns: { certification_id: 'certification', name: 'text', issued_on: 'day', expires_on: 'day', replaces_id: { row: 'person_certifications' }, ...entry },
  },
  { name: 'person_languages', of: ['person_id'], columns: { language: 'text', fluency: 'text' } },
  {
    name: 'ratings', key: 'rating_id', of: ['person_id'],
    columns: { skill_id: 'skill', level: 'number', source: 'text', rated_by: 'person', rated_at: 'instant', note: 'text', version: 'number' },
  },
  { name: 'skill_interests', of: ['person_id'], columns: { skill_id: 'skill', interest: 'text', last_used_on: 'day', version: 'number' } },
  { name: 'evidence', key: 'evidence_id', of: ['person_id'], columns: { kind: 'text', body: 'text', added_by: 'person', added_at: 'instant' } },
  { name: 'evidence_skills', of: { column: 'evidence_id', table: 'evidence' }, columns: { evidence_id: { row: 'evidence' }, skill_id: 'skill' } },
  {
    name: 'rating_evidence', of: { column: 'rating_id', table: 'ratings' }, columns: { rating_id: { row: 'ratings' }, evidence_id: { row: 'evidence' } },
  },
  {
    name: 'rating_requests', key: 'rating_request_id', of: ['person_id'],
    columns: {
      skill_id: 'skill', kind: 'text', asked_of: 'person', message: 'text', asked_at: 'instant', answer: 'text', answered_at: 'instant', answered_by: 'person',
      reply: 'text', rating_id: { row: 'ratings' },
    },
  },
  { name: 'ticket_categories', of: ['person_id'], columns: { category: 'text', version: 'number' } },
  { name: 'ticket_mappings', of: ['person_id'], columns: { category: 'text', skill_id: 'skill' } },
  { name: 'ticket_counts', of: ['person_id'], columns: { closed_on: 'day', category: 'text', tickets: 'number' } },
  {
    name: 'ticket_suggestions', of: ['person_id'],
    columns: { skill_id: 'skill', quarter_on: 'day', answer: 'text', tickets: 'number', answered_at: 'instant' },
  },
  { name: 'ticket_pieces', of: ['person_id'], columns: { evidence_id: { row: 'evidence' }, skill_id: 'skill', quarter_on: 'day', tickets: 'number' } },
  {
    name: 'plans', key: 'plan_id', of: ['person_id'],
    columns: {
      role_id: 'role', skill_id: 'skill', level: 'number', target_on: 'day', route: 'roles', started_by: 'person', started_at: 'instant', closed_at: 'instant',
      outcome: 'text', version: 'number',
    },
  },
  {
    name: 'plan_items', key: 'plan_item_id', of: { column: 'plan_id', table: 'plans' },
    columns: {
      plan_id: { row: 'plans' }, kind: 'text', title: 'text', skill_id: 'skill', level: 'number', certification_id: 'certification', host_id: 'person',
      host_name: 'text', starts_on: 'day', ends_on: 'day', state: 'text', done_on: 'day', outcome: 'text', evidence_id: { row: 'evidence' },
      rating_id: { row: 'ratings' }, added_by: 'person', added_at: 'instant', version: 'number',
    },
  },
  { name: 'mentor_offers', of: ['person_id'], columns: { skill_id: 'skill', note: 'text', offered_at: 'instant' } },
  { name: 'role_guides', of: ['person_id'], columns: { note: 'text', offered_at: 'instant' } },
  { name: 'wishes', key: 'wish_id', of: ['person_id'], columns: { wish: 'text', role_id: 'role', note: 'text', stated_at: 'instant', withdrawn_at: 'instant' } },
  {
    name: 'talks', key: 'talk_id', of: ['person_id'],
    columns: {
      kind: 'text', held_on: 'day', wish: 'text', note: 'text', recorded_by: 'person', recorded_at: 'instant', acknowledged_at: 'instant', comment: 'text', version: 'number',
    },
  },
  {
    name: 'settlements', key: 'settlement_id', of: ['person_id'],
    columns: {
      previous_id: { row: 'settlements' }, talk_id: { row: 'talks' }, corrects_id: { row: 'settlements' }, outcome: 'text', reason: 'text', decided_on: 'day',
      recorded_at: 'instant', decided_by: 'person', next_check_on: 'day', withdrawn_on: 'day',
    },
  },
  { name: 'visibility_choices', of: ['person_id'], columns: { section: 'text', choice: 'text' } },
  {
    name: 'availability', of: ['person_id'],
    columns: { open_to_moves: 'flag', hours_per_week: 'number', shifts: 'texts', notice_weeks: 'number', version: 'number' },
  },
  { name: 'availability_sites', of: ['person_id'], columns: { site_id: 'site' } },
  { name: 'looks', key: 'look_id', of: ['person_id'], columns: { account_id: 'recruiter', page: 'text', looked_at: 'instant' } },
  {
    name: 'name_requests', key: 'name_request_id', of: ['person_id'],
    columns: { account_id: 'recruiter', message: 'text', asked_at: 'instant', answer: 'text', answered_at: 'instant' },
  },
  {
    name: 'share_links', key: 'share_link_id', of: ['person_id'],
    columns: { label: 'text', sections: 'texts', created_at: 'instant', expires_at: 'instant', stopped_at: 'instant' },
    leftOut: { token_hash: 'secret; a link brought in gets a new one that nobody knows, so that it cannot be opened' },
  },
  { name: 'share_uses', key: 'share_use_id', of: { column: 'share_link_id', table: 'share_links' }, columns: { share_link_id: { row: 'share_links' }, used_at: 'instant' } },
  { name: 'welcomes', of: ['person_id'], columns: { step: 'text', role_ids: 'roles', passed_skill_ids: 'skills', started_at: 'instant', put_off_at: 'instant', finished_at: 'instant' } },
  {
    name: 'evidence_files', of: { column: 'evidence_id', table: 'evidence' }, columns: { evidence_id: { row: 'evidence' }, media_type: 'text' },
    leftOut: { content: 'written beside these columns, in Base64', size_bytes: 'worked out from the content', sha256: 'worked out from the content' },
  },
];

/** Tables with rows about a person that stay behind, each with its reason. */
export const tablesLeftOut: Readonly<Record<string, string>> = {
  current_levels: 'worked out from the ratings',
  sessions: 'secret, and over within hours',
  one_time_links: 'secret, and over within days',
  command_receipts: 'only tells a form that was sent twice',
  profile_aliases: 'the name under which a recruiter knows the profile',
  audit_events: 'the organisation’s record of who changed what',
  resume_drafts: 'a file the person has and has not yet taken anything from',
};

/** What a column is called in the file: `skill_id` is `skill`, `rated_at` is `ratedAt`. */
export function fieldOf(column: string, kind: Kind): string {
  return kind === 'recruiter' ? 'recruiter' : camel(column.replace(/_id$/, ''));
}

/** `rating_evidence` is `ratingEvidence`. */
export function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
