import { forbidden, notFound, unauthorized } from 'next/navigation';
import { NextResponse } from 'next/server';

// case not-found: GET /session
export async function GET() {
  notFound(); // answers not-found
}

// case returned-not-found: POST /session
export async function POST() {
  return notFound(); // answers returned-not-found
}

// case unauthorized: PUT /session
export async function PUT() {
  unauthorized(); // answers unauthorized
}

// case forbidden: PATCH /session
export async function PATCH() {
  forbidden(); // answers forbidden
}

// case swallowed: DELETE /session
export async function DELETE() {
  try {
    notFound();
  } catch (error) {
    return NextResponse.json({ error: String(error) }, { status: 503 }); // answers swallowed
  }
}
