/** The part of the package that the tests use; it brings no types of its own. */
declare module '@jsonresume/schema' {
  export function validate(resume: unknown, callback: (errors: readonly { stack: string }[] | null, valid: boolean) => void): void;
}
