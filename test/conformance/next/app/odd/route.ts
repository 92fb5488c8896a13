import { NextResponse } from 'next/server';

// case unreturned: GET /odd
export async function GET() {
  NextResponse.json({ a: 1 }); // never answers unreturned
}

// case plain-object: POST /odd
export async function POST() {
  return { error: 'no' }; // answers plain-object
}

// case body-with-204: PUT /odd
export async function PUT() {
  return NextResponse.json({ done: true }, { status: 204 }); // answers body-with-204
}

// case out-of-range: PATCH /odd
export async function PATCH() {
  return NextResponse.json({ a: 1 }, { status: 600 }); // answers out-of-range
}

// case status-in-body: DELETE /odd
export async function DELETE() {
  return NextResponse.json({ error: 'no', status: 400 }); // answers status-in-body
}

// case next: OPTIONS /odd
export async function OPTIONS() {
  return NextResponse.next(); // answers next
}
