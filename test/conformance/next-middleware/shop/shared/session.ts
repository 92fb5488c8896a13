import type { NextRequest } from 'next/server';

export class InvalidToken extends Error {}

export async function readToken(request: NextRequest): Promise<{ role: string }> {
  const token = request.nextUrl.searchParams.get('token');
  if (token === 'broken') throw new TypeError('The key store is away');
  if (!token || token === 'expired') throw new InvalidToken('expired');
  return { role: token };
}
