import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeExpressFile } from './sample.mjs';

/** How many files there are of each kind: about what a grown product has. */
const AREAS = 60;
const COMPONENTS = 1515;
const SERVICES_IN_AREA = 10;
const TYPES_IN_AREA = 8;

/** What a file is padded with: code of the kind that most files are full of. */
const LOGIC = `
export function summariseNAME(items: readonly NAMEItem[], since: Date): NAMESummary {
  const recent = items.filter((item) => item.updatedAt > since && !item.archived);
  const byOwner = new Map<string, NAMEItem[]>();
  for (const item of recent) {
    const list = byOwner.get(item.owner) ?? [];
    list.push(item);
    byOwner.set(item.owner, list);
  }
  return { total: recent.length, owners: [...byOwner.keys()].sort(), newest: recent.at(-1)?.updatedAt ?? since };
}
`;
const TYPES = `
export interface NAMEItem { readonly id: string; readonly owner: string; readonly archived: boolean; readonly updatedAt: Date }
export interface NAMESummary { readonly total: number; readonly owners: readonly string[]; readonly newest: Date }
`;
const COMPONENT = `import { useEffect, useState } from 'react';
import { Button, Table } from '../ui';

export function NAMEPage({ id, onClose }: { id: string; onClose: () => void }) {
  const [state, setState] = useState<{ error?: string; rows: readonly string[] }>({ rows: [] });
  useEffect(() => {
    fetch(\`/api/NAME/\${id}\`)
      .then((res) => (res.status === 404 ? [] : res.json()))
      .then((rows) => setState({ rows }))
      .catch((error) => setState({ error: String(error), rows: [] }));
  }, [id]);
  if (state.error) return <p role="alert">{state.error}</p>;
  return (
    <Table rows={state.rows} caption="NAME">
      <Button onClick={onClose}>Close</Button>
    </Table>
  );
}
`;
const CONTROLLER = `import type { NextFunction, Request, Response } from 'express';
import { sendError } from '../shared/respond';
import { MissingError } from '../shared/errors';
import { findNAME, insertNAME } from './service0';

export async function showNAME(req: Request, res: Response, next: NextFunction) {
  try {
    const found = await findNAME(req.params.id);
    if (!found) throw new MissingError('NAME');
    res.json(found);
  } catch (error) {
    next(error);
  }
}

export async function createNAME(req: Request, res: Response) {
  if (!req.body.title) return sendError(res, 400, 'A title is missing');
  const existing = await findNAME(req.body.title);
  if (existing) return sendError(res, 400, 'It exists already');
  res.status(201).json(await insertNAME(req.body));
}
`;
const ROUTER = `import { Router } from 'express';
import { authenticate } from '../shared/authenticate';
import { createNAME, showNAME } from './controller';

export const NAMERouter = Router();
NAMERouter.use(authenticate);
NAMERouter.get('/:id', showNAME);
NAMERouter.post('/', createNAME);
NAMERouter.delete('/:id', async (req, res) => {
  res.status(204).json({ removed: req.params.id });
});
`;
const NEXT_ROUTE = `import { NextResponse } from 'next/server';
import { findNAME } from '../../../../server/src/NAME/service0';

export async function GET(request: Request, { params }: { params: { id: string } }) {
  const found = await findNAME(params.id);
  if (!found) return NextResponse.json({ error: 'missing' }, { status: 404 });
  return NextResponse.json(found);
}
`;
const SHARED = {
  'respond.ts': `import type { Response } from 'express';
export function sendError(res: Response, status: number, message: string) {
  return res.status(status).json({ error: message });
}
`,
  'errors.ts': `export class AppError extends Error {
  constructor(readonly status: number, message: string) { super(message); }
}
export class MissingError extends AppError {
  constructor(what: string) { super(404, \`There is no such \${what}\`); }
}
`,
  'authenticate.ts': `import type { NextFunction, Request, Response } from 'express';
import { sendError } from './respond';
export function authenticate(req: Request, res: Response, next: NextFunction) {
  if (!req.headers.authorization) return sendError(res, 401, 'Who are you?');
  next();
}
`,
  'handle-errors.ts': `import type { NextFunction, Request, Response } from 'express';
import { AppError } from './errors';
export function handleErrors(error: unknown, req: Request, res: Response, next: NextFunction) {
  if (error instanceof AppError) return res.status(error.status).json({ error: error.message });
  res.status(500).json({ error: 'unexpected' });
}
`,
};

/**
 * Writes a product of about 2,800 source files: a server in Express whose routers are mounted in one file and answer
 * through controllers, services and shared helpers, an app in Next.js beside it, and the components of its pages. The same
 * each time.
 * @param {string} folder
 * @returns {string} a controller, the file that somebody opens first
 */
export function writeWorkspace(folder) {
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const areas = Array.from({ length: AREAS }, (_, index) => `area${index}`);
  write('package.json', '{"private":true,"workspaces":["server","web"]}');
  write('server/package.json', '{"name":"server","dependencies":{"express":"^5.0.0"}}');
  write('web/package.json', '{"name":"web","dependencies":{"next":"^15.0.0","react":"^19.0.0"}}');
  for (const [name, text] of Object.entries(SHARED)) write(`server/src/shared/${name}`, text);
  const imports = areas.map((name) => `import { ${name}Router } from './${name}/routes';`);
  const mounts = areas.map((name) => `app.use('/api/${name}', ${name}Router);`);
  write(
    'server/src/app.ts',
    `import express from 'express';
import { handleErrors } from './shared/handle-errors';
${imports.join('\n')}

export const app = express();
app.use(express.json());
${mounts.join('\n')}
app.use(handleErrors);
`,
  );
  for (const [index, name] of areas.entries()) {
    const of = (text) => text.replaceAll('NAME', name);
    const at = `server/src/${name}`;
    write(`${at}/routes.ts`, of(ROUTER));
    write(`${at}/controller.ts`, of(CONTROLLER));
    // Every third area has a long file of the older kind besides.
    if (index % 3 === 0) write(`${at}/legacy.ts`, makeExpressFile(400));
    for (let count = 0; count < SERVICES_IN_AREA; count++) write(`${at}/service${count}.ts`, makeService(name, count));
    for (let count = 0; count < TYPES_IN_AREA; count++)
      write(`${at}/types${count}.ts`, TYPES.repeat(15).replaceAll('NAME', `${name}T${count}`));
    write(`web/app/api/${name}/[id]/route.ts`, of(NEXT_ROUTE));
  }
  for (let count = 0; count < COMPONENTS; count++)
    write(`web/components/${areas[count % AREAS]}/Page${count}.tsx`, makeComponent(count));
  return join(folder, 'server/src/area7/controller.ts');
}

function makeService(area, count) {
  const own = `export async function findNAME(id: string) { return store.get(id); }
export async function insertNAME(item: unknown) { return store.set(item); }
`;
  const head = `import { store } from '../shared/store';\nimport type { NAMEItem, NAMESummary } from './types0';\n`;
  const text = head + (count === 0 ? own : '') + LOGIC.repeat(8).replaceAll('summariseNAME', `summarise${count}NAME`);
  return text.replaceAll('NAME', area);
}

function makeComponent(count) {
  return COMPONENT.replaceAll('NAME', `Item${count}`) + LOGIC.repeat(6).replaceAll('NAME', `Item${count}`);
}
