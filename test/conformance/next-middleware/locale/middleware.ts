import { type NextRequest, NextResponse } from 'next/server';

const locales = ['en', 'de', 'fr'];

const pickLocale = (request: NextRequest) =>
  locales.find((locale) => request.headers.get('accept-language')?.startsWith(locale)) ?? 'en';

// case without-locale: GET /locale/about
// case old-locale: GET /locale/gb/about
// case root: GET /locale/
export function middleware(request: NextRequest) {
  const { pathname } = request.nextUrl;
  const [, , first = ''] = pathname.split('/');
  if (locales.includes(first)) return;

  const url = request.nextUrl.clone();
  if (first === 'gb') {
    url.pathname = pathname.replace('/gb', '/en');
    return NextResponse.redirect(url, { status: 308 }); // answers old-locale
  }
  url.pathname = `/${pickLocale(request)}${pathname}`;
  return first === ''
    ? NextResponse.redirect(url, 302) // answers root
    : NextResponse.redirect(url, { status: 307, headers: { Vary: 'Accept-Language' } }); // answers without-locale
}
