/** Statements inside a handler that deletes a user, as a whole file. */
export function inHandler(statements: string): string {
  return `import express from 'express';
const app = express();
app.delete('/users/:id', (req, res) => {
  ${statements}
});
`;
}

/** A file with one mistake: an answer with 204 that carries a body. */
export const BODY_WITH_204 = inHandler('res.status(204).json({ deleted: true });');

/** The rule that finds it. */
export const BODY_RULE = 'no-body-with-bodyless-status';

/** The same file without the mistake. */
export const NO_MISTAKE = inHandler('res.status(200).json({ deleted: true });');
