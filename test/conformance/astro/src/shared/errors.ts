export class Conflict extends Error {}

export class Missing extends Error {
  readonly status = 404;
}
