import assert from 'node:assert/strict';
import { analyze, createProject, defaultSettings } from '../../server/src/engine/index.ts';
import { createMemoryHost } from './memory-host.ts';

const HANDLERS = `
import express from 'express';
import { findOrder } from './orders-service';
const app = express();
app.get('/orders/:id', async (req, res) => {
  const order = await findOrder(req.params.id);
  res.json(order);
      ^^^^
});
`;

const CONTROLLER = `
import { Controller, Get, Param } from '@nestjs/common';
import { OrdersService } from './orders-service';
@Controller('orders')
export class OrdersController {
  constructor(private readonly ordersService: OrdersService) {}
  @Get(':id')
  findOne(@Param('id') id: string) {
    return this.ordersService.findOne(+id);
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  }
}
`;

/** Of the owner alone, by a parameter that is named after the thing. */
const OWN = `
import { Controller, Get, Param, Req } from '@nestjs/common';
import { OrdersService } from './orders-service';
@Controller('orders')
export class OrdersController {
  constructor(private readonly ordersService: OrdersService) {}
  @Get(':orderId')
  orderById(@Req() req: AppRequest, @Param('orderId') orderId: string) {
    return this.ordersService.orderById(req.userId, orderId);
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  }
}
`;

const injected = (body: string, head = 'findOne(id: number)'): string => `
import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Order } from './order.entity';
@Injectable()
export class OrdersService {
  constructor(@InjectRepository(Order) private orders: Repository<Order>) {}
  async ${head} { ${body} }
}`;

describe('a look-up that a service makes and nobody asks about', () => {
  const loud: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
    [
      'is told where the service hands on what it gives',
      HANDLERS,
      { 'orders-service.ts': 'export const findOrder = (id) => Order.findById(id).lean();' },
    ],
    [
      'is told through a repository of the project',
      HANDLERS,
      {
        'orders-service.ts': `
import { repository } from './repository';
export async function findOrder(orderId) {
  const order = await repository.one(orderId);
  return order;
}`,
        'repository.ts': `
export const repository = {
  async one(id) {
    try {
      return await prisma.order.findUnique({ where: { id } });
    } catch (error) {
      throw new DatabaseError(error);
    }
  },
};`,
      },
    ],
    [
      'is told where an injected service hands it on',
      CONTROLLER,
      { 'orders-service.ts': injected('return this.orders.findOne({ where: { id } });') },
    ],
    [
      'is told by what the service asks for, however handlers and services call it',
      OWN,
      {
        'orders-service.ts': injected(
          'return await this.orders.findOne({ where: { id: orderId, userId } });',
          'orderById(userId: string, orderId: string)',
        ),
      },
    ],
  ];
  for (const [title, drawn, others] of loud)
    it(title, () => {
      assert.deepEqual(find(undraw(drawn), others), listDrawn(drawn));
    });

  const silent: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
    [
      'asks itself',
      HANDLERS,
      {
        'orders-service.ts': `
export async function findOrder(id) {
  const order = await Order.findById(id);
  if (!order) throw new NotFound();
  return order;
}`,
      },
    ],
    [
      'has asked by another call before',
      HANDLERS,
      {
        'orders-service.ts': `
export async function findOrder(id) {
  const order = await requireOrder(id);
  return Order.findByIdAndUpdate(id, { seen: true });
}`,
      },
    ],
    [
      'lets something else ask',
      HANDLERS,
      { 'orders-service.ts': 'export const findOrder = (id) => required(Order.findById(id));' },
    ],
    ['cannot be read', HANDLERS, {}],
    [
      'gives a list',
      HANDLERS,
      { 'orders-service.ts': 'export const findOrder = (id) => Order.find({ customer: id });' },
    ],
    [
      'looks up by something else',
      HANDLERS,
      { 'orders-service.ts': 'export const findOrder = () => Order.findOne({ current: true });' },
    ],
    [
      'looks up something else by it',
      HANDLERS,
      { 'orders-service.ts': 'export const findOrder = (id) => Invoice.findOne({ order: id });' },
    ],
    [
      'looks up something else by it, two layers deep',
      HANDLERS,
      {
        'orders-service.ts': `
const invoices = { of: (customer, order) => Invoice.findOne({ order, customer }) };
export const findOrder = (id) => invoices.of(current.id, id);`,
      },
    ],
    [
      'makes it a failure',
      HANDLERS,
      { 'orders-service.ts': 'export const findOrder = (id) => Order.findById(id).orFail();' },
    ],
    [
      'asks a repository that fails without it',
      HANDLERS,
      {
        'orders-service.ts':
          "import { repository } from './repository';\nexport const findOrder = (id) => repository.findOne(id);",
        'repository.ts': `
export const repository = {
  async findOne(id) {
    const one = await query('select 1', id);
    if (!one) throw new NotFound();
    return one;
  },
};`,
      },
    ],
    [
      'is injected and asks',
      CONTROLLER,
      {
        'orders-service.ts': injected(
          'const order = await this.orders.findOneBy({ id }); if (!order) throw new NotFoundException(); return order;',
        ),
      },
    ],
  ];
  for (const [title, drawn, others] of silent)
    it(`is not where the service ${title}`, () => {
      assert.deepEqual(find(undraw(drawn), others), []);
    });
});

function undraw(drawn: string): string {
  return drawn.replace(/^ *\^+$\n/gm, '');
}

/** What stands over the drawn carets. */
function listDrawn(drawn: string): readonly string[] {
  const lines = drawn.split('\n');
  return lines.flatMap((line, index) =>
    /^ *\^+$/.test(line) ? [(lines[index - 1] ?? '').slice(line.indexOf('^'), line.lastIndexOf('^') + 1)] : [],
  );
}

/** The text under each finding of the rule. */
function find(text: string, others: Readonly<Record<string, string>>): readonly string[] {
  const files = Object.entries(others).map(([name, other]) => [`/shop/src/${name}`, other] as const);
  const manifest = '{"dependencies":{"express":"^5.0.0","@nestjs/common":"^11.0.0"}}';
  const host = createMemoryHost({ '/shop/package.json': manifest, ...Object.fromEntries(files) });
  const { findings, problems } = analyze({ path: '/shop/src/orders.ts', text }, defaultSettings, createProject(host));
  assert.deepEqual(problems, []);
  return findings
    .filter(({ rule }) => rule === 'prefer-not-found-for-missing')
    .map(({ span }) => text.slice(span.start, span.end));
}
