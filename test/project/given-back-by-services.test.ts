import assert from 'node:assert/strict';
import { analyze, createProject, defaultSettings } from '../../server/src/engine/index.ts';
import { createMemoryHost } from './memory-host.ts';

const CONTROLLER = `
import { Controller, Delete, Param } from '@nestjs/common';
import { OrdersService } from './orders.service';
@Controller('orders')
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}
  @Delete(':id')
  remove(@Param('id') id: string) {
    return this.orders.remove(id);
           ^^^^^^^^^^^^^^^^^^^^^^
  }
}
`;

const remove = (body: string): string => `
import { Injectable, NotFoundException } from '@nestjs/common';
@Injectable()
export class OrdersService {
  async remove(id: string) { ${body} }
}`;

describe('an error that a service gives back', () => {
  it('is told where a controller sends it', () => {
    const service = remove(`
    const order = await this.model.findOne({ _id: id });
    if (!order) return new NotFoundException('No such order');
    await this.model.deleteOne({ _id: id });
    return { removed: true };`);
    assert.deepEqual(find(CONTROLLER, service), listDrawn(CONTROLLER));
  });

  const silent = {
    'is thrown there': remove("if (!id) throw new NotFoundException('No such order'); return { removed: true };"),
    'is looked at by the controller': remove("return id ? { removed: true } : new NotFoundException('No');"),
    'is no error, and wraps what is sent': remove(
      'return id ? { removed: true } : new Result(404); } } class Result { constructor(readonly status: number) {}',
    ),
    'is made for a part of what is given back': remove(
      "return { removed: false, error: new NotFoundException('No such order') };",
    ),
  };
  for (const [title, service] of Object.entries(silent))
    it(`is not told where it ${title}`, () => {
      const looking = CONTROLLER.replace(
        'return this.orders.remove(id);',
        'const given = this.orders.remove(id);\n    return check(given);',
      );
      assert.deepEqual(find(title.includes('controller') ? looking : CONTROLLER, service), []);
    });
});

/** What stands over the drawn carets. */
function listDrawn(drawn: string): readonly string[] {
  const lines = drawn.split('\n');
  return lines.flatMap((line, index) =>
    /^ *\^+$/.test(line) ? [(lines[index - 1] ?? '').slice(line.indexOf('^'), line.lastIndexOf('^') + 1)] : [],
  );
}

/** The text under each finding of the rule. */
function find(drawn: string, service: string): readonly string[] {
  const text = drawn.replace(/^ *\^+$\n/gm, '');
  const host = createMemoryHost({
    '/shop/package.json': '{"dependencies":{"@nestjs/common":"^11.0.0"}}',
    '/shop/src/orders.service.ts': service,
  });
  const file = { path: '/shop/src/orders.controller.ts', text };
  const { findings, problems } = analyze(file, defaultSettings, createProject(host));
  assert.deepEqual(problems, []);
  return findings
    .filter(({ rule }) => rule === 'no-ignored-status')
    .map(({ span }) => text.slice(span.start, span.end));
}
