import type { PresentPerson } from './present.ts';
import type { Problem } from './problem.ts';
import type { PersonRow } from './row.ts';

/** Who is in the file and who is here. */
export interface Register {
  rowOf: Map<string, PersonRow>;
  personOf: Map<string, PresentPerson>;
}

/** Checks what only shows across rows: numbers and addresses held twice, managers nobody knows, lost leading zeros. */
export function checkPeople(rows: readonly PersonRow[], people: readonly PresentPerson[], problems: Problem[]): Register {
  const personOf = new Map(people.map((person) => [person.number, person]));
  const rowOf = new Map<string, PersonRow>();
  for (const row of rows) {
    const { number } = row.values;
    if (number === undefined) continue;
    const first = rowOf.get(number);
    if (first) problems.push({ line: row.line, column: 'number', reason: `Line ${first.line} has the number ${number} too. Write one row a person.` });
    else rowOf.set(number, row);
    if (personOf.get(number)?.erased) problems.push({ line: row.line, column: 'number', reason: 'This person has been erased here. Take the row out.' });
  }
  checkZeros(rowOf, personOf, problems);
  checkManagers(rowOf, personOf, problems);
  checkAddresses(rowOf, people, problems);
  return { rowOf, personOf };
}

function withoutZeros(number: string): string {
  return number.replace(/^0+(?=.)/, '');
}

/** Spreadsheets turn 0042 into 42: that would be taken for a second person. */
function checkZeros(rowOf: Register['rowOf'], personOf: Register['personOf'], problems: Problem[]): void {
  const known = new Map([...personOf.keys()].map((number) => [withoutZeros(number), number]));
  for (const [number, row] of rowOf) {
    const other = known.get(withoutZeros(number));
    if (other !== undefined && other !== number && !personOf.has(number)) {
      problems.push({ line: row.line, column: 'number', reason: `${number} is new, but ${other} is here. Were zeros lost or added at the front? Write the numbers as they are here.` });
    }
  }
}

function checkManagers(rowOf: Register['rowOf'], personOf: Register['personOf'], problems: Problem[]): void {
  const known = new Map([...personOf.keys(), ...rowOf.keys()].map((number) => [withoutZeros(number), number]));
  for (const [number, { line, values: { manager } }] of rowOf) {
    if (manager === undefined) continue;
    if (manager === number) problems.push({ line, column: 'manager', reason: 'This is the person\'s own number. Write the manager\'s, or leave the cell empty.' });
    else if (!rowOf.has(manager) && (personOf.get(manager)?.erased ?? true)) {
      const meant = known.get(withoutZeros(manager));
      const hint = meant !== undefined && meant !== manager ? `Is ${meant} meant?` : 'Write the number of somebody in this file or here.';
      problems.push({ line, column: 'manager', reason: `Nobody has the number ${manager}. ${hint}` });
    }
  }
}

/** Whoever is not in the file, or has no address in it, keeps the one they have. */
function checkAddresses(rowOf: Register['rowOf'], people: readonly PresentPerson[], problems: Problem[]): void {
  const holder = new Map<string, string>();
  for (const { number, email } of people) {
    if (email !== null && rowOf.get(number)?.values.email === undefined) holder.set(email.toLowerCase(), number);
  }
  for (const [number, { line, values: { email } }] of rowOf) {
    if (email === undefined) continue;
    const key = email.toLowerCase();
    const other = holder.get(key);
    if (other === undefined) holder.set(key, number);
    else problems.push({ line, column: 'email', reason: `${other} has the address ${email} too. Everybody has an address of their own; leave the cell empty where there is none.` });
  }
}
