import assert from 'node:assert/strict';
import { analyze, createProject, findStatusPlaces, noHost } from '../../server/src/engine/index.ts';

/** The file with the class drawn under each status that is coloured. */
function drawPlaces(code: string): string {
  const text = code
    .split('\n')
    .filter((line) => !/^ *\^/.test(line))
    .join('\n');
  const places = findStatusPlaces(analyze({ path: '/project/app.ts', text }), createProject(noHost));
  const lines = text.split('\n');
  let offset = 0;
  return lines
    .flatMap((line) => {
      const own = places.filter(({ span }) => span.start >= offset && span.end <= offset + line.length);
      const drawn = own.map(
        (place) =>
          `${' '.repeat(place.span.start - offset)}${'^'.repeat(place.span.end - place.span.start)} ${place.class}`,
      );
      offset += line.length + 1;
      return [line, ...drawn];
    })
    .join('\n');
}

function assertDrawn(code: string): void {
  assert.equal(drawPlaces(code), code);
}

describe('the places that are coloured by class', () => {
  it('are numbers in status positions, each in its class', () => {
    assertDrawn(`import express from 'express';
const app = express();
app.get('/', (req, res) => {
  const limit = 404;
  if (req.query.a) return res.status(200).json({ limit, size: 500 });
                                     ^^^ success
  if (req.query.b) return res.redirect(301, '/elsewhere');
                                       ^^^ redirection
  if (req.query.c) return res.sendStatus(404);
                                         ^^^ clientError
  res.status(503).end();
             ^^^ serverError
});`);
  });

  it('are both numbers of a choice, and not the test that chooses', () => {
    assertDrawn(`import express from 'express';
const app = express();
app.put('/', (req, res) => {
  res.status(req.query.size === '500' ? 201 : 409).end();
                                        ^^^ success
                                              ^^^ clientError
});`);
  });

  it('are those that are compared, expected and declared, and neither comments nor texts', () => {
    assertDrawn(`import { expect } from 'vitest';
/** @response 404 when there is none */
export async function load(url: string) {
  const response = await fetch(url);
  if (response.status === 404) return undefined;
                          ^^^ clientError
  const [width, height] = [200, 404]; // 404 pixels
  expect(response.status).toBe(201);
                               ^^^ success
  throw new Error('404');
}`);
  });

  it('are constants, as far as their value is known, and not a variable that only carries a status', () => {
    assertDrawn(`import express from 'express';
import { StatusCodes } from 'http-status-codes';
import { SOMETHING } from './elsewhere';
const app = express();
app.get('/', (req, res) => {
  const code = 500;
               ^^^ serverError
  if (req.query.a) return res.status(StatusCodes.NOT_FOUND).end();
                                     ^^^^^^^^^^^^^^^^^^^^^ clientError
  if (req.query.b) return res.status(SOMETHING).end();
  res.status(code).end();
});`);
  });
});
