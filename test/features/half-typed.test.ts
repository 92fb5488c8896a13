import assert from 'node:assert/strict';
import {
  analyze,
  createProject,
  findCompletions,
  findDefinition,
  findHighlights,
  findHover,
  noHost,
} from '../../server/src/engine/index.ts';

/** Something of everything that is looked at around a cursor. */
const TEXT = `import express from 'express';
import { StatusCodes, CONFLICT } from 'http-status-codes';
const app = express();
const fail = (res, status, text) => res.status(status).json({ error: \`\${text} 404\` });
/** @response 409 - taken
 * responses:
 *   '404': gone */
app.get('/users/:id', async ({ params: { id } }, res, next) => {
  switch (res.status) { case 404: case CONFLICT: break; }
  if ([401, 403].includes(err?.response?.status)) return fail(res, 4, 'x');
  try { return res.status(id ? 200 : StatusCodes.GONE)['json']({ status: 200 }) } catch { res.statusCode = 50 }
  await request(app).get('/').expect(404);
  throw new (class extends Error { status = 404 })(404, /4(0/);
  4
});
@Controller() class A { @HttpCode(20) @ApiResponse({ status: 4, [4]: 04 }) b() { sl } }
`;

describe('half-typed code', () => {
  it('is looked at everywhere without a failure', () => {
    const project = createProject(noHost);
    for (let end = 1; end <= TEXT.length; end += 2) {
      const texts = [TEXT.slice(0, end), `${TEXT.slice(0, end)}\n${TEXT.slice(end + 7)}`];
      for (const text of texts) {
        const source = { path: 'src/app.ts', text };
        const analysis = analyze(source, undefined, project);
        assert.deepEqual(analysis.problems, []);
        for (const offset of [end, end - 1, end + 1]) {
          findHover(analysis, project, offset);
          findDefinition(analysis, project, offset);
          findHighlights(analysis, project, offset);
        }
        const list = findCompletions(source, project, end, 'typed');
        if (list) assert.ok(list.replaced.start <= end && end <= list.replaced.end, text);
      }
    }
  });
});
