import { NextResponse } from 'next/server';
import { withAuth } from '../../shared/with-auth';

// case refused: GET /guarded
// case in: GET /guarded?user=me
export const GET = withAuth(async (_request, user) => {
  return NextResponse.json({ user }); // answers in
});

const remove = withAuth(async () => {
  return new NextResponse(null, { status: 205 }); // answers removed
});

// case removed: DELETE /guarded?user=me
export { remove as DELETE };
