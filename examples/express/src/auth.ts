import { randomBytes, randomUUID, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { store, type User } from './store.ts';

const userIdsByToken = new Map<string, string>();

export type SignUp = Pick<User, 'email' | 'name'> & { password: string };

/** Adds an account to the store. */
export function addUser({ email, name, password }: SignUp, role: User['role'] = 'customer'): User {
  const user: User = { id: randomUUID(), email, name, passwordHash: hashPassword(password), role };
  store.users.set(user.id, user);
  return user;
}

/** Turns a password into a salted hash. */
function hashPassword(password: string): string {
  const salt = randomBytes(16).toString('hex');
  return `${salt}:${scryptSync(password, salt, 32).toString('hex')}`;
}

export function isPassword(password: string, hash: string): boolean {
  const [salt = '', expected = ''] = hash.split(':');
  return timingSafeEqual(scryptSync(password, salt, 32), Buffer.from(expected, 'hex'));
}

/** Logs a user in and gives the token that the client sends from now on. */
export function startSession(user: User): string {
  const token = randomUUID();
  userIdsByToken.set(token, user.id);
  return token;
}

export function endSession(req: Request): void {
  userIdsByToken.delete(readToken(req));
}

/** The user whose token came with the request, or undefined if nobody is logged in. */
export function findCurrentUser(req: Request): User | undefined {
  const id = userIdsByToken.get(readToken(req));
  return id === undefined ? undefined : store.users.get(id);
}

function readToken(req: Request): string {
  return (req.get('Authorization') ?? '').replace(/^Bearer /, '');
}
