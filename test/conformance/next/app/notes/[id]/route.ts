import { NextResponse } from 'next/server';

const notes = new Map([['1', 'buy milk']]);

interface Context {
  params: Promise<{ id: string }>;
}

// case found: GET /notes/1
// case missing: GET /notes/9
export async function GET(_request: Request, { params }: Context) {
  const { id } = await params;
  const text = notes.get(id);
  if (!text) return NextResponse.json({ error: 'No such note' }, { status: 404 }); // answers missing
  return NextResponse.json({ id, text }); // answers found
}

// case unreadable: PUT /notes/1 {
export async function PUT(request: Request) {
  const body = await request.json(); // answers unreadable
  return NextResponse.json(body);
}

// case gone: DELETE /notes/7
export async function DELETE(_request: Request, { params }: Context) {
  const { id } = await params;
  return new NextResponse(null, { status: notes.delete(id) ? 204 : 410 }); // answers gone
}
