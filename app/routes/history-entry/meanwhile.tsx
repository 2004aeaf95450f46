import { longDate } from '#app/ui/format.ts';
import { educationLevelName, pauseKindName, postKindName, shiftName } from '#app/ui/history-words.ts';
import { Notice } from '#app/ui/notice.tsx';
import { useStaleValues } from '#app/ui/sent-form.ts';

type Value = string | number | boolean | null;

/** How to say each value of an entry; what is not named here is said as it is. */
const say: Record<string, (value: never) => string> = {
  status: (value: string) => `it is ${value}`,
  role: (value: string) => value,
  certificate: (value: string) => value,
  employer: (value: string) => `at ${value}`,
  kind: (value: Parameters<typeof postKindName>[0]) => postKindName(value).toLowerCase(),
  pause: (value: Parameters<typeof pauseKindName>[0]) => pauseKindName(value).toLowerCase(),
  level: (value: Parameters<typeof educationLevelName>[0]) => educationLevelName(value),
  shift: (value: Parameters<typeof shiftName>[0]) => shiftName(value).toLowerCase(),
  startedOn: (value: string) => `first day ${longDate(value)}`,
  endedOn: (value: string) => `last day ${longDate(value)}`,
  issuedOn: (value: string) => `issued on ${longDate(value)}`,
  expiresOn: (value: string) => `expires on ${longDate(value)}`,
  finishedOn: (value: string) => `finished on ${longDate(value)}`,
  hoursPerWeek: (value: number) => `${value} hours a week`,
  headcountLed: (value: number) => `led ${value}`,
};

/** When a form came back because the entry changed under it: how it stands now, above what was typed. */
export function Meanwhile() {
  const stale = useStaleValues();
  if (!stale) return null;
  const parts = Object.entries(stale).flatMap(([name, value]: [string, Value]) => (value === null || name === 'id' ? [] : [say[name] ? say[name](value as never) : String(value)]));
  return <Notice tone="close">Meanwhile: {parts.join('; ')}. What you typed is still below; send it again to put it in that place.</Notice>;
}
