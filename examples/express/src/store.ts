import { randomUUID } from 'node:crypto';

export interface Product {
  id: string;
  sku: string;
  name: string;
  /** In cents. */
  price: number;
  stock: number;
}

export interface User {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
  role: 'customer' | 'admin';
}

export interface CartLine {
  productId: string;
  quantity: number;
}

export interface Cart {
  id: string;
  lines: CartLine[];
}

export interface Order {
  id: string;
  userId: string;
  lines: CartLine[];
  /** In cents. */
  total: number;
  state: 'paid' | 'shipped' | 'cancelled';
}

/** Everything the shop knows. It lives in memory and is gone when the process ends. */
export const store = {
  products: new Map<string, Product>(),
  users: new Map<string, User>(),
  carts: new Map<string, Cart>(),
  orders: new Map<string, Order>(),
};

/** Empties the store and puts the first products back on the shelf. */
export function resetStore(): void {
  for (const table of Object.values(store)) table.clear();
  addProduct({ id: 'tea', sku: 'TEA-100', name: 'Green tea, 100 g', price: 690, stock: 40 });
  addProduct({ id: 'pot', sku: 'POT-1', name: 'Teapot', price: 3200, stock: 3 });
  addProduct({ id: 'cup', sku: 'CUP-2', name: 'Two cups', price: 1450, stock: 12 });
}

export function addProduct(product: Omit<Product, 'id'> & { id?: string }): Product {
  const added: Product = { ...product, id: product.id ?? randomUUID() };
  store.products.set(added.id, added);
  return added;
}

export function findUserByEmail(email: unknown): User | undefined {
  return [...store.users.values()].find((user) => user.email === email);
}

export function findProductBySku(sku: string): Product | undefined {
  return [...store.products.values()].find((product) => product.sku === sku);
}

export function addOrder(userId: string, lines: CartLine[]): Order {
  const order: Order = { id: randomUUID(), userId, lines: [...lines], total: totalOf(lines), state: 'paid' };
  store.orders.set(order.id, order);
  return order;
}

/** The price of some cart lines in cents. */
export function totalOf(lines: readonly CartLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity * (store.products.get(line.productId)?.price ?? 0), 0);
}

resetStore();
