import { permanentRedirect, RedirectType, redirect } from 'next/navigation';
import { NextResponse } from 'next/server';

// case temporary: GET /away
export async function GET(request: Request) {
  return NextResponse.redirect(new URL('/notes', request.url)); // answers temporary
}

// case see-other: POST /away
export async function POST(request: Request) {
  return NextResponse.redirect(new URL('/notes', request.url), 303); // answers see-other
}

// case moved: PUT /away
export async function PUT(request: Request) {
  return NextResponse.redirect(new URL('/notes', request.url), { status: 308 }); // answers moved
}

// case thrown: PATCH /away
export async function PATCH() {
  redirect('/notes'); // answers thrown
}

// case thrown-for-good: DELETE /away
export async function DELETE() {
  permanentRedirect('/notes', RedirectType.replace); // answers thrown-for-good
}

// case web: OPTIONS /away
export async function OPTIONS(request: Request) {
  return Response.redirect(new URL('/notes', request.url)); // answers web
}
