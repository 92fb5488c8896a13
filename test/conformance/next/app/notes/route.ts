import { type NextRequest, NextResponse } from 'next/server';

const notes = [{ id: '1', text: 'buy milk' }];

// case listed: GET /notes
export async function GET() {
  return NextResponse.json({ notes }); // answers listed
}

// case made: POST /notes {"text":"call home"}
// case empty: POST /notes {}
// case taken: POST /notes {"text":"buy milk"}
// case malformed: POST /notes {
export async function POST(request: NextRequest) {
  let body: { text?: string };
  try {
    body = await request.json();
  } catch {
    return NextResponse.json({ error: 'That is no JSON' }, { status: 400 }); // answers malformed
  }
  if (!body.text) {
    return NextResponse.json({ error: 'text is missing' }, { status: 422 }); // answers empty
  }
  const existing = notes.find(({ text }) => text === body.text);
  if (existing) return NextResponse.json({ error: 'There is one' }, { status: 409 }); // answers taken
  return NextResponse.json({ id: '2', text: body.text }, { status: 201 }); // answers made
}

// case removed: DELETE /notes
export const DELETE = async () => new NextResponse(null, { status: 204 }); // answers removed

// case accepted: PATCH /notes
export const PATCH = () => new Response('later', { status: 202 }); // answers accepted
