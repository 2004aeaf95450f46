import { expect, test } from 'vitest';
import { problemWords } from '#app/ui/problem-page.tsx';

const answer = (status: number) => ({ status, statusText: '', internal: false, data: null });

test('what one may not open and what does not exist read alike', () => {
  expect(problemWords(answer(403))).toEqual(problemWords(answer(404)));
});

test('a fault of ours is never blamed on the reader, and says nothing of its cause', () => {
  const { title, text } = problemWords(new Error('relation "people" does not exist'));
  expect(title).toBe('Something went wrong on our side');
  expect(text).not.toContain('relation');
});

test('a database that is away asks to come back in a moment', () => {
  expect(problemWords(answer(503)).title).toBe('Back in a moment');
});
